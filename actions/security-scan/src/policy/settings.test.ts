import type { Security } from '@shipgate/schemas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AskedInputs } from './settings.ts';
import { noInputs, resolveSettings } from './settings.ts';

const settings = (section: Security, asked: Partial<AskedInputs> = {}) =>
  resolveSettings(section, { ...noInputs, ...asked }).settings;
const entry = { reason: 'only at build time', expires: '2027-01-31' };

describe('settings', () => {
  it('are strict when nothing is said', () => {
    expect(settings({})).toEqual({
      ...{ onError: 'block', unknownSeverity: 'high', failOn: { severity: 'high', state: 'new' } },
      ...{ allow: [], horizonDays: 90, inline: false },
      ...{ scanners: { auto: true, named: [] }, reports: [], kevFile: undefined, baseline: undefined },
      ...{ exclude: [], timeoutMs: 300_000, contracts: [] },
    });
  });

  it('are what the policy says', () => {
    const section: Security = {
      ...{ 'on-error': 'warn', 'unknown-severity': 'low', 'fail-on': { state: 'any' }, 'inline-allowances': 'honour' },
      ...{ scanners: ['secrets'], reports: ['sarif=reports/a=b.sarif'], 'kev-file': 'kev.json', baseline: 'a.sarif' },
      ...{ exclude: ['test/**'], timeout: '1.5m', contracts: [{ tool: 'buf', path: 'proto' }], 'allow-horizon': '36h' },
    };
    expect(settings(section)).toMatchObject({
      ...{ onError: 'warn', unknownSeverity: 'low', failOn: { severity: 'high', state: 'any' }, inline: true },
      ...{ scanners: { auto: false, named: ['secrets'] }, reports: [{ name: 'sarif', path: 'reports/a=b.sarif' }] },
      ...{ kevFile: { path: 'kev.json', by: 'policy' }, baseline: { path: 'a.sarif', by: 'policy' } },
      ...{ exclude: ['test/**'], timeoutMs: 90_000, contracts: [{ tool: 'buf', path: 'proto' }], horizonDays: 1 },
    });
  });

  it('hold the entries of the allow list with their places, packages and paths', () => {
    const allow = [
      { advisory: 'CVE-2026-0001', package: 'pkg:npm/a@not a range', ...entry },
      { advisory: 'CVE-2026-0002', package: 'pkg:npm/%40acme/forms@>=2 <3', ...entry },
      { rule: 'B602', path: 'tools/', ...entry },
    ];
    const resolved = resolveSettings({ allow }, noInputs);
    expect(resolved.refusals).toMatchObject([{ index: 0, got: 'not a range' }]);
    expect(resolved.settings.allow).toMatchObject([
      { index: 1, advisory: 'CVE-2026-0002', package: { bare: 'pkg:npm/@acme/forms', range: '>=2 <3' } },
      { index: 2, rule: 'B602', reason: 'only at build time', expires: '2027-01-31' },
    ]);
    const path = resolved.settings.allow[1]?.path;
    expect(['tools/a.py', 'tools/b/a.py', 'tools', 'src/tools/a.py'].map((each) => path?.matches(each))).toEqual([
      ...[true, true, false, false],
    ]);
  });
});

describe('inputs', () => {
  it.each([
    [undefined, undefined, true, []],
    [undefined, 'none', false, []],
    [undefined, ['secrets'], false, ['secrets']],
    ['auto', 'none', true, []],
    ['auto', ['bandit'], true, ['bandit']],
    ['none', undefined, false, []],
    ['none', ['bandit'], false, ['bandit']],
    ['none', 'auto', true, []],
    [['secrets'], 'none', false, ['secrets']],
    [['secrets'], 'auto', true, ['secrets']],
    [['secrets'], ['bandit', 'secrets'], false, ['secrets', 'bandit']],
  ] as const)('beside a policy of %j, scanners: %j', (policy, asked, auto, named) => {
    const section: Security =
      policy === undefined ? {} : { scanners: typeof policy === 'string' ? policy : [...policy] };
    expect(settings(section, { scanners: asked }).scanners).toEqual({ auto, named });
  });

  it('add reports, each once', () => {
    const reports = [
      { name: 'sarif', path: 'a.sarif' },
      { name: 'bandit', path: 'b.json' },
    ];
    expect(settings({ reports: ['sarif=a.sarif'] }, { reports }).reports).toEqual(reports);
  });

  it('choose files and time where the policy is silent, and are told where it is not', () => {
    const asked = { kevFile: 'k.json', baseline: 'b.sarif', timeoutMs: 1000, scanners: 'none' as const };
    const free = resolveSettings({}, { ...noInputs, ...asked });
    expect(free.settings).toMatchObject({
      ...{ kevFile: { path: 'k.json', by: 'input' }, baseline: { path: 'b.sarif', by: 'input' }, timeoutMs: 1000 },
    });
    expect(free.warnings).toEqual([]);
    const said: Security = { 'kev-file': 'kev.json', baseline: 'base.sarif', timeout: '5m', scanners: 'auto' };
    const bound = resolveSettings(said, { ...noInputs, ...asked });
    expect(bound.settings).toEqual(settings(said));
    expect(bound.warnings.map(({ title }) => title)).toEqual(
      ['scanners', 'kev-file', 'baseline', 'timeout'].map((input) => `input ${input} has no effect`),
    );
  });

  it('never take away what a policy names', () => {
    const names = ['secrets', 'npm-audit', 'bandit', 'gitleaks'] as const;
    const way = fc.option(fc.oneof(fc.constantFrom('auto' as const, 'none' as const), fc.subarray([...names])), {
      nil: undefined,
    });
    fc.assert(
      fc.property(way, way, fc.option(fc.nat(), { nil: undefined }), (policy, asked, timeoutMs) => {
        const section: Security = { ...(policy === undefined ? {} : { scanners: policy }), baseline: 'a.sarif' };
        const alone = settings(section).scanners;
        const { scanners, baseline, ...rest } = settings(section, { scanners: asked, timeoutMs, baseline: 'b.sarif' });
        expect(scanners.named).toEqual(expect.arrayContaining([...alone.named]));
        if (policy !== undefined && alone.auto) expect(scanners.auto).toBe(true);
        expect(baseline).toEqual({ path: 'a.sarif', by: 'policy' });
        expect(rest).toMatchObject({ onError: 'block', failOn: { severity: 'high', state: 'new' }, allow: [] });
      }),
    );
  });
});
