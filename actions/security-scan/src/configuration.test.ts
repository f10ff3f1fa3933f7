import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readHost } from '@shipgate/kit/host';
import { readInputs } from '@shipgate/kit/inputs';
import { openSite } from '@shipgate/kit/site';
import { TestRepository } from '@shipgate/kit/testing/repository';
import { ConfigurationError } from '@shipgate/schemas';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfiguration } from './configuration.ts';
import { inputSpecs } from './inputs.ts';

const root = mkdtempSync(join(tmpdir(), 'security-configuration-'));
afterAll(() => rmSync(root, { recursive: true }));

const file = '.github/shipgate.yml';
const policy = (section: string, service = 'orders') => ({
  [file]: `version: 1\nservice: { name: ${service} }\nsecurity: ${section}\n`,
});
let count = 0;
const repository = () => TestRepository.create(join(root, `repository-${count++}`));

interface Run {
  readonly event?: string;
  readonly payload?: object;
  readonly flags?: readonly string[];
  /** From the top. */
  readonly folder?: string;
}

async function configure({ folder: top }: TestRepository, { event, payload, flags = [], folder = '' }: Run = {}) {
  const env: Record<string, string> = { PATH: process.env['PATH'] ?? '', HOME: root };
  if (event !== undefined)
    Object.assign(env, { GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: event, GITHUB_EVENT_PATH: 'event' });
  const host = readHost(env, join(top, folder), () => JSON.stringify(payload ?? {}));
  const { values, faults } = readInputs(inputSpecs, { arguments: flags, env: {}, github: false });
  expect(faults).toEqual([]);
  const site = await openSite(host, env, undefined);
  return await readConfiguration(values, { site, host, apiUrl: undefined });
}

async function faultsOf(place: TestRepository, run: Run = {}) {
  const error: unknown = await configure(place, run).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ConfigurationError)) throw error;
  return error.faults;
}

const pullRequest = (base: string, head: string) => ({
  event: 'pull_request',
  payload: { pull_request: { base: { sha: base }, head: { sha: head } } },
});

describe('the policy of a change', () => {
  it('is the one of its base, and the change is told', async () => {
    const place = repository();
    const base = place.commit(policy('{ on-error: block, allow-horizon: 30d }'));
    const head = place.commit(policy('{ on-error: warn, allow-horizon: 30d, scanners: none }', 'stolen'));
    const read = await configure(place, pullRequest(base, head));
    expect(read.settings).toMatchObject({ onError: 'block', horizonDays: 30, scanners: { auto: true, named: [] } });
    expect(read).toMatchObject({ policyCommit: base, service: 'orders', base: { sha: base } });
    expect(read.findings).toEqual([
      { code: 'policy-changed', keys: ['on-error', 'scanners'], place: { file, line: 1, column: 1 } },
    ]);
  });

  it.each(['pull_request', 'pull_request_review', 'merge_group'])('is read from the base on %s', async (event) => {
    const place = repository();
    const base = place.commit(policy('{ on-error: block }'));
    const head = place.commit(policy('{ on-error: warn }'));
    const payload = { ...pullRequest(base, head).payload, merge_group: { base_sha: base } };
    expect((await configure(place, { event, payload })).settings.onError).toBe('block');
  });

  it('is the one of the branch that it goes to, not of the old commit that it began at', async () => {
    const place = repository();
    const old = place.commit({ ...policy('{ on-error: warn }'), 'a.txt': 'a' });
    const target = place.commit(policy('{ on-error: block }'));
    place.checkout(old, '--detach');
    const head = place.commit({ 'b.txt': 'b' });
    const read = await configure(place, pullRequest(target, head));
    expect([read.settings.onError, read.policyCommit, read.base?.sha]).toEqual(['block', target, old]);
  });

  it('is strict where the base has none, whatever the change brings', async () => {
    const place = repository();
    const base = place.commit({ 'a.txt': 'a' });
    const weak = '{ on-error: warn, fail-on: { severity: critical }, scanners: none }';
    const head = place.commit(policy(weak));
    const read = await configure(place, pullRequest(base, head));
    expect(read.settings).toMatchObject({
      onError: 'block',
      failOn: { severity: 'high', state: 'new' },
      scanners: { auto: true },
    });
    expect(read.findings).toMatchObject([{ code: 'policy-changed', keys: ['all of it'] }]);
    expect([read.policyCommit, read.service]).toEqual([base, 'orders']);
  });

  it('that is taken away still decides', async () => {
    const place = repository();
    const base = place.commit(policy('{ scanners: [secrets] }'));
    const head = place.commit({ [file]: null });
    const read = await configure(place, pullRequest(base, head));
    expect(read.settings.scanners.named).toEqual(['secrets']);
    expect(read.findings).toMatchObject([{ code: 'policy-changed', keys: ['scanners'] }]);
  });

  it('that the base has broken is mended by a change, under the defaults', async () => {
    const place = repository();
    const base = place.commit(policy('{ on-eror: warn }'));
    const head = place.commit(policy('{ on-error: warn }'));
    const read = await configure(place, pullRequest(base, head));
    expect(read.settings.onError).toBe('block');
    expect(read.warnings.map(({ title }) => title)).toEqual([
      `${file} of the base cannot be read: unknown key "on-eror" in security`,
    ]);
    expect(read.findings).toMatchObject([{ code: 'policy-changed', keys: ['all of it'] }]);
  });

  it('lets nothing through when the base cannot be had', async () => {
    const place = repository();
    place.commit({ 'a.txt': 'a' });
    const head = place.commit(policy('{ on-error: warn, fail-on: { severity: critical } }'));
    const read = await configure(place, pullRequest('1'.repeat(40), head));
    expect(read).toMatchObject({ base: undefined, policyCommit: null, settings: { onError: 'block' } });
    expect(read.findings.map(({ code }) => code)).toEqual(['base-unreachable']);
    expect(await read.trusted.read(file)).toBeUndefined();
  });

  it('is left alone when only other sections change', async () => {
    const place = repository();
    const base = place.commit(policy('{ scanners: [secrets] }'));
    const head = place.commit(policy('{ scanners: [secrets] }', 'other'));
    expect((await configure(place, pullRequest(base, head))).findings).toEqual([]);
  });
});

