/** Lines of a text, found once. */
export interface Lines {
  /** Line and column of an offset, both from 1, in UTF-16 code units. */
  at(offset: number): { readonly line: number; readonly column: number };
}

export function linesOf(text: string): Lines {
  const starts = [0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return {
    at: (offset) => {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((starts[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
    },
  };
}

/** Each line without its end, with the number it has. A text that ends with a line end has no empty line behind it. */
export function* eachLine(text: string): Generator<{ readonly text: string; readonly line: number }> {
  let start = 0;
  for (let line = 1; start < text.length; line += 1) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    yield { text: text.slice(start, text[end - 1] === '\r' ? end - 1 : end), line };
    start = end + 1;
  }
}

/** Where the text of a line begins and ends, without the white space around it. */
export function columnsOf(line: string): { readonly column: number; readonly endColumn: number } {
  const text = line.trimEnd();
  return { column: text.length - text.trimStart().length + 1, endColumn: text.length + 1 };
}
