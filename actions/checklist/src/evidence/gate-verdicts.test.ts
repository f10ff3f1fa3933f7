import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commit, now, otherCommit, textOf, type VerdictFacts, verdictOf } from './gate-verdict.fixture.ts';
import { choose, type Found, judgeChoice, type Place, readFound, type VerdictWanted } from './gate-verdicts.ts';

const wanted: VerdictWanted = {
  ...{ gate: 'security-scan', commit, repository: 'acme/orders', onPullRequest: false, now },
  limitMs: 7 * 86_400_000,
};
const place = (more: Partial<Place> = {}): Place => ({ source: 'artifact', at: now, ...more });
const found = (facts: VerdictFacts = {}, more: Partial<Place> = {}): Found =>
  readFound({ bytes: Buffer.from(textOf(verdictOf(facts))), place: place(more) });
const broken = (minutesAgo: number, more: Partial<Place> = {}, text = '{"version":1'): Found =>
  readFound({ bytes: Buffer.from(text), place: place({ at: new Date(now.getTime() - minutesAgo * 60_000), ...more }) });
const judge = (all: readonly Found[], more: Partial<VerdictWanted> = {}) =>
  judgeChoice(choose(all, { ...wanted, ...more }), { ...wanted, ...more });

describe('the verdict of a gate', () => {
  it.each(['pass', 'fail', 'unknown'] as const)('that is %s is evidence that is the same', (outcome) => {
    const judged = judge([found({ outcome })]);
    expect(judged).toMatchObject({
      outcome,
      value: outcome,
      threshold: 'pass',
      at: '2026-11-28T11:00:00.000Z',
      source: 'artifact',
    });
    expect(judged.seen).toContain('the newest verdict of security-scan for commit c0ffee0 is');
    expect(judged.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is that of the end that is newest, in whatever order and however good the others are', () => {
    const all = [
      found({ outcome: 'pass', minutesAgo: 20 }),
      found({ outcome: 'fail', minutesAgo: 10 }),
      found({ minutesAgo: 30 }),
    ];
    expect(judge(all).outcome).toBe('fail');
    expect(judge(all.toReversed()).outcome).toBe('fail');
  });

  it('is the graver of two of one time', () => {
    for (const outcome of ['fail', 'unknown'] as const) {
      expect(judge([found(), found({ outcome })]).outcome).toBe(outcome);
      expect(judge([found({ outcome }), found()]).outcome).toBe(outcome);
    }
  });

  it('is never better than the newest', () => {
    const one = fc.record({
      outcome: fc.constantFrom('pass', 'fail', 'unknown'),
      minutesAgo: fc.integer({ min: 0, max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 8 }), (all) => {
        const newest = Math.min(...all.map(({ minutesAgo }) => minutesAgo));
        const outcomes = all.filter(({ minutesAgo }) => minutesAgo === newest).map(({ outcome }) => outcome);
        const gravest = ['fail', 'unknown', 'pass'].find((outcome) => outcomes.some((each) => each === outcome));
        expect(judge(all.map((facts) => found(facts))).outcome).toBe(gravest);
      }),
    );
  });

  it('is stale when it is older than its limit, whatever it says', () => {
    for (const outcome of ['pass', 'fail'] as const) {
      const limit = { limitMs: 2 * 86_400_000 };
      expect(judge([found({ outcome, minutesAgo: 2 * 1_440 })], limit).outcome).toBe(outcome);
      const seen = 'the newest verdict of security-scan for commit c0ffee0 is 2\u00a0days old, wanted <= 2\u00a0days';
      expect(judge([found({ outcome, minutesAgo: 2 * 1_440 + 1 })], limit)).toMatchObject({ outcome: 'stale', seen });
    }
  });

  it('is unknown when its end is still to come, but for what clocks differ by', () => {
    expect(judge([found({ minutesAgo: -5 })]).outcome).toBe('pass');
    expect(judge([found({ minutesAgo: -6 }), found()]).outcome).toBe('unknown');
  });

  it('is stale when it is of another commit only', () => {
    const other = found({ subject: { commit: otherCommit } });
    expect(judge([other])).toMatchObject({
      outcome: 'stale',
      seen: expect.stringContaining('is of commit decade0, wanted c0ffee0'),
    });
    expect(judge([other, found({ minutesAgo: 600 })]).outcome).toBe('pass');
  });

  it('is unknown when there is none, or none of this gate', () => {
    expect(judge([]).outcome).toBe('unknown');
    const seen = 'there is no verdict of security-scan for commit c0ffee0';
    expect(judge([found({ gate: 'checklist' })])).toMatchObject({ outcome: 'unknown', seen });
  });

  it('is not taken from a pull request, unless this is a report on one', () => {
    const onOne = found({ subject: { event: 'pull_request' } });
    expect(judge([onOne])).toMatchObject({
      outcome: 'unknown',
      seen: expect.stringContaining('was given on a pull request'),
    });
    expect(judge([onOne, found({ minutesAgo: 99, outcome: 'fail' })]).outcome).toBe('fail');
    expect(judge([onOne], { onPullRequest: true }).outcome).toBe('pass');
    const silent = verdictOf();
    const { event: _, ...subject } = silent.subject;
    const bytes = Buffer.from(textOf({ ...silent, subject }));
    const run = { id: '1', event: 'pull_request_target' };
    expect(judge([readFound({ bytes, place: place({ run }) })]).outcome).toBe('unknown');
  });

  it.each<[string, VerdictFacts, Partial<Place>, string]>([
    [
      'another gate than its check run',
      { gate: 'checklist' },
      { gate: 'security-scan' },
      'holds a verdict of checklist',
    ],
    ['another repository', { subject: { repository: 'mallory/orders' } }, {}, 'of another repository'],
    [
      'another run',
      { subject: { run: { id: '7', attempt: 1 } } },
      { run: { id: '8', event: 'push' } },
      'of another workflow run',
    ],
    ['another event', { subject: { event: 'schedule' } }, { run: { id: '8', event: 'push' } }, 'of another event'],
  ])('is passed over and named when it is of %s', (_, facts, at, words) => {
    expect(judge([found(facts, at)])).toMatchObject({ outcome: 'unknown', seen: expect.stringContaining(words) });
    const choice = choose([found(facts, at), found({ minutesAgo: 500 })], wanted);
    expect(choice.ignored).toEqual([expect.stringContaining(`artifact `)]);
    expect(judgeChoice(choice, wanted).outcome).toBe('pass');
  });

  it('is passed over without a commit', () => {
    const verdict = verdictOf();
    const bytes = Buffer.from(textOf({ ...verdict, subject: {} }));
    expect(judge([readFound({ bytes, place: place() })]).seen).toContain('a verdict without a commit');
  });
});

describe('a verdict that cannot be read', () => {
  it('is unknown when nothing newer is there', () => {
    expect(judge([broken(1), found()])).toMatchObject({
      outcome: 'unknown',
      seen: expect.stringContaining('cannot be read'),
    });
    expect(judge([broken(61), found()]).outcome).toBe('pass');
  });

  it('is of no concern where the place is of another gate, by its name or for sure', () => {
    expect(judge([broken(1, { name: 'verdict-migrate-gate' }), found()]).outcome).toBe('pass');
    expect(judge([broken(1, { gate: 'migrate-gate' }), found()]).outcome).toBe('pass');
    expect(judge([broken(1, { name: 'migrate-gate-and-security-scan' }), found()]).outcome).toBe('unknown');
    expect(judge([broken(1, { gate: 'security-scan', name: 'migrate-gate' }), found()]).outcome).toBe('unknown');
  });

  it.each([
    ['nothing', ''],
    ['no JSON', 'ok'],
    ['another document', '[]'],
    ['an outcome that is none', JSON.stringify({ ...verdictOf(), outcome: 'green' })],
    ['one key twice', textOf(verdictOf({ outcome: 'fail' })).replace('"outcome"', '"outcome": "pass", "outcome"')],
    ['a deep nest', `${'['.repeat(200_000)}`],
  ])('is one that holds %s', (_, text) => {
    expect(broken(1, {}, text).kind).toBe('broken');
  });

  it('is never pass, wherever it is cut', () => {
    const text = textOf(verdictOf());
    fc.assert(
      fc.property(fc.nat({ max: text.trimEnd().length - 1 }), (length) => {
        expect(judge([broken(1, {}, text.slice(0, length))]).outcome).toBe('unknown');
      }),
      { numRuns: 100 },
    );
  });
});
