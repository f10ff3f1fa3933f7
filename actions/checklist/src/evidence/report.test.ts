import { mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Git, openGit } from '@shipgate/kit/git';
import { TestRepository } from '@shipgate/kit/testing/repository';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readThresholds } from '../markdown/thresholds.ts';
import type { RepositoryFiles } from '../ports.ts';
import { sample } from '../readers/samples.fixture.ts';
import type { ReportEntry } from './entry.ts';
import { ReportEvidence } from './report.ts';
import { CheckoutFiles } from './repository-files.ts';

/** The samples of pytest were made a quarter of an hour before. */
const now = new Date('2026-11-28T01:00:00Z');
const day = 24 * 3_600_000;

let folder = '';
let repository: TestRepository;
let head = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'report-'));
  repository = TestRepository.create(join(folder, 'orders'));
  head = repository.commit({ 'README.md': 'orders' });
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function gitOf(place: string): Promise<Git> {
  const opened = await openGit(place, { env: { PATH: process.env['PATH'] ?? '' } });
  if (opened.kind !== 'repository') throw new Error(opened.got);
  return opened.git;
}

/** Writes files that the commit does not have, as a run does, at a time of `now`. */
function make(files: Readonly<Record<string, string | Buffer>>, at = now): void {
  repository.write(files);
  for (const path of Object.keys(files)) utimesSync(join(repository.folder, path), at, at);
}

interface Asked {
  readonly entry?: Partial<ReportEntry>;
  readonly text?: string;
  readonly commit?: string | undefined;
  readonly files?: RepositoryFiles;
  readonly at?: Date;
}

async function look({ entry = {}, text = '', at = now, files, ...rest }: Asked = {}) {
  const options = { env: { PATH: process.env['PATH'] ?? '' } };
  const checkout = files ?? new CheckoutFiles(repository.folder, await gitOf(repository.folder), options);
  return new ReportEvidence(checkout).look({
    entry: { kind: 'report', items: ['tests'], format: 'junit', file: 'out/junit.xml', ...entry },
    item: { id: 'tests', text, thresholds: readThresholds(text, 7).thresholds },
    subject: { commit: 'commit' in rest ? rest.commit : head },
    freshnessMs: 7 * day,
    now: at,
    signal: AbortSignal.timeout(60_000),
  });
}

const good = sample('junit-pytest-good.xml');
const named = (commit: string) =>
  good.toString().replace('<testcase', `<properties><property name="commit" value="${commit}"/></properties><testcase`);

describe('a report', () => {
  it('that was made in this run proves what it says', async () => {
    make({ 'out/junit.xml': good });
    expect(await look()).toEqual({
      kind: 'report',
      source: 'out/junit.xml',
      outcome: 'pass',
      seen: '0\u00a0failures of 3\u00a0tests, wanted 0',
      value: '0\u00a0failures of 3\u00a0tests',
      threshold: '0',
      mend: 'Keep it so',
      decidedBy: expect.objectContaining({ operator: '==', value: 0 }),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      at: '2026-11-28T00:45:45.481Z',
    });
  });

  it('fails with the place of the worst', async () => {
    make({ 'out/tsc.txt': sample('tsc-7-bad.txt') });
    expect(await look({ entry: { format: 'tsc', file: 'out/tsc.txt' }, text: '0 ошибок' })).toMatchObject({
      outcome: 'fail',
      seen: '3\u00a0errors in 64\u00a0files, wanted 0',
      location: { file: 'src/total.ts', line: 2 },
      decidedBy: { text: '0 ошибок', line: 7 },
    });
  });

  it('is compared with the limit of the item, or with that of the evidence', async () => {
    make({ 'out/coverage.xml': sample('cobertura-coverage-py-bad.xml') });
    const entry = { format: 'cobertura', file: 'out/coverage.xml' } as const;
    expect(await look({ entry, text: 'Coverage должен быть >80%' })).toMatchObject({
      outcome: 'fail',
      value: '71.43\u00a0%',
      threshold: '> 80\u00a0%',
      seen: 'coverage is 71.43\u00a0%, wanted > 80\u00a0%',
    });
    expect((await look({ entry: { ...entry, threshold: '> 70%' }, text: 'Coverage >80%' })).outcome).toBe('pass');
    expect((await look({ entry: { ...entry, measure: 'branches', threshold: '> 70%' } })).outcome).toBe('fail');
    expect(await look({ entry: { ...entry, threshold: 'more' } })).toMatchObject({
      outcome: 'unknown',
      seen: 'the threshold of the evidence cannot be read',
    });
  });

  it('that is missing says how it is made', async () => {
    expect(await look()).toMatchObject({
      outcome: 'unknown',
      seen: 'out/junit.xml is missing',
      mend: 'Make it with `pytest --junitxml out/junit.xml`',
    });
  });

  it.each(['../junit.xml', '/etc/passwd'])('at %s is not read', async (file) => {
    expect((await look({ entry: { file } })).outcome).toBe('unknown');
  });

  it('that cannot be read says what was expected', async () => {
    make({ 'out/junit.xml': good.subarray(0, 300) });
    expect(await look()).toMatchObject({
      outcome: 'unknown',
      seen: expect.stringMatching(
        /^out\/junit.xml could not be read: expected an XML document .*, got XML that is cut off/,
      ),
      sha256: expect.any(String),
    });
  });

  it('is unknown when git gives no answer', async () => {
    const silent: RepositoryFiles = { read: () => Promise.reject(new Error('token')), match: async () => [] };
    const result = await look({ files: silent });
    expect(result.outcome).toBe('unknown');
    expect(JSON.stringify(result)).not.toContain('token');
  });
});

