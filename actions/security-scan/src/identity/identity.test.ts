import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RawFinding } from '../finding.ts';
import { advisoryClasses } from './classes.ts';
import { identityOf } from './identity.ts';
import { type Compared, knownAmong } from './known.ts';
import { mergeFindings } from './merge.ts';

const none = advisoryClasses([]);
const code = (changes: Partial<RawFinding> = {}): RawFinding => ({
  category: 'code',
  rule: 'B602',
  title: 'a shell is started',
  severity: 'high',
  message: 'subprocess call with shell=True',
  location: { path: 'app/run.py', line: 4 },
  advisories: [],
  ...changes,
});
const vulnerable = (name: string, ids: readonly string[], changes: Partial<RawFinding> = {}): RawFinding => ({
  category: 'dependency',
  rule: ids[0] ?? '',
  title: `${name} is vulnerable`,
  severity: null,
  message: '',
  location: { path: 'package-lock.json', line: 10 },
  package: { purl: `pkg:npm/${name}@1.0.0`, name, version: '1.0.0', range: '<2', fixed: null, via: [] },
  advisories: ids,
  ...changes,
});
const GHSA = 'GHSA-2f4h-9q7m-c3vx';
const CVE = 'CVE-2026-12345';

const compared = (finding: RawFinding, line?: string): Compared => identityOf(finding, line, none);
const newAmong = (head: readonly Compared[], base: readonly Compared[]) =>
  knownAmong(head, base).filter((isKnown) => !isKnown).length;

describe('the identity of a finding', () => {
  const line = 'subprocess.run(command, shell=True)';

  it('stays when its line moves or is indented', () => {
    const before = identityOf(code(), line, none);
    const moved = code({ location: { path: 'app/run.py', line: 40, column: 9 } });
    expect(identityOf(moved, `\t  ${line.replace(' ', '   ')}`, none)).toEqual(before);
  });

  it('keeps its content when the file is renamed', () => {
    const before = identityOf(code(), line, none);
    const renamed = identityOf(code({ location: { path: 'app/start.py', line: 4 } }), line, none);
    expect([renamed.content === before.content, renamed.exact === before.exact]).toEqual([true, false]);
  });

  it('changes with the rule and with the text of the line', () => {
    const { content } = identityOf(code(), line, none);
    expect(identityOf(code({ rule: 'B603' }), line, none).content).not.toBe(content);
    expect(identityOf(code(), `${line} # now`, none).content).not.toBe(content);
  });

  it('of a commit of the history stays when the line is gone from the tree', () => {
    const past = { commit: 'a'.repeat(40), snippet: 'token = ***' };
    const gone = code({ ...past, location: { path: 'app/run.py' } });
    expect(identityOf(gone, undefined, none)).toEqual(identityOf(code(past), 'the line as it is now', none));
  });

  it('of a dependency is its package and advisory, whatever the version, the lock file and the alias', () => {
    const classes = advisoryClasses([[GHSA, CVE]]);
    const one = identityOf(vulnerable('forms', [GHSA]), undefined, classes);
    const packageFact = {
      purl: 'pkg:npm/forms@1.2.0',
      name: 'forms',
      version: '1.2.0',
      range: null,
      fixed: null,
      via: [],
    };
    const two = vulnerable('forms', [CVE.toLowerCase()], {
      package: packageFact,
      location: { path: 'web/package-lock.json', line: 1 },
    });
    expect(identityOf(two, undefined, classes)).toEqual(one);
    expect(identityOf(vulnerable('other', [GHSA]), undefined, classes).exact).not.toBe(one.exact);
  });
});

