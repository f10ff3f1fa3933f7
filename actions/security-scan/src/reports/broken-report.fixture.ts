/** Saved reports as disks, shells and people break them. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isThorough } from '../../../../scripts/vitest/thoroughly.ts';
import type { ReportReader } from '../ports.ts';

const sample = (name: string) => readFileSync(new URL(`./samples/${name}`, import.meta.url));
const origin = { file: 'r.json', root: '/checkout', has: () => true };

/** Tests of one sample of a report: in other bytes it is the same, and a part of it is none. */
export function brokenReport(name: string, reader: ReportReader): void {
  describe(`the report ${name}, as disks, shells and people break it`, () => {
    const bytes = sample(name);
    const text = bytes.toString('utf8');
    const whole = reader(bytes, origin);

    it('is the same in UTF-16 as PowerShell writes it, with a mark, with CRLF, and between lines of a tool', () => {
      const crlf = text.replace(/\r?\n/g, '\r\n');
      const forms = [
        Buffer.from(`\ufeff${text}`),
        Buffer.from(`\ufeff${text}`, 'utf16le'),
        Buffer.from(`\ufeff${crlf}`, 'utf16le').swap16(),
        Buffer.from(crlf),
        Buffer.from(`npm warn old lockfile\n${text}\nFound 1 known vulnerability in 1 package\n`),
        Buffer.from(`[main]\tINFO\tprofile\n${text}\n`),
      ];
      for (const form of forms) expect(reader(form, origin)).toEqual(whole);
    });

    it('is never a report when its end is missing', () => {
      const end = text.trimEnd().length;
      for (let length = 0; length < end; length += isThorough || length > end - 50 ? 1 : 3) {
        expect(reader(bytes.subarray(0, Buffer.byteLength(text.slice(0, length))), origin)).toHaveProperty(
          'trouble.place.file',
          'r.json',
        );
      }
    });

    it('is never a report when its beginning is missing', () => {
      const starts = [...text.matchAll(/[{[]/g)].map(({ index }) => index).filter((index) => index > 0);
      for (const start of starts) expect(reader(Buffer.from(text.slice(start)), origin)).toHaveProperty('trouble');
    });

    neverThrows(bytes, reader);
  });
}

function neverThrows(bytes: Buffer, reader: ReportReader): void {
  const text = bytes.toString('utf8');
  it('never makes a reader throw, whatever happens to its bytes', () => {
    const change = fc.record({
      at: fc.nat(bytes.length - 1),
      byte: fc.integer({ min: 0, max: 255 }),
      cut: fc.nat(40),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), (changes) => {
        const parts = changes.reduce(
          (left, { at, byte, cut }) =>
            Buffer.concat([left.subarray(0, at), Buffer.from([byte]), left.subarray(at + cut)]),
          bytes,
        );
        const read = reader(parts, origin);
        expect('trouble' in read ? read.trouble.got.length : read.findings.length).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 300 },
    );
  });

  it('never makes a reader throw, whatever its values are', () => {
    const leaf = fc.oneof(fc.constant(null), fc.jsonValue({ maxDepth: 1 }));
    fc.assert(
      fc.property(fc.nat(10_000), leaf, (which, value) => {
        const read = reader(Buffer.from(JSON.stringify(withOne(JSON.parse(text), which, value))), origin);
        expect('trouble' in read || Array.isArray(read.findings)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
}

/** The document with one of its values replaced. */
function withOne(json: unknown, which: number, value: unknown): unknown {
  let count = 0;
  const total = JSON.stringify(json, (_key, each) => {
    count += 1;
    return each as unknown;
  }).length;
  const chosen = total === 0 ? 0 : which % count;
  let seen = 0;
  return JSON.parse(
    JSON.stringify(json, (_key, each) => {
      seen += 1;
      return (seen - 1 === chosen ? value : each) as unknown;
    }),
  );
}
