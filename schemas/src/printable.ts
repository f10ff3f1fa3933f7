/**
 * Text for a terminal or a log that may hold anything: control, format (bidi, zero width) and lone surrogate
 * characters are shown as escapes, so that nothing in it moves the cursor, hides text or ends the line. `##[` is the
 * old form of a GitHub workflow command, which the runner finds anywhere in a line.
 */
export function printable(text: string): string {
  return cellsOf(text)
    .map((cell) => cell.text)
    .join('');
}

/** One character as printed: where it came from (UTF-16 offset), what is printed, how many columns that takes. */
export interface Cell {
  readonly offset: number;
  readonly text: string;
  readonly width: number;
}

const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/u;
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;
const WIDE_ABOVE = /[\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** The printable cells of a text, one per code point. */
export function cellsOf(text: string): Cell[] {
  const cells: Cell[] = [];
  let offset = 0;
  for (const character of text) {
    const isCommand = character === '#' && text.startsWith('##[', offset);
    const shown = isCommand || UNSAFE.test(character) ? escaped(character) : character;
    cells.push({ offset, text: shown, width: shown === character ? widthOf(character) : shown.length });
    offset += character.length;
  }
  return cells;
}

/** Columns that an already printable text takes. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width;
}

function widthOf(character: string): number {
  if (/\p{M}/u.test(character)) return 0;
  return WIDE.test(character) || WIDE_ABOVE.test(character) ? 2 : 1;
}

function escaped(character: string): string {
  const named = NAMED[character];
  if (named !== undefined) return named;
  const hex = (character.codePointAt(0) ?? 0).toString(16);
  return hex.length <= 2 ? `\\x${hex.padStart(2, '0')}` : `\\u${hex.padStart(4, '0')}`;
}

/**
 * Breaks a printable text at spaces. `first` and `width` are the columns of the first and of the other lines; a word
 * that is too long is broken. No further line begins with `::`, which the GitHub runner reads as a command even when
 * spaces stand before it.
 */
export function wrapWords(text: string, width: number, first: number = width): string[] {
  const lines: string[] = [];
  let line = '';
  let room = first;
  const close = () => {
    lines.push(line);
    line = '';
    room = width;
  };
  // What is escaped below grows by three, and still has to fit.
  const widest = (part: string) => (part.includes('::') ? Math.max(width - 3, 1) : width);
  for (const word of text.split(' ').flatMap((part) => pieces(part, widest(part)))) {
    if (line !== '' && displayWidth(line) + 1 + displayWidth(word) > room) close();
    else if (line === '' && lines.length === 0 && first < width && displayWidth(word) > room) close();
    const isCommand = line === '' && lines.length > 0 && word.startsWith('::');
    const shown = isCommand ? `\\x3a${word.slice(1)}` : word;
    line = line === '' ? shown : `${line} ${shown}`;
  }
  close();
  return lines;
}

function pieces(word: string, width: number): string[] {
  if (displayWidth(word) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const character of word) {
    if (displayWidth(part + character) > width) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part];
}
