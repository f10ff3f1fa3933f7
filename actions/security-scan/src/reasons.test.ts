import { validateVerdict } from '@shipgate/schemas';
import { describe, expect, it } from 'vitest';
import type { Cause } from './causes.ts';
import { factsOf, foundSecret } from './decide.fixture.ts';
import type { DecidedFinding } from './decided.ts';
import type { RawFinding } from './finding.ts';
import { causes, decided, ofCode, tell } from './reasons.fixture.ts';
import { codeOrder, reasonTexts } from './reasons.ts';
import { annotationOf, told } from './report.fixture.ts';

const secret = (changes: Partial<DecidedFinding> = {}, raw: Partial<RawFinding> = {}) =>
  tell({ ...causes['secret-found'], finding: decided(foundSecret(raw), { scanner: 'secrets', ...changes }) });

describe('every code', () => {
  const all = Object.values(causes);

  it('has words and a place in the order', () => {
    expect(Object.keys(reasonTexts).toSorted()).toEqual(Object.keys(causes).toSorted());
    expect([...codeOrder].toSorted()).toEqual(Object.keys(causes).toSorted());
  });

  it.each(all)('says what was seen, what it hurts and how to mend it: $code', (cause) => {
    const { title, seen, hurts, mend, docs: page } = tell(cause);
    for (const text of [title, seen, hurts, mend]) {
      expect(text).toMatch(/\S/);
      expect(text).not.toMatch(/undefined|null|NaN|\[object|!|please|oops|successfully|\.\.$/i);
      expect(text).toBe(text.trim());
    }
    for (const sentence of [seen, hurts, mend]) expect(sentence).toMatch(/[.:]$/);
    expect(title).not.toMatch(/\.$/);
    expect(page).toBe(`docs/reasons/security-scan/${cause.code}.md`);
  });

  it.each(all)('makes an annotation of at most 200 characters that holds seen and mend: $code', (cause) => {
    const { title, message } = annotationOf(tell(cause));
    expect(title.length + message.length).toBeLessThanOrEqual(200);
    expect(title.startsWith('security-scan: ')).toBe(true);
    expect(message.length).toBeGreaterThan(20);
  });

  it('is in the verdict with evidence of its own', () => {
    const made = told(factsOf({ found: Object.values(causes) }));
    expect(validateVerdict(made.verdict)).toMatchObject({ ok: true });
    expect(new Set(made.verdict.reasons.map(({ code }) => code)).size).toBe(all.length);
  });

  it.each([
    [
      'fail',
      ['secret-found', 'vulnerable-package', 'code-weakness', 'manifest-weakness', 'contract-broken', 'more-findings'],
    ],
    [
      'unknown',
      [
        ...['scanner-error', 'scanner-not-run', 'nothing-scanned'],
        ...['kev-unreadable', 'baseline-unreadable', 'base-unreachable'],
      ],
    ],
    [
      'no',
      [
        ...['not-compared', 'suppression-expired', 'suppression-ending', 'suppression-too-far', 'suppression-stale'],
        ...['policy-changed', 'kev-unasked', 'lock-unread', 'submodules-unread'],
      ],
    ],
  ])('makes the outcome what it should be: %s', (blocks, codes) => {
    const some = all.filter((cause) => tell(cause).blocks === blocks);
    expect(some.map(({ code }) => code).toSorted()).toEqual(codes.toSorted());
    expect(some.every((cause) => (tell(cause).severity === 'error') === (blocks !== 'no'))).toBe(true);
  });

  it('lets pass what the policy lets pass', () => {
    const lenient = all.flatMap((cause) => ('isBlocking' in cause ? [{ ...cause, isBlocking: false } as Cause] : []));
    expect(lenient).toHaveLength(8);
    for (const cause of lenient) expect(tell(cause)).toMatchObject({ blocks: 'no' });
    expect(
      tell({ ...causes['code-weakness'], finding: decided(ofCode('code', { severity: 'low' })), isBlocking: false })
        .severity,
    ).toBe('note');
  });
});

describe('a secret', () => {
  it('is revoked first, by the command of its provider, then taken out of the branch', () => {
    expect(secret()).toMatchObject({
      title: 'critical: AWS access key in the code',
      seen: 'rule `aws-access-key-id` matches. The value is not shown anywhere.',
      mend: 'revoke it first, then remove it from every commit of the branch.',
      repair: {
        language: 'sh',
        text: 'aws iam update-access-key --access-key-id <the key> --status Inactive\ngit rebase -i 4c02d1a',
      },
      location: { file: 'internal/export/s3.go', line: 18, column: 14, endColumn: 34 },
    });
  });

  it('is revoked on a page where its provider has no command', () => {
    const { mend, repair } = secret({}, { fix: 'Roll it at https://dashboard.stripe.com/apikeys' });
    expect(mend).toBe(
      'revoke it first (roll it at https://dashboard.stripe.com/apikeys), then remove it from every commit of the branch.',
    );
    expect(repair?.text).toBe('git rebase -i 4c02d1a');
    expect(secret({ state: 'known' }, { fix: 'Roll it at the page' }).repair).toBeUndefined();
  });

  it('has no repair where neither a command nor a base is known', () => {
    const { fix: _, ...raw } = foundSecret();
    const cause = { ...causes['secret-found'], finding: decided(raw) };
    expect(tell(cause, factsOf({ base: null })).repair).toBeUndefined();
    expect(tell(cause).repair?.text).toBe('git rebase -i 4c02d1a');
  });

  it('that the base has too is not said to be in this branch, and no branch is rewritten', () => {
    const { hurts, repair } = secret({ state: 'known' });
    expect(hurts).toBe('the base has it too: whoever can read the repository can use it.');
    expect(repair?.text).not.toContain('rebase');
  });

  it('of the history alone names its commit and has no line at the head', () => {
    const { title, seen, location } = secret({}, { commit: 'abcdef0123456789abcdef0123456789abcdef01' });
    expect(title).toBe('critical: AWS access key in the history');
    expect(seen).toContain('in commit `abcdef0` at `internal/export/s3.go:18`');
    expect(location).toBeUndefined();
  });

  it('names the scanners that found it, but for our own', () => {
    expect(secret({ scanner: 'gitleaks', alsoBy: ['secrets', 'trufflehog'] }).seen).toContain(
      'of gitleaks and trufflehog matches',
    );
  });

  it('is annotated as designed', () => {
    const { title, message } = annotationOf(secret());
    expect(`${title} ${message}`).toBe(
      'security-scan: critical: AWS access key in the code (secret-found) ' +
        'Rule aws-access-key-id matches. The value is not shown anywhere. Revoke it first, then remove it from every commit of the branch.',
    );
  });

  it('never brings the line that holds it', () => {
    expect(secret({}, { snippet: 'key = XXXX' }).excerpt).toBeUndefined();
  });
});

describe('a weakness in code', () => {
  const told_ = (raw: Partial<RawFinding>, changes: Partial<DecidedFinding> = {}, facts = factsOf()) =>
    tell(
      { ...causes['code-weakness'], finding: decided(ofCode('code', raw), { scanner: 'bandit', ...changes }) },
      facts,
    );

  it('says rule and scanner, and the message once', () => {
    expect(told_({}).seen).toBe('rule `B602` of bandit matches: subprocess call with shell=True.');
    expect(told_({ message: 'A shell is called with text from outside' }).seen).toBe('rule `B602` of bandit matches.');
    const more = (text: string) => told_({ message: `A shell is called with text from outside${text}` }).seen;
    expect(more('. (confidence high)')).toBe('rule `B602` of bandit matches (confidence high).');
    expect(more('. Give it a list.')).toBe('rule `B602` of bandit matches: Give it a list.');
    expect(more('rs of it')).toContain('matches: A shell is called with text from outsiders of it.');
  });

  it('says that the policy gave it its severity when the scanner gave none', () => {
    expect(told_({ severity: null }).seen).toContain('; no severity is given, so it counts as high');
  });

  it('hurts by what becomes of it', () => {
    const any = factsOf({ policy: { failOn: { severity: 'high', state: 'any' } } });
    expect(told_({}).hurts).toBe('once merged it counts as known, and nothing stops at it any more.');
    expect(told_({}, {}, any).hurts).toBe('it goes out with the next release.');
    expect(told_({}, { state: 'known' }, any).hurts).toBe('it is on the base too, so it goes out with every release.');
  });

  it('has no end column of another line', () => {
    const lines = { path: 'a.py', line: 7, column: 5, endLine: 9, endColumn: 2 };
    expect(told_({ location: lines }).location).toEqual({ file: 'a.py', line: 7, column: 5 });
    expect(told_({ location: { ...lines, line: 0 } }).location).toEqual({ file: 'a.py' });
    expect(told_({ location: null }).location).toBeUndefined();
  });
});