describe('what is new', () => {
  const line = 'eval(text)';
  const here = compared(code(), line);
  const elsewhere = compared(code({ location: { path: 'b.py', line: 1 } }), line);

  it('is nothing where the base is the same, moved or renamed', () => {
    expect(newAmong([here], [here])).toBe(0);
    expect(newAmong([elsewhere], [here])).toBe(0);
  });

  it('is one of two when a finding was duplicated, in the same file or in another', () => {
    expect(newAmong([here, here], [here])).toBe(1);
    expect(knownAmong([elsewhere, here], [here])).toEqual([false, true]);
  });

  it('is a secret whose value changed in the line that stayed', () => {
    const [a, b] = ['a', 'b'].map((secret) => ({ ...here, secret }));
    expect([newAmong([a ?? here], [b ?? here]), newAmong([a ?? here], [a ?? here])]).toEqual([1, 0]);
    // A baseline that was saved holds no values: what it has stands for any.
    expect(newAmong([a ?? here], [here])).toBe(0);
  });

  it('is nothing that an earlier report of ours has by its fingerprint', () => {
    expect(
      newAmong([here], [{ own: { exact: here.exact, content: undefined }, exact: 'other', content: 'other' }]),
    ).toBe(0);
  });

  it('is nothing that a report of the base quotes the same, where it has no source', () => {
    const quoted = () => 'as told';
    const base = { exact: 'other', content: 'other', quoted };
    expect([newAmong([{ ...here, quoted }], [base]), newAmong([here], [base])]).toEqual([0, 1]);
  });

  it('is as many as head has over the base, for any two multisets', () => {
    const finding = fc.constantFrom('a', 'b', 'c').map((key): Compared => ({ exact: key, content: key }));
    const property = fc.property(
      fc.array(finding, { maxLength: 12 }),
      fc.array(finding, { maxLength: 12 }),
      (head, base) => {
        const count = (all: readonly Compared[], key: string) => all.filter(({ exact }) => exact === key).length;
        const wanted = ['a', 'b', 'c'].map((key) => Math.max(0, count(head, key) - count(base, key)));
        expect(newAmong(head, base)).toBe(wanted.reduce((sum, more) => sum + more, 0));
      },
    );
    fc.assert(property);
  });
});

describe('merging', () => {
  const of = (scanner: string, finding: RawFinding, isKnown = false) => ({
    scanner,
    finding,
    isKnown,
    alsoBy: [],
  });

  it('makes one finding of an advisory that two tools name by different ids', () => {
    const classes = advisoryClasses([[GHSA, CVE]]);
    const all = [
      of('npm-audit', vulnerable('forms', [GHSA], { severity: 'medium' })),
      of('sarif', vulnerable('forms', [CVE], { severity: 'high', fix: 'npm update forms' })),
    ];
    expect(mergeFindings(all, classes)).toMatchObject([
      {
        scanner: 'npm-audit',
        alsoBy: ['sarif'],
        finding: { severity: 'high', fix: 'npm update forms', advisories: [GHSA, CVE] },
      },
    ]);
  });

  it('keeps two packages, two versions and two copies by one scanner apart', () => {
    const other = { purl: 'pkg:npm/forms@2.0.0', name: 'forms', version: '2.0.0', range: null, fixed: null, via: [] };
    const all = [
      of('a', vulnerable('forms', [GHSA])),
      of('a', vulnerable('forms', [GHSA])),
      of('b', vulnerable('views', [GHSA])),
      of('b', vulnerable('forms', [GHSA], { package: other })),
    ];
    expect(mergeFindings(all, none)).toHaveLength(4);
  });

  it('pairs copies by their lock file first, each once', () => {
    const at = (path: string) => ({ location: { path, line: 1 } });
    const all = [
      of('a', vulnerable('forms', [GHSA], at('one.json'))),
      of('a', vulnerable('forms', [GHSA], at('two.json'))),
      of('b', vulnerable('forms', [GHSA], at('two.json')), true),
      of('b', vulnerable('forms', [GHSA], at('three.json'))),
      of('b', vulnerable('forms', [GHSA], at('four.json'))),
    ];
    const merged = mergeFindings(all, none).map(({ finding, isKnown, alsoBy }) => [
      finding.location?.path,
      isKnown,
      alsoBy.length,
    ]);
    expect(merged).toEqual([
      ['one.json', false, 1],
      ['two.json', true, 1],
      ['four.json', false, 0],
    ]);
  });

  it('is known in two lock files only when both were there', () => {
    const at = (path: string) => ({ location: { path, line: 1 } });
    const all = [
      of('a', vulnerable('forms', [GHSA], at('one.json')), true),
      of('b', vulnerable('forms', [GHSA], at('two.json'))),
    ];
    expect(mergeFindings(all, none).map(({ isKnown }) => isKnown)).toEqual([false]);
  });

  it('makes one finding of a secret that two scanners see in one line, whatever they call it', () => {
    const secret = (rule: string, line: number) => code({ category: 'secret', rule, location: { path: '.env', line } });
    const all = [
      of('secrets', secret('aws', 1)),
      of('gitleaks', secret('aws-access-token', 1)),
      of('gitleaks', secret('x', 2)),
    ];
    expect(mergeFindings(all, none).map(({ alsoBy }) => alsoBy)).toEqual([['gitleaks'], []]);
  });

  it('keeps every finding of one scanner, in its order', () => {
    const all = [1, 2, 3].map((line) => of('bandit', code({ location: { path: 'a.py', line } })));
    expect(mergeFindings(all, none).map(({ finding }) => finding.location?.line)).toEqual([1, 2, 3]);
  });
});
