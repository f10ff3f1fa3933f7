import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { Checkout, type Files } from './run.fixture.ts';
import { tokenOf } from './secrets/kinds.fixture.ts';

let checkout: Checkout | undefined;
afterEach(() => checkout?.close());
const changed = (base: Files, files: Files) => {
  checkout = new Checkout(base).change(files);
  return checkout;
};

/** A PATH with git and no scanner. */
function gitAlone(folder: string): string {
  const git = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
  symlinkSync(git, join(folder, 'git'));
  return folder;
}

const flags = ['--scanners', 'secrets'];
const line = (seed = 1) => `token = "${tokenOf('github-pat', seed)}"\n`;
const filler = Array.from({ length: 30 }, (_, index) => `const n${index} = ${index};\n`).join('');

describe('what is new', () => {
  it('is nothing when the base is the same', async () => {
    const { exitCode, counts, verdict } = await changed({ 'a.ts': line() }, {}).run({ flags });
    expect([exitCode, counts]).toEqual([0, [0, 1, 0]]);
    expect(verdict.headline).toContain('nothing new');
  });

  it('is nothing when lines moved, and nothing when the file was renamed and edited', async () => {
    const moved = await changed({ 'a.ts': filler + line() }, { 'a.ts': `${line()}${filler}` }).run({ flags });
    checkout?.close();
    const edited = { 'a.ts': null, 'b/c.ts': `// moved\n${line().trim()}   \n${filler}` };
    const renamed = await changed({ 'a.ts': filler + line() }, edited).run({ flags });
    expect([moved.counts, renamed.counts]).toEqual([
      [0, 1, 0],
      [0, 1, 0],
    ]);
  });

  it('is one when a finding is there twice, in its file or in another', async () => {
    const twice = await changed({ 'a.ts': line() }, { 'a.ts': line() + filler + line() }).run({ flags });
    checkout?.close();
    const copied = await changed({ 'a.ts': line() }, { 'b.ts': line() }).run({ flags });
    expect([twice.counts, copied.counts, copied.exitCode]).toEqual([[1, 1, 0], [1, 1, 0], 1]);
    expect(copied.codes).toEqual(['secret-found']);
  });

  it('is a secret whose value changed in a line that stayed', async () => {
    const { counts } = await changed({ 'a.ts': line(1) }, { 'a.ts': line(2) }).run({ flags });
    expect(counts).toEqual([1, 0, 0]);
  });

  it('is a secret that was swapped far behind in a long line, or in a file with odd line ends', async () => {
    const long = (seed: number) => ({ 'a.js': `${'x();'.repeat(3000)}${line(seed)}` });
    const far = await changed(long(1), long(2)).run({ flags });
    checkout?.close();
    const odd = (seed: number) => ({ 'a.env': `a=1\rb=2\rc=3\n${line(seed)}d=4\r` });
    const cr = await changed(odd(1), odd(2)).run({ flags });
    expect([far.counts, cr.counts]).toEqual([
      [1, 0, 0],
      [1, 0, 0],
    ]);
  });

  it('is a secret that two bytes or some zeros would hide', async () => {
    const secret = Buffer.from(line());
    const mark = Buffer.concat([Buffer.from([0xff, 0xfe, 10]), secret]);
    const zeros = Buffer.concat([Buffer.alloc(600), Buffer.from('\n'), secret]);
    const wide = Buffer.concat([Buffer.from(line(2), 'utf16le'), Buffer.from('a')]);
    const { counts } = await changed({}, { 'a.env': mark, 'b.env': zeros, 'c.env': wide }).run({ flags });
    expect(counts).toEqual([3, 0, 0]);
  });

  it('is everything when there is no base', async () => {
    const { counts, verdict } = await changed({ 'a.ts': line() }, {}).run({ flags, baseRef: null });
    expect([counts, verdict.outcome]).toEqual([[1, 0, 0], 'fail']);
  });

  it('leaves no worktree behind, and does not look at what an earlier run wrote', async () => {
    const { repository } = changed({ 'a.ts': line() }, {});
    await checkout?.run({ flags });
    expect(repository.git('worktree', 'list').split('\n')).toHaveLength(1);
    expect(repository.git('status', '--porcelain')).toBe('');
  });
});

