/** Reads what a service exposes: all of it, or every fault with its line and column. Pure, in linear time. */
import { Cursor } from './cursor.ts';
import { readDescriptor } from './descriptor.ts';
import { type Exposed, type Exposition, type ExpositionFault, type Format, LineFault } from './exposed.ts';
import { Families } from './families.ts';
import { readSample } from './sample.ts';

/** Bytes. */
export const LARGEST_EXPOSITION = 16 * 1024 * 1024;
/** Faults of one text; what comes behind them is not looked at. */
const MOST_FAULTS = 20;

export type Parsed = Exposition | { readonly faults: readonly ExpositionFault[] };

export function isFaulty(parsed: Parsed): parsed is { readonly faults: readonly ExpositionFault[] } {
  return 'faults' in parsed;
}

/** `text` may be bytes, which have to be UTF-8. */
export function parseExposition(text: string | Uint8Array, format: Format, largest = LARGEST_EXPOSITION): Parsed {
  const size = typeof text === 'string' ? text.length : text.byteLength;
  if (size > largest) {
    return { faults: [{ expected: `at most ${largest} bytes`, got: String(size), line: 1, column: 1 }] };
  }
  const read = typeof text === 'string' ? text : decoded(text);
  return typeof read === 'string' ? new Reader(format).read(read) : { faults: [read] };
}

class Reader {
  private readonly format: Format;
  private readonly families: Families;
  private readonly series: Exposed[] = [];
  /** Time of the newest sample of each series. */
  private readonly times = new Map<string, number | undefined>();
  private isEnded = false;

  constructor(format: Format) {
    this.format = format;
    this.families = new Families(format);
  }

  read(text: string): Parsed {
    const faults: ExpositionFault[] = [];
    let line = 1;
    for (let from = 0; from < text.length && faults.length < MOST_FAULTS; line += 1) {
      const end = text.indexOf('\n', from);
      const content = text.slice(from, end < 0 ? text.length : end);
      const fault = this.faultOf(content, end < 0);
      if (fault !== undefined) faults.push(placed(fault, content, line));
      from += content.length + 1;
    }
    if (faults.length === 0 && this.format === 'openmetrics' && !this.isEnded) {
      faults.push({ expected: '# EOF as the last line', got: 'the end of the text', line, column: 1 });
    }
    return faults.length > 0 ? { faults } : { series: this.series, families: this.families.declared };
  }

  private faultOf(line: string, isCut: boolean): LineFault | undefined {
    try {
      if (this.isEnded) throw new LineFault('nothing behind # EOF', line.slice(0, 40), 0);
      this.take(new Cursor(line, this.format));
      // OpenMetrics may leave away the line end behind # EOF.
      if (isCut && !this.isEnded) throw new LineFault('a line end', 'the end of the text', line.length);
      return undefined;
    } catch (error) {
      if (error instanceof LineFault) return error;
      throw error;
    }
  }

  private take(cursor: Cursor): void {
    cursor.slack();
    if (cursor.isAtEnd && cursor.format === 'prometheus') return;
    if (cursor.sees('#')) {
      const descriptor = readDescriptor(cursor);
      if (descriptor.kind === 'end') this.isEnded = true;
      else if (descriptor.kind !== 'comment') this.families.describe(descriptor);
      return;
    }
    const sample = readSample(cursor);
    this.refuseTwice(sample);
    if (this.families.takes(sample)) this.series.push(sample);
  }

  /** Only OpenMetrics may tell several samples of one series, and then by rising times. */
  private refuseTwice({ name, labels, time }: Exposed): void {
    const key = JSON.stringify([name, ...Object.entries(labels).toSorted(([one], [two]) => (one < two ? -1 : 1))]);
    const before = this.times.get(key);
    const rises = this.format === 'openmetrics' && before !== undefined && time !== undefined && time > before;
    if (this.times.has(key) && !rises) throw new LineFault('each series once', `${name} with the same labels again`, 0);
    this.times.set(key, time);
  }
}

function placed({ expected, got, at }: LineFault, content: string, line: number): ExpositionFault {
  return { expected, got, line, column: [...content.slice(0, at)].length + 1 };
}

function decoded(bytes: Uint8Array): string | ExpositionFault {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return firstNotUtf8(bytes);
  }
}

/** A line end is never a part of another character, so lines can be tried one by one. */
function firstNotUtf8(bytes: Uint8Array): ExpositionFault {
  const fault = { expected: 'text in UTF-8', got: 'bytes that are none' };
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let line = 1;
  for (let from = 0; from <= bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, from);
    const content = bytes.subarray(from, end < 0 ? bytes.length : end);
    try {
      strict.decode(content);
    } catch {
      return { ...fault, line, column: validCharacters(content) + 1 };
    }
    from += content.length + 1;
  }
  return { ...fault, line, column: 1 };
}

function validCharacters(line: Uint8Array): number {
  const loose = new TextDecoder('utf-8', { ignoreBOM: true }).decode(line);
  const valid = new TextEncoder();
  let at = 0;
  let count = 0;
  for (const character of loose) {
    const same = valid.encode(character).every((byte, b) => line[at + b] === byte);
    if (!same) return count;
    at += valid.encode(character).length;
    count += 1;
  }
  return count;
}
