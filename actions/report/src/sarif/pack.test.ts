import { randomBytes } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { sarifOf } from '@shipgate/kit/report/sarif';
import { describe, expect, it } from 'vitest';
import { red } from '../testing/verdicts.ts';
import { packSarif } from './pack.ts';

const packed = (content: unknown) => {
  const bytes = content instanceof Uint8Array ? content : Buffer.from(JSON.stringify(content));
  return packSarif(bytes, 'a/results.sarif', 'migrate-gate');
};
const driver = { name: 'migrate-gate' };
const runs = (...tools: readonly object[]) => ({ version: '2.1.0', runs: tools.map((tool) => ({ tool })) });

describe('SARIF for code scanning', () => {
  it('is what the gate wrote, as gzip in Base64', () => {
    const sarif = JSON.parse(JSON.stringify(sarifOf(red(), 'https://github.com')));
    const result = packed(sarif);
    if ('title' in result) throw new Error(result.title);
    const unpacked = gunzipSync(Buffer.from(result.base64, 'base64')).toString();
    expect([JSON.parse(unpacked), result.results]).toEqual([sarif, 1]);
  });

  it('holds once what stood there twice, so that GitHub reads what was looked at', () => {
    const twice = '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"CodeQL","name":"migrate-gate"}}}]}';
    const result = packed(Buffer.from(twice));
    if ('title' in result) throw new Error(result.title);
    expect(gunzipSync(Buffer.from(result.base64, 'base64')).toString()).not.toContain('CodeQL');
  });

  it.each([
    ['of another tool', runs({ driver: { name: 'CodeQL' } }), 'results of CodeQL'],
    ['of two tools', runs({ driver }, { driver: { name: 'x' } }), 'results of x'],
    ['of a tool with extensions', runs({ driver, extensions: [driver] }), 'results of a tool without a name, or with'],
    ['of no tool', runs({}), 'results of a tool without a name'],
    ['without a run', { version: '2.1.0', runs: [] }, 'text that is no SARIF 2.1.0'],
    ['of another version', { ...runs({ driver }), version: '2.0.0' }, 'text that is no SARIF 2.1.0'],
    ['of 21 runs', runs(...Array(21).fill({ driver })), '21 runs'],
    ['of two runs', runs({ driver }, { driver }), 'two runs of migrate-gate'],
    ['that is a list', [], 'text that is no SARIF 2.1.0'],
    ['in Latin-1', Buffer.from('{"version":"caf\xe9"}', 'latin1'), 'text that is no SARIF 2.1.0'],
    ['that is cut', Buffer.from('{"version":'), 'text that is no SARIF 2.1.0'],
    ['that is empty', Buffer.alloc(0), 'text that is no SARIF 2.1.0'],
  ])('is refused %s', (_what, content, got) => {
    expect(packed(content)).toMatchObject({ got: expect.stringContaining(got) });
  });

  it('is refused above 10 MB as gzip, and above 25,000 results', () => {
    const noise = randomBytes(11 * 1024 * 1024).toString('hex');
    const title = 'a/results.sarif is too large for code scanning';
    expect(packed({ version: '2.1.0', runs: [{ tool: { driver }, noise }] })).toMatchObject({ title });
    const many = { version: '2.1.0', runs: [{ tool: { driver }, results: Array(25_001).fill({}) }] };
    expect(packed(many)).toMatchObject({ title, got: '25,001 results, and GitHub takes 25,000' });
  });
});

describe('SARIF of a gate with scanners', () => {
  const run = (name: string, id?: string) => ({
    tool: { driver: { name } },
    ...(id === undefined ? {} : { automationDetails: { id } }),
    results: [{}],
  });
  const packedFor = (gate: string, ...list: readonly object[]) =>
    packSarif(Buffer.from(JSON.stringify({ version: '2.1.0', runs: list })), 'a/results.sarif', gate);

  it('has a run for each of them, and one of its own', () => {
    const own = run('security-scan', 'security-scan/orders/');
    const scanners = ['bandit', 'npm-audit', 'Semgrep OSS', 'é'].map((name) =>
      run(`security-scan/${name}`, `security-scan/${name}/orders/`),
    );
    expect(packedFor('security-scan', own, ...scanners)).toMatchObject({ results: 5 });
  });

  it.each(['security-scan', 'security-scan/bandit'])('is refused with two runs of %s', (name) => {
    const twins = ['x/a/', 'x/b/'].map((id) => run(name, id));
    expect(packedFor('security-scan', ...twins)).toMatchObject({ got: `two runs of ${name}` });
  });

  it('is refused with two runs of one category, and the name of a run is no part of it', () => {
    const twins = [run('security-scan/a', 'x/run-1'), run('security-scan/b', 'x/run-2')];
    expect(packedFor('security-scan', ...twins)).toMatchObject({ got: 'two runs of the category "x/"' });
    const without = [run('security-scan/a'), run('security-scan/b')];
    expect(packedFor('security-scan', ...without)).toMatchObject({ got: 'two runs of the category ""' });
  });

  it.each([
    'bandit',
    'security-scan/',
    'security-scan/ ',
    'security-scan/a/b',
    'security-scan/../CodeQL',
    'security-scan-2',
    'security-scan/a\u0000',
    'security-scan/a\u202eb',
    `security-scan/${'a'.repeat(101)}`,
    'Security-scan/bandit',
    'CodeQL',
  ])('is refused with a run of %j', (name) => {
    expect(packedFor('security-scan', run('security-scan/x', 'x/'), run(name, 'y/'))).toMatchObject({
      got: expect.stringContaining('results of'),
    });
  });

  it('is refused with extensions, from which GitHub could take rules', () => {
    const tool = { driver: { name: 'security-scan/bandit' }, extensions: [{ name: 'CodeQL' }] };
    expect(packedFor('security-scan', { tool })).toMatchObject({ title: 'a/results.sarif was not uploaded' });
  });

  it.each(['migrate-gate', 'checklist', 'canary-promote'])('is none of %s, which has no scanners', (gate) => {
    expect(packedFor(gate, run(`${gate}/bandit`))).toMatchObject({ got: `results of ${gate}/bandit` });
  });
});