describe('a baseline', () => {
  it('stands for the base: the full SARIF of an earlier run, over renames, new lines and copies', async () => {
    const earlier = await changed({ 'a.ts': line(1), 'b.ts': line(2) }, {}).run({ flags, baseRef: null });
    const sarif = earlier.written.get('full.sarif') ?? '';
    checkout?.close();
    const files = { 'baseline.sarif': sarif, 'a.ts': null, 'c.ts': filler + line(1), 'b.ts': line(2) + line(2) };
    checkout = new Checkout({ 'a.ts': line(1), 'b.ts': line(2), '.gitignore': 'baseline.sarif\n' });
    checkout.change(files);
    const { counts } = await checkout.run({ flags: [...flags, '--baseline', 'baseline.sarif'], baseRef: null });
    expect(counts).toEqual([1, 2, 0]);
  });

  it('that cannot be read blocks', async () => {
    checkout = new Checkout({ '.gitignore': 'baseline.sarif\n' }).change({ 'baseline.sarif': '{"version":' });
    const { exitCode, codes } = await checkout.run({ flags: [...flags, '--baseline', 'baseline.sarif'] });
    expect([exitCode, codes]).toEqual([2, ['baseline-unreadable']]);
  });

  it('that the change brings as a link, by another spelling or by attributes is not listened to', async () => {
    const earlier = await changed({ 'a.ts': line() }, {}).run({ flags, baseRef: null });
    const sarif = earlier.written.get('full.sarif') ?? '';
    checkout?.close();
    const { repository } = changed(
      {},
      { 'x/baseline.sarif': sarif, 'a.ts': line(), '.gitattributes': '*.sarif text eol=crlf\n' },
    );
    symlinkSync('x/baseline.sarif', join(repository.folder, 'link.sarif'));
    symlinkSync('x', join(repository.folder, 'y'));
    repository.git('add', '--all');
    repository.commit();
    // As a checkout writes it, with the line ends that the change asks for.
    repository.git('rm', '--quiet', '--cached', '-r', '.');
    repository.git('reset', '--quiet', '--hard');
    for (const path of ['x/baseline.sarif', './x//baseline.sarif', 'link.sarif', 'y/baseline.sarif']) {
      const { exitCode, codes } = (await checkout?.run({ flags: [...flags, '--baseline', path] })) ?? {};
      expect([path, exitCode, codes]).toEqual([path, 1, ['secret-found', 'baseline-unreadable']]);
    }
  });

  it('that the change itself brings is not listened to', async () => {
    const earlier = await changed({ 'a.ts': line() }, {}).run({ flags, baseRef: null });
    checkout?.close();
    const brings = { 'baseline.sarif': earlier.written.get('full.sarif') ?? '', 'a.ts': line() };
    const { exitCode, codes } = await changed({}, brings).run({ flags: [...flags, '--baseline', 'baseline.sarif'] });
    expect([exitCode, codes]).toEqual([1, ['secret-found', 'baseline-unreadable']]);
  });
});