describe('the age of a report', () => {
  it('is that which the report says, not that of its file', async () => {
    make({ 'out/junit.xml': good }, new Date(now.getTime() + 9 * day));
    expect(await look({ at: new Date(now.getTime() + 9 * day) })).toMatchObject({
      outcome: 'stale',
      seen: 'out/junit.xml is 9\u00a0days old, wanted <= 7\u00a0days',
      at: '2026-11-28T00:45:45.481Z',
    });
  });

  it('is that of its file where the report says none', async () => {
    const entry = { format: 'black', file: 'out/black.txt' } as const;
    make({ 'out/black.txt': sample('black-good.txt') }, new Date(now.getTime() - 8 * day));
    expect((await look({ entry })).outcome).toBe('stale');
    make({ 'out/black.txt': sample('black-good.txt') }, new Date(now.getTime() - 6 * day));
    expect((await look({ entry })).outcome).toBe('pass');
  });

  it('is held against the freshness of the evidence', async () => {
    make({ 'out/junit.xml': good });
    expect((await look({ entry: { freshness: '10m' } })).outcome).toBe('stale');
    expect((await look({ entry: { freshness: '15m' } })).outcome).toBe('pass');
    expect(await look({ entry: { freshness: 'soon' } })).toMatchObject({
      outcome: 'unknown',
      seen: 'the freshness of the evidence cannot be read',
    });
  });

  it.each([
    [9, 'pass'],
    [11, 'unknown'],
  ])('may lie ahead by the difference of clocks: %d minutes are %s', async (minutes, outcome) => {
    make({ 'out/junit.xml': good });
    const at = new Date(new Date('2026-11-28T00:45:45.481Z').getTime() - minutes * 60_000);
    expect((await look({ at })).outcome).toBe(outcome);
  });

  it.each([
    [3, 'pass'],
    [15, 'unknown'],
  ])('without a zone may lie ahead as zones do: %d hours are %s', async (hours, outcome) => {
    make({ 'out/coverage.json': sample('coverage-py-good.json.txt') });
    const at = new Date(new Date('2026-11-28T00:45:45Z').getTime() - hours * 3_600_000);
    const entry = { format: 'coverage-py', file: 'out/coverage.json', threshold: '> 80%' } as const;
    expect((await look({ entry, at })).outcome).toBe(outcome);
  });

  it('is not known of a committed file without a date in a shallow clone', async () => {
    repository.commit({ 'out/black.txt': sample('black-good.txt') });
    head = repository.commit({ 'README.md': 'other' });
    const entry = { format: 'black', file: 'out/black.txt' } as const;
    const at = new Date('2026-01-02T00:00:00Z');
    expect((await look({ entry, at })).outcome).toBe('pass');
    repository = repository.clone(join(folder, 'shallow'), { depth: 1 });
    expect(await look({ entry, at })).toMatchObject({
      outcome: 'unknown',
      mend: expect.stringContaining('fetch-depth: 0'),
    });
  });
});

describe('the commit of a report', () => {
  it('must be this one where the report names it', async () => {
    make({ 'out/junit.xml': named(head) });
    expect((await look()).outcome).toBe('pass');
    make({ 'out/junit.xml': named(head.slice(0, 12).toUpperCase()) });
    expect((await look()).outcome).toBe('pass');
    make({ 'out/junit.xml': named('0'.repeat(40)) });
    expect(await look()).toMatchObject({
      outcome: 'stale',
      seen: `out/junit.xml is of the commit 000000000000, not of ${head.slice(0, 12)}`,
    });
  });

  it('is not proven by a few digits, a text, or outside of git', async () => {
    make({ 'out/junit.xml': named(head.slice(0, 11)) });
    expect((await look()).outcome).toBe('unknown');
    make({ 'out/junit.xml': named('main') });
    expect((await look()).outcome).toBe('unknown');
    make({ 'out/junit.xml': named(head) });
    expect(await look({ commit: undefined })).toMatchObject({
      outcome: 'unknown',
      seen: `out/junit.xml names the commit ${head.slice(0, 12)}, and the commit of this run is not known`,
    });
  });

  it('may stand in a file beside it', async () => {
    const entry = { 'commit-file': 'out/commit' };
    make({ 'out/junit.xml': good });
    expect(await look({ entry })).toMatchObject({
      outcome: 'unknown',
      seen: 'out/commit is missing, so nobody says of which commit out/junit.xml is',
      mend: expect.stringContaining('git rev-parse HEAD > out/commit'),
    });
    make({ 'out/commit': `${head}\n` });
    expect((await look({ entry })).outcome).toBe('pass');
    make({ 'out/commit': '1'.repeat(40) });
    expect((await look({ entry })).outcome).toBe('stale');
    make({ 'out/commit': '' });
    expect((await look({ entry })).outcome).toBe('unknown');
  });

  it('is another one when the file differs from the commit', async () => {
    head = repository.commit({ 'out/junit.xml': sample('junit-pytest-bad.xml') });
    expect((await look()).outcome).toBe('fail');
    make({ 'out/junit.xml': good });
    expect(await look()).toMatchObject({ outcome: 'stale', seen: 'out/junit.xml differs from the commit' });
  });

  it('is not proven by a file beside it that differs from the commit', async () => {
    head = repository.commit({ 'out/commit': '0'.repeat(40) });
    make({ 'out/junit.xml': good, 'out/commit': head });
    expect(await look({ entry: { 'commit-file': 'out/commit' } })).toMatchObject({
      outcome: 'stale',
      seen: 'out/commit differs from the commit',
    });
  });

  it('stays the one named by the report although the file beside it says this one', async () => {
    make({ 'out/junit.xml': named('0'.repeat(40)), 'out/commit': head });
    expect((await look({ entry: { 'commit-file': 'out/commit' } })).outcome).toBe('stale');
  });
});