describe('the policy of a run about no change', () => {
  it('is the one of the commit inside GitHub, and the working file on a terminal', async () => {
    const place = repository();
    place.commit(policy('{ on-error: block }'));
    place.write({ ...policy('{ on-error: warn }'), '.gitleaks.toml': 'written by a step' });
    const inside = await configure(place, { event: 'schedule' });
    expect([inside.settings.onError, await inside.trusted.read('.gitleaks.toml')]).toEqual(['block', undefined]);
    const terminal = await configure(place);
    expect(terminal.settings.onError).toBe('warn');
    expect((await terminal.trusted.read('.gitleaks.toml'))?.toString()).toBe('written by a step');
    expect([inside.base, inside.findings, inside.policyCommit]).toEqual([undefined, [], null]);
  });

  it('compares a push with what was there before, and passes over a push without a before', async () => {
    const place = repository();
    const before = place.commit(policy('{}'));
    place.commit({ 'a.txt': 'a' });
    const push = (sha: string) => ({ event: 'push', payload: { before: sha, ref: 'refs/heads/main' } });
    expect(await configure(place, push(before))).toMatchObject({ base: { sha: before }, policyCommit: null });
    expect(await configure(place, push('0'.repeat(40)))).toMatchObject({ base: undefined, findings: [] });
  });

  it('is the one of the base that a person names', async () => {
    const place = repository();
    const base = place.commit(policy('{ on-error: block }'));
    place.commit(policy('{ on-error: warn }'));
    const read = await configure(place, { flags: ['--base-ref', base] });
    expect(read).toMatchObject({ settings: { onError: 'block' }, base: { sha: base }, policyCommit: base });
    expect((await configure(place, { flags: ['--base-ref', 'gone'] })).findings).toMatchObject([
      { code: 'base-unreachable' },
    ]);
  });

  it('may be missing, unless somebody names it', async () => {
    const place = repository();
    place.commit({ 'a.txt': 'a' });
    expect((await configure(place)).settings.onError).toBe('block');
    expect(await faultsOf(place, { flags: ['--policy', 'gate.yml'] })).toMatchObject([
      { title: 'gate.yml cannot be read', got: 'no such file' },
    ]);
  });

  it('may be a file of its own', async () => {
    const place = repository();
    place.commit({ 'security.yml': 'on-error: warn\n' });
    expect((await configure(place, { flags: ['--policy', 'security.yml'] })).settings.onError).toBe('warn');
  });

  it('is no file outside of the repository that a link leads to', async () => {
    const place = repository();
    place.commit({ 'a.txt': 'a' });
    symlinkSync('/etc/hostname', join(place.folder, 'gate.yml'));
    expect(await faultsOf(place, { flags: ['--policy', 'gate.yml'] })).toMatchObject([{ got: 'no such file' }]);
  });
});