describe('the policy', () => {
  const allow = (fingerprint: string, expires: string) =>
    `version: 1\nsecurity:\n  scanners: [secrets]\n  allow:\n    - fingerprint: ${fingerprint}\n      reason: A key of the vendor's sandbox.\n      expires: ${expires}\n`;

  it('lets through what it allows, to the end of a day in UTC', async () => {
    const plain = await changed({}, { 'a.ts': line() }).run({ flags });
    const fingerprint = plain.evidence.findings?.[0]?.fingerprints['shipgateIdentity/v1'] ?? '';
    checkout?.close();
    changed({ '.github/shipgate.yml': allow(fingerprint, '2026-12-31') }, { 'a.ts': line() });
    const outcomes = [];
    for (const now of ['2026-12-01T00:00:00Z', '2026-12-31T23:59:59Z', '2027-01-01T00:00:00Z']) {
      const { exitCode, codes } = (await checkout?.run({ now, env: { TZ: 'Pacific/Kiritimati' } })) ?? {};
      outcomes.push([exitCode, codes]);
    }
    expect(outcomes).toEqual([
      [0, []],
      [0, ['suppression-ending']],
      [1, ['secret-found', 'suppression-expired']],
    ]);
  });

  it('of the base decides: a change that allows its own finding is told, and fails', async () => {
    const plain = await changed({}, { 'a.ts': line() }).run({ flags });
    const fingerprint = plain.evidence.findings?.[0]?.fingerprints['shipgateIdentity/v1'] ?? '';
    checkout?.close();
    const base = { '.github/shipgate.yml': 'version: 1\nsecurity:\n  scanners: [secrets]\n' };
    const files = { 'a.ts': line(), '.github/shipgate.yml': allow(fingerprint, '2026-12-31') };
    const { exitCode, codes } = await changed(base, files).run();
    expect([exitCode, codes]).toEqual([1, ['secret-found', 'policy-changed']]);
  });

  it('that lets a secret through lets no other value through in its place', async () => {
    const plain = await changed({}, { 'a.ts': line(1) }).run({ flags });
    const fingerprint = plain.evidence.findings?.[0]?.fingerprints['shipgateIdentity/v1'] ?? '';
    checkout?.close();
    const base = { '.github/shipgate.yml': allow(fingerprint, '2026-12-31'), 'a.ts': line(1) };
    const { counts, exitCode } = await changed(base, { 'a.ts': line(2) + line(3) }).run();
    expect([counts, exitCode]).toEqual([[2, 0, 0], 1]);
  });

  it('of a proposal decides nothing on events that only check it out', async () => {
    const here = changed({}, { 'a.ts': line() });
    const event = join(here.beside('event'), 'event.json');
    const payloads = {
      issue_comment: { issue: { pull_request: {} } },
      workflow_run: { workflow_run: { event: 'pull_request' } },
    };
    for (const [name, payload] of Object.entries(payloads)) {
      writeFileSync(event, JSON.stringify(payload));
      const env = { GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: event };
      const { codes } = await here.run({ github: true, flags, env, baseRef: null });
      expect(codes).toEqual(['secret-found', 'base-unreachable']);
    }
  });

  it('with a date that is none is a fault, with its place', async () => {
    const file = allow('0123456789abcdef0123456789abcdef', '2027-02-30');
    const { exitCode, codes, verdict } = await changed({ '.github/shipgate.yml': file }, {}).run();
    expect([exitCode, codes]).toEqual([2, ['configuration']]);
    expect(verdict.reasons[0]?.location).toMatchObject({ file: '.github/shipgate.yml', line: 7 });
  });
});

describe('a scanner that is not there', () => {
  it('blocks when it was named', async () => {
    const here = changed({}, {});
    const { exitCode, codes, evidence } = await here.run({
      flags: ['--scanners', 'gitleaks'],
      env: { PATH: gitAlone(here.beside('path')) },
      baseRef: null,
    });
    expect([exitCode, codes, evidence.scanners?.[0]?.findings]).toEqual([2, ['scanner-not-run'], null]);
  });

  it('because the change brings its folder is an error, and the program of the change does not run', async () => {
    const here = changed({}, { 'tools/a.py': 'print(1)\n', 'evil.sh': '#!/bin/sh\ntouch ran\necho bandit 1.9.4\n' });
    const { folder } = here.repository;
    chmodSync(join(folder, 'evil.sh'), 0o755);
    mkdirSync(join(folder, 'tools/bin'), { recursive: true });
    symlinkSync('../../evil.sh', join(folder, 'tools/bin/bandit'));
    here.repository.commit();
    const PATH = `${join(folder, 'tools/bin')}:${gitAlone(here.beside('path'))}`;
    for (const more of [[], ['--path', 'tools']]) {
      const { exitCode, evidence } = await here.run({
        flags: ['--scanners', 'bandit', '--scanners', 'secrets', ...more],
        env: { PATH },
      });
      const bandit = evidence.scanners?.find(({ name }) => name === 'bandit');
      expect([exitCode, bandit?.outcome]).toEqual([2, 'error']);
    }
    expect(existsSync(join(folder, 'ran'))).toBe(false);
  });

  it('and no other one that looked: nothing is proven', async () => {
    const { exitCode, codes } = await changed({}, {}).run({ flags: ['--scanners', 'none'] });
    expect([exitCode, codes]).toEqual([2, ['nothing-scanned']]);
  });
});

