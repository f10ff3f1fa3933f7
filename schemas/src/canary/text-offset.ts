/** Escapes of a double-quoted YAML scalar, by the character behind the backslash, with the digits that follow. */
const DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/**
 * Where a character of a YAML scalar's value stands in its source: an offset in `raw`, which is the scalar as it is
 * written (with quotes, or with the header of a block). Exact but inside of white space, which YAML folds. Undefined
 * when the value is not what is written there, as behind an alias. `behind`: where the character before it ends, which
 * may be a line higher.
 */
export function offsetInSource(raw: string, value: string, offset: number, behind = false): number | undefined {
  const style = raw.charAt(0);
  let from = 0;
  if (style === '"' || style === "'") from = 1;
  else if (style === '|' || style === '>') from = bodyOf(raw);
  const end = Math.min(offset, value.length);
  for (let at = 0; ; ) {
    const step = stepAt(raw, from, value, at, style);
    // What makes nothing of the value, an escaped line end, stands before the character that was asked for.
    if (at >= end && behind) return from;
    if (at >= end && step?.value !== 0) return at < value.length ? pastBreak(raw, from, value.charAt(at)) : from;
    if (step === undefined) return undefined;
    at += step.value;
    from += step.raw;
  }
}

/** A block's first lines may be indented: the character that was asked for stands behind the white space. */
function pastBreak(raw: string, from: number, character: string): number {
  return /[\r\n]/.test(raw.charAt(from)) && !/\s/.test(character) ? from + spaces(raw, from).length : from;
}

function bodyOf(raw: string): number {
  const line = raw.indexOf('\n') + 1;
  return line === 0 ? raw.length : line + (/[ \t]*/.exec(raw.slice(line))?.[0].length ?? 0);
}

/** How far one part of the source goes, and how much of the value it makes. */
function stepAt(
  raw: string,
  from: number,
  value: string,
  at: number,
  style: string,
): { raw: number; value: number } | undefined {
  const gap = spaces(raw, from);
  const breaks = gap.split('\n').length - 1;
  if (breaks > 0) {
    // In a block the value keeps what the lines are indented by; elsewhere one break is a space, and n are n - 1 breaks.
    const isBlock = style === '|' || style === '>';
    return { raw: gap.length, value: isBlock ? spaces(value, at).length : Math.max(breaks - 1, 1) };
  }
  const character = raw.charAt(from);
  if (style === "'" && raw.startsWith("''", from)) return { raw: 2, value: 1 };
  if (style === '"' && character === '\\') return escapeAt(raw, from);
  return character !== '' && character === value.charAt(at) ? { raw: 1, value: 1 } : undefined;
}

function escapeAt(raw: string, from: number): { raw: number; value: number } {
  const kind = raw.charAt(from + 1);
  if (kind === '\n' || kind === '\r') return { raw: 1 + spaces(raw, from + 1).length, value: 0 };
  const digits = DIGITS[kind] ?? 0;
  const code = Number.parseInt(raw.slice(from + 2, from + 2 + digits), 16);
  return { raw: 2 + digits, value: digits === 8 && code > 0xffff ? 2 : 1 };
}

function spaces(text: string, from: number): string {
  return /^\s*/.exec(text.slice(from, from + 10_000))?.[0] ?? '';
}
