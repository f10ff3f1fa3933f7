import type { Verdict } from '@shipgate/schemas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../scripts/vitest/thoroughly.ts';
import { green, reason, red, subject } from '../testing/verdicts.ts';
import { assignComments, type Comment } from './assign.ts';
import { markerOf, readMarker } from './marker.ts';
import { isNewer, readRecord, recordLine } from './record.ts';
import { commentText } from './text.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 400 }),
  fc.stringMatching(/^[-<>!`*_[\]()#@:/ \n\r]{1,40}$/),
  fc.constantFrom('-->', '--', '<!--', '\n## x', '](x)', '::error::x', '`'.repeat(30)),
);

const links = {
  run: 'https://github.com/acme/orders/actions/runs/1',
  code: () => 'https://github.com/acme/orders/blob/x/y',
  docs: (code: string) => `https://github.com/shipgate/shipgate/${code}`,
};

const run = { id: '4711', attempt: 1 };
const textOf = (verdict: Verdict, previous?: Parameters<typeof commentText>[2]) =>
  commentText({ verdict, run, links, isFork: true }, markerOf(verdict).line, previous);

describe('the marker', () => {
  it('names gate, service, environment and folder', () => {
    const named = { ...subject, environment: 'production' };
    expect(markerOf(red({ subject: named })).line).toBe(
      '<!-- shipgate:sticky gate=migrate-gate service=order-service environment=production path=migrations -->',
    );
    expect(markerOf(red({ subject: {} }))).toMatchObject({ isBare: true });
  });

  it('is one line that nothing in it can end, and is read as it was written', () => {
    fc.assert(
      fc.property(anyText, anyText, (service, path) => {
        const marker = markerOf({ gate: 'checklist', subject: { service, path } });
        expect(marker.line).toMatch(/^<!-- [^\n\r<>]* -->$/);
        expect(marker.line.slice(4, -3)).not.toContain('--');
        expect(readMarker(`${marker.line}\r\nrest`)).toEqual(marker);
      }),
    );
  });

  it('differs when what it names differs', () => {
    const short = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(short, short, (one, other) => {
        const lineOf = (service: string) => markerOf({ gate: 'checklist', subject: { service } }).line;
        expect(lineOf(one) === lineOf(other)).toBe(one === other);
      }),
    );
  });

  it.each([
    'text before <!-- shipgate:sticky gate=x -->',
    '<!-- shipgate:sticky gate=x --> <b>',
    '<!-- shipgate:sticky -->',
    '<!-- shipgate:sticky gate=x service=a other=b -->',
    '',
  ])('is not read from %j', (body) => {
    expect(readMarker(body)).toBeUndefined();
  });
});

describe('the record of a run', () => {
  it('is read as it was written, whatever the titles are', () => {
    const fault = fc.record({ code: fc.stringMatching(/^[a-z-]{1,20}$/), title: fc.string({ unit: 'grapheme' }) });
    fc.assert(
      fc.property(fc.array(fault, { maxLength: 30 }), fc.nat(), (faults, attempt) => {
        const record = { run: { id: '12', attempt }, faults };
        expect(readRecord(`marker\n${recordLine(record)}\ntext`)).toEqual(record);
      }),
    );
  });

  it('is none when somebody wrote something else into it', () => {
    const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const bodies = ['', 'a', 'a\n<!-- shipgate:record !! -->', `a\n<!-- shipgate:record ${encoded({})} -->`];
    for (const body of [...bodies, `a\n<!-- shipgate:record ${encoded(['x', 1])} -->`])
      expect(readRecord(body)).toBeUndefined();
  });

  it('knows the newer of two runs, whatever their length', () => {
    const of = (id: string, attempt = 1) => ({ id, attempt });
    expect([isNewer(of('100'), of('99')), isNewer(of('99'), of('100'))]).toEqual([true, false]);
    expect([isNewer(of('9', 2), of('9', 1)), isNewer(of('9'), of('9'))]).toEqual([true, false]);
  });
});

