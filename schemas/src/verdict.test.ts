import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../scripts/vitest/thoroughly.ts';
import type { Verdict } from './generated/verdict.ts';
import { JsonSlip, jsonPlaces } from './json-places.ts';
import { pathOf, valueAt } from './places.ts';
import { isMigrateGateVerdict, readVerdictFile, validateVerdict } from './verdict.ts';

const text = readFileSync(join(import.meta.dirname, '../examples/accept/red-drift.verdict.json'), 'utf8');
const red = JSON.parse(text) as Verdict;

describe('validateVerdict', () => {
  it('gives back what is valid, typed by gate', () => {
    const result = validateVerdict(red);
    expect(result).toEqual({ ok: true, verdict: red });
    expect(isMigrateGateVerdict(red) && red.evidence.migrations[1]?.status).toBe('drift');
  });

  it('tells only the first fault of what is large: a verdict of millions of faults must not stop whoever reads it', () => {
    const reasons = new Array<number>(1_000_000).fill(0);
    const judged = validateVerdict({ ...red, reasons });
    expect(judged).toEqual({ ok: false, errors: [{ path: 'reasons[0]', message: 'must be object' }] });
    expect(readVerdictFile(JSON.stringify({ ...red, reasons }), { file: 'v' }).faults).toHaveLength(1);
  });

  it('names the path and the fault of all that is not', () => {
    const [reason] = red.reasons;
    const bad = { ...red, gate: 'migrate', reasons: [{ ...reason, code: 'Not A Code', extra: 1 }] };
    expect(validateVerdict(bad)).toEqual({
      ok: false,
      errors: expect.arrayContaining([
        { path: 'gate', message: 'must be one of migrate-gate, canary-promote, checklist, security-scan' },
        { path: 'reasons[0]', message: 'must not have the key "extra"' },
        { path: 'reasons[0].code', message: expect.stringContaining('must match pattern') },
      ]),
    });
  });

  it.each([undefined, null, 1, 'x', [], {}])('refuses %j', (value) => {
    expect(validateVerdict(value).ok).toBe(false);
  });

  it('never lets a verdict pass over a reason that blocks or a required proof that is missing', () => {
    const blocks = fc.constantFrom('fail', 'unknown', 'no');
    const proof = fc.record({ required: fc.boolean(), outcome: fc.constantFrom('pass', 'fail', 'not-proven') });
    fc.assert(
      fc.property(fc.array(blocks, { maxLength: 4 }), fc.array(proof, { maxLength: 4 }), (reasons, proofs) => {
        const verdict = {
          ...red,
          outcome: 'pass',
          reasons: reasons.map((each) => ({ ...red.reasons[0], blocks: each })),
          proofs: proofs.map((each) => ({ name: 'schema', seen: 'x', ...each })),
        };
        const mayPass =
          reasons.every((each) => each === 'no') && proofs.every((each) => !each.required || each.outcome === 'pass');
        expect(validateVerdict(verdict).ok).toBe(mayPass);
      }),
    );
  });
});

describe('readVerdictFile', () => {
  it('reads bytes and text alike', () => {
    expect(readVerdictFile(Buffer.from(text), { file: 'v.json' }).value).toEqual(red);
    expect(readVerdictFile(text, { file: 'v.json' }).value).toEqual(red);
  });

  it('says where JSON ends, wherever the text is cut', () => {
    fc.assert(
      fc.property(fc.nat(text.length - 3), (length) => {
        const { value, faults } = readVerdictFile(text.slice(0, length), { file: 'v.json' });
        expect(value).toBeUndefined();
        expect(faults).toHaveLength(1);
        expect(faults[0]?.location?.line).toBeLessThanOrEqual(text.slice(0, length).split('\n').length);
      }),
    );
  });

  it('ends with a fault on thousands of levels', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect(readVerdictFile(deep, { file: 'v.json' }).faults.length).toBe(1);
  });
});

describe('places of JSON', () => {
  it('hold exactly the text of every value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 1, '\t'), (value, indent) => {
        const json = JSON.stringify(value, null, indent);
        for (const [pointer, place] of jsonPlaces(json).places) {
          const part: unknown = JSON.parse(json.slice(...place.value));
          expect(part).toEqual(valueAt(JSON.parse(json), pointer));
        }
      }),
    );
  });

  it('are refused exactly where JSON.parse refuses', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '1',
      '-',
      '01',
      'null',
      ' ',
      '"',
      '\\u00',
      '\n',
      '1e5',
      '.5',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const json = pieces.join('');
        expect(accepts(() => jsonPlaces(json), JsonSlip)).toBe(accepts(() => JSON.parse(json), SyntaxError));
      }),
      { numRuns: runs(2000) },
    );
  });

  it('are written as people write paths', () => {
    expect(pathOf('/reasons/0/a~1b/c~0d')).toBe('reasons[0].a/b.c~d');
  });
});

function accepts(action: () => unknown, refusal: new (...parameters: never[]) => Error): boolean {
  try {
    action();
    return true;
  } catch (error) {
    if (error instanceof refusal) return false;
    throw error;
  }
}