describe('faults', () => {
  it.each([
    ['atuo', 'auto, none or a list of secrets', 'did you mean "auto"?'],
    ['nnoe', 'auto, none or a list of secrets', 'did you mean "none"?'],
    ['secrets,atuo', 'openapi-diff; auto and none stand alone', 'choose one of these'],
  ])('of the input scanners say what it can be: %s', async (names, expected, mend) => {
    const place = repository();
    place.commit({});
    const [fault, ...others] = await faultsOf(place, { flags: ['--scanners', names] });
    expect(others).toEqual([]);
    expect(fault).toMatchObject({ expected: expect.stringContaining(expected), do: expect.stringContaining(mend) });
  });

  it('of the inputs and of the policy are told at once, each with its place', async () => {
    const place = repository();
    const range =
      "{ advisory: CVE-2026-0001, package: 'pkg:generic/a@>1 <2', reason: only at build time, expires: 2027-01-31 }";
    place.commit(policy(`\n  on-eror: warn\n  allow:\n    - ${range}`));
    const flags = [
      ...['--scanners', 'secrets, npm-adit', '--reports', 'semgrep=a.sarif', '--reports', 'a.sarif'],
      ...['--reports', 'sarif=../a.sarif', '--path', 'gone', '--kev-file', '../kev.json'],
    ];
    const faults = await faultsOf(place, { flags });
    expect(faults.map(({ title }) => title)).toEqual([
      ...['gone cannot be scanned', 'input scanners: scanner "npm-adit" is not known'],
      ...['input reports: report of "semgrep" is not known', 'input reports: a report is not given as NAME=PATH'],
      ...['input reports leads out of the repository', 'input kev-file leads out of the repository'],
      ...['unknown key "on-eror" in security', 'a range of versions cannot be read'],
    ]);
    expect(faults.at(-2)?.location).toMatchObject({ file, line: 4, column: 3 });
    expect(faults.at(-1)?.location).toMatchObject({ file, line: 6 });
  });

  it('of a range that its ecosystem does not know have a place', async () => {
    const place = repository();
    const entry = "package: 'pkg:pypi/a@~=01', reason: only at build time, expires: 2027-01-31";
    place.commit(policy(`\n  allow:\n    - { advisory: CVE-2026-0001, ${entry} }`));
    expect(await faultsOf(place)).toMatchObject([
      { title: 'a range of versions cannot be read', got: '~=01', location: { file, line: 5 } },
    ]);
  });
});

describe('places and paths', () => {
  const entry = (advisory: string) => `- { advisory: ${advisory}, reason: only at build time, expires: 2027-01-31 }`;

  it('of the entries that decide are those in the checkout, wherever they moved', async () => {
    const place = repository();
    const base = place.commit(policy(`\n  allow:\n    ${entry('CVE-2026-0001')}\n    ${entry('CVE-2026-0002')}`));
    const head = place.commit(policy(`\n  on-error: block\n  allow:\n    ${entry('CVE-2026-0002')}`));
    const read = await configure(place, pullRequest(base, head));
    expect(read.settings.allow.map(({ advisory }) => advisory)).toEqual(['CVE-2026-0001', 'CVE-2026-0002']);
    expect(read.placeOf(0)).toEqual({ file });
    expect(read.placeOf(1)).toMatchObject({ file, line: 6, column: 7 });
  });

  it('start from where one stands in inputs, and from the top in the policy', async () => {
    const place = repository();
    place.commit({ ...policy('{ reports: [sarif=reports/a.sarif] }'), 'web/src/a.js': '' });
    const flags = ['--reports', 'npm-audit=out/*.json', '--baseline', '../base.sarif'];
    const read = await configure(place, { folder: 'web', flags });
    expect(read.folder).toBe('web');
    expect(read.settings).toMatchObject({
      reports: [
        { name: 'sarif', path: 'reports/a.sarif' },
        { name: 'npm-audit', path: 'web/out/*.json' },
      ],
      baseline: { path: 'base.sarif', by: 'input' },
    });
    expect((await configure(place, { folder: 'web', flags: ['--path', '..'] })).folder).toBe('');
    expect((await configure(place, { folder: 'web', flags: ['--path', 'src'] })).folder).toBe('web/src');
    expect(await faultsOf(place, { flags: ['--path', '../..'] })).toMatchObject([
      { title: 'input path leads out of the repository' },
    ]);
  });
});

describe('files that decide', () => {
  it('come from the base of a change, and lead nowhere else', async () => {
    const place = repository();
    const base = place.commit({ ...policy('{}'), '.gitleaks.toml': 'of the base' });
    const head = place.commit({ '.gitleaks.toml': 'of the change', '.gitleaksignore': 'new' });
    const { trusted } = await configure(place, pullRequest(base, head));
    const read = async (path: string) => (await trusted.read(path))?.toString();
    expect(await read('.gitleaks.toml')).toBe('of the base');
    expect(await read('.gitleaksignore')).toBeUndefined();
    for (const path of ['../x', '/etc/hostname', '.git/config', '']) expect(await read(path)).toBeUndefined();
  });
});
