/** The lines of a text, cut out when asked for: most of a checklist is never looked at twice. */
export class Lines {
  readonly #text: string;
  readonly #starts: readonly number[];

  /** `text` has its line ends as `\n`. */
  constructor(text: string) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.#text = text;
    this.#starts = starts;
  }

  /** Without its end; '' behind the last one. From 0. */
  of(line: number): string {
    const start = this.#starts[line];
    if (start === undefined) return '';
    const next = this.#starts[line + 1];
    return this.#text.slice(start, next === undefined ? undefined : next - 1);
  }
}
