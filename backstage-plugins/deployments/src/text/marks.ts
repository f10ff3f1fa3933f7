/** A piece of a text, and whether it stood between code marks. */
export interface Piece {
  readonly text: string;
  readonly isCode: boolean;
}

/**
 * Splits a text at its code marks: a run of backticks opens, the next run of the same length closes (CommonMark 0.31,
 * section 6.1). A run without its closing one is text. One space beside each mark is the mark's, so that code can
 * begin or end with a backtick.
 */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let plain = '';
  const parts = text.split(/(`+)/);
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at] ?? '';
    const end = part.startsWith('`') ? parts.indexOf(part, at + 1) : -1;
    if (end === -1) {
      plain += part;
      continue;
    }
    if (plain !== '') pieces.push({ text: plain, isCode: false });
    plain = '';
    pieces.push({ text: unpadded(parts.slice(at + 1, end).join('')), isCode: true });
    at = end;
  }
  return plain === '' ? pieces : [...pieces, { text: plain, isCode: false }];
}

function unpadded(code: string): string {
  const isPadded = code.length > 2 && code.startsWith(' ') && code.endsWith(' ') && code.trim() !== '';
  return isPadded ? code.slice(1, -1) : code;
}
