/** Places in a text as people count them. Pure. */

/** Lines end with LF; a CR before it is of the line. */
export class Lines {
  private readonly text: string;
  private readonly starts: number[] = [0];

  constructor(text: string) {
    this.text = text;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1);
  }

  /** From 1; the column counts UTF-16 code units. */
  placeOf(index: number): { readonly line: number; readonly column: number } {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: index - (this.starts[low] ?? 0) + 1 };
  }

  /** Of the line, without its end. */
  spanOf(line: number): { readonly start: number; readonly end: number } {
    const start = this.starts[line - 1] ?? this.text.length;
    const next = this.starts[line] ?? this.text.length + 1;
    const end = next - 1;
    return { start, end: end > start && this.text[end - 1] === '\r' ? end - 1 : end };
  }

  textOf(line: number): string {
    const { start, end } = this.spanOf(line);
    return this.text.slice(start, end);
  }
}