describe('the text of a comment', () => {
  it('has at most 15 lines and stays far below what GitHub takes, whatever the verdict says', () => {
    const outcome = fc.constantFrom('fail', 'unknown', 'pass') as fc.Arbitrary<Verdict['outcome']>;
    const someReason = fc.record({ title: anyText, seen: anyText, mend: anyText }).map(reason);
    fc.assert(
      fc.property(outcome, anyText, fc.array(someReason, { maxLength: 60 }), (seen, headline, reasons) => {
        const verdict = red({ outcome: seen, headline, reasons, subject: { ...subject, service: headline } });
        const before = {
          run,
          faults: Array.from({ length: 30 }, (_, index) => ({ code: 'x', title: `${headline}${index}` })),
        };
        const text = textOf(verdict, before);
        expect(text.split(/[\n\r]/).length).toBeLessThanOrEqual(15);
        expect(text.length).toBeLessThan(65_536);
      }),
      { numRuns: runs(300) },
    );
  });

  it('names a required proof that was not had when no reason does', () => {
    const proofs: Verdict['proofs'] = [{ name: 'schema', required: true, outcome: 'not-proven', seen: 'nothing ran' }];
    expect(textOf(red({ outcome: 'unknown', reasons: [], proofs }))).toContain(
      '- **the proof schema was not had**: nothing ran.',
    );
  });

  it('says what was mended, but not while nobody knows', () => {
    const before = { run, faults: [{ code: 'no-down', title: 'x is gone' }] };
    expect(textOf(green(), before)).toContain('- Mended since the last run: x is gone.');
    expect(textOf(red({ outcome: 'unknown', reasons: [] }), before)).not.toContain('Mended');
    expect(textOf(green(), undefined)).not.toContain('Mended');
  });

  it('has no link that a verdict brings along', () => {
    const docs = 'https://evil.example/x';
    expect(textOf(red({ reasons: [reason({ docs })] }))).not.toContain('evil');
  });
});

describe('the comment of a verdict', () => {
  const planned = (change: Verdict['subject']) => ({ marker: markerOf(red({ subject: change })) });
  const comment = (id: number, of: Verdict['subject'], login = 'bot'): Comment => ({
    ...{ id, login, url: `https://github.com/${id}`, body: `${markerOf(red({ subject: of })).line}\nx` },
  });
  const assigned = (plans: Parameters<typeof planned>[0][], comments: readonly Comment[]) => {
    const { assigned: all, outdated } = assignComments(plans.map(planned), comments, 'bot');
    return { ids: all.map(({ comment: one }) => one?.id), outdated: outdated.map(({ id }) => id) };
  };
  const [a, b, bare] = [{ path: 'a' }, { path: 'b' }, {}];

  it('is the one with its marker', () => {
    expect(assigned([a, b], [comment(1, b), comment(2, a)])).toEqual({ ids: [2, 1], outdated: [] });
  });

  it('is never one of somebody else', () => {
    expect(assigned([a], [comment(1, a, 'mallory')]).ids).toEqual([undefined]);
  });

  it('that names the gate alone goes to the first verdict that names more, and is out of date beside them', () => {
    expect(assigned([a], [comment(1, bare)])).toEqual({ ids: [1], outdated: [] });
    expect(assigned([a, b], [comment(1, bare), comment(2, a), comment(3, b)])).toEqual({ ids: [2, 3], outdated: [1] });
  });

  it('of a gate that could not begin is the only one of its gate, and a new one where there are several', () => {
    expect(assigned([bare], [comment(1, a)]).ids).toEqual([1]);
    expect(assigned([bare], [comment(1, a), comment(2, b)]).ids).toEqual([undefined]);
    expect(assigned([a, bare], [comment(1, a)]).ids).toEqual([1, undefined]);
  });

  it('is of its own gate', () => {
    const other = { ...comment(1, bare), body: '<!-- shipgate:sticky gate=checklist -->' };
    expect(assigned([a], [other])).toEqual({ ids: [undefined], outdated: [] });
  });
});
