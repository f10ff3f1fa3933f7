import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchContents, failureOf, mergeChanges } from './git-output.ts';

describe('mergeChanges', () => {
  it('merges the same way in every order of loose files', () => {
    const path = fc.constantFrom('a', 'b', 'c', 'd');
    const change = fc.record({ status: fc.constantFrom('A' as const, 'M' as const, 'D' as const), path });
    const changes = fc.uniqueArray(change, { selector: (one) => one.path });
    fc.assert(
      fc.property(changes, fc.uniqueArray(path), (differing, loose) => {
        const merged = mergeChanges(differing, loose);
        expect(mergeChanges([...differing].reverse(), [...loose].reverse())).toEqual(merged);
        expect(merged.map((one) => one.path)).toEqual(
          [...new Set([...differing.map((one) => one.path), ...loose])].sort(),
        );
      }),
    );
  });
});

describe('batchContents', () => {
  it('gives back any contents, line breaks and headers in them too', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array()), (contents) => {
        const parts = contents.flatMap((bytes) => [`${'a'.repeat(40)} blob ${bytes.length}\n`, bytes, '\n']);
        const output = Buffer.concat(parts.map((part) => Buffer.from(part)));
        expect(batchContents(output, contents.length)).toEqual(contents.map((bytes) => Buffer.from(bytes)));
      }),
    );
  });

  it.each(['', 'a missing\n', 'a blob x\n'])('throws at an answer that it cannot read: %j', (output) => {
    expect(() => batchContents(Buffer.from(output), 1)).toThrow('cannot be read');
  });
});

describe('failureOf', () => {
  const result = { signal: null, stdout: Buffer.alloc(0), timedOut: false, truncated: false, durationMs: 1 };
  const of = (exitCode: number, stderr: string) => failureOf({ ...result, exitCode, stderr: Buffer.from(stderr) });

  it('gives the line that tells the fault, without credentials', () => {
    expect(of(128, 'hint: x\nfatal: no https://me:secret@host/x\r\nmore')).toBe('exit 128: fatal: no https://host/x');
    expect(of(1, '')).toBe('exit 1');
  });

  it('cuts a long line', () => {
    expect(of(1, 'x'.repeat(5_000)).length).toBeLessThan(320);
  });
});