describe('what nobody looked at', () => {
  it('is what a change took from a scanner that the base had something for', async () => {
    const lock = { name: 'a', lockfileVersion: 3, packages: { '': { name: 'a' } } };
    const base = { 'package.json': '{"name":"a"}', 'package-lock.json': JSON.stringify(lock) };
    const files = { 'package.json': '{"name":"a","dependencies":{"b":"1.0.0"}}', 'package-lock.json': null };
    const { exitCode, codes } = await changed(base, files).run();
    expect([exitCode, codes]).toEqual([2, ['scanner-not-run']]);
    checkout?.close();
    const never = await changed({}, { 'package.json': files['package.json'] }).run();
    expect([never.exitCode, never.codes]).toEqual([0, ['scanner-not-run']]);
  });

  it('is a contract tool without a contract, which was named', async () => {
    const { exitCode, evidence } = await changed({}, {}).run({ flags: [...flags, '--scanners', 'buf'] });
    expect([exitCode, evidence.scanners]).toMatchObject([
      2,
      [{ name: 'secrets' }, { name: 'buf', outcome: 'not-run' }],
    ]);
  });

  it('is a lock file of another ecosystem, until a SARIF report is read', async () => {
    const { repository } = changed({ '.gitignore': 'r/\n', 'go.sum': 'x\n' }, {});
    const alone = await checkout?.run({ flags });
    const clean = JSON.stringify({ version: '2.1.0', runs: [{ tool: { driver: { name: 'osv' } }, results: [] }] });
    repository.write({ 'r/osv.sarif': clean });
    const read = await checkout?.run({ flags: [...flags, '--reports', 'sarif=r/osv.sarif'] });
    expect([alone?.codes, read?.codes, alone?.exitCode]).toEqual([['lock-unread'], [], 0]);
  });
});

describe('a saved report', () => {
  const reports = ['--scanners', 'none', '--reports'];

  it('that is not there is an error, and not clean', async () => {
    const { exitCode, codes, evidence } = await changed({}, {}).run({
      flags: [...reports, 'sarif=reports/semgrep.sarif'],
    });
    expect([exitCode, codes]).toEqual([2, ['scanner-error']]);
    expect(evidence.scanners).toMatchObject([{ name: 'sarif', outcome: 'error', findings: null, source: 'report' }]);
  });

  it('that the change brings on itself is an error; one that a step wrote is read', async () => {
    const clean = JSON.stringify({ version: '2.1.0', runs: [{ tool: { driver: { name: 'Semgrep' } }, results: [] }] });
    const brought = await changed({}, { 'r.sarif': clean }).run({ flags: [...reports, 'sarif=r.sarif'] });
    expect([brought.exitCode, brought.codes]).toEqual([2, ['scanner-error']]);
    checkout?.close();
    const { repository } = changed({ '.gitignore': 'r.sarif\n' }, {});
    repository.write({ 'r.sarif': clean });
    const wrote = await checkout?.run({ flags: [...reports, 'sarif=r.sarif'] });
    expect([wrote?.exitCode, wrote?.evidence.scanners?.[0]?.name]).toEqual([0, 'semgrep']);
  });
});
