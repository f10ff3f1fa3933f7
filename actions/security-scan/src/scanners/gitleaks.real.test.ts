import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { realTool } from '../../../../scripts/real-tools.ts';
import type { ScanContext, Scanned, Tree } from '../ports.ts';
import { leaks, secretSamples } from '../reports/secret-samples.fixture.ts';
import { type Ground, groundOf } from './gitleaks.fixture.ts';
import { gitleaksDirScanner, gitleaksScanner } from './gitleaks.ts';

const gitleaks = realTool('gitleaks');
const history = gitleaksScanner();
const files = gitleaksDirScanner();

describe.skipIf(gitleaks === null)('the real gitleaks', () => {
  let ground: Ground;
  beforeEach(() => {
    ground = groundOf(gitleaks);
    ground.git('init', '--quiet', '--initial-branch=main');
    ground.write('README.md', 'Orders.\n');
    ground.commit('first');
  });
  afterEach(() => ground.close());

  const { token, aws, api, pem } = secretSamples;
  const key = `-----BEGIN PRIVATE KEY-----\n${pem}\n-----END PRIVATE KEY-----\n`;

  const ofHistory = (more: Partial<ScanContext> = {}, tree: Tree = ground.tree()) =>
    history.scan(tree, ground.context(more));
  const ofFiles = (more: Partial<ScanContext> = {}, tree: Tree = ground.tree()) =>
    files.scan(tree, ground.context(more));

  function found(scanned: Scanned): readonly (readonly [string, unknown])[] {
    if ('trouble' in scanned) throw new Error(`${scanned.trouble.expected}, got ${scanned.trouble.got}`);
    const pairs = scanned.findings.map(({ rule, location }) => [rule, location] as const);
    return pairs.toSorted((one, two) => (JSON.stringify(one) < JSON.stringify(two) ? -1 : 1));
  }

  it('is ready, and clean where nothing is', async () => {
    expect(await history.detect(ground.tree(), ground.context())).toMatchObject({ kind: 'ready' });
    expect(await ofHistory()).toEqual({ findings: [], secrets: [], version: null, seen: '1 commits, 8 bytes' });
    expect(await ofFiles()).toEqual({ findings: [], secrets: [], version: null, seen: '8 bytes' });
  });

  it('finds secrets at their exact place, in columns of UTF-16', async () => {
    ground.write('src/app.txt', `one\n  token = "${token}"\n\n\tжжж😀 = "${aws}"\r\n`);
    ground.write('тест/ключ №1.pem', key);
    ground.write('first.env', token);
    ground.commit('second');
    const expected = [
      ['aws-access-token', { path: 'src/app.txt', line: 4, column: 11, endLine: 4, endColumn: 31 }],
      ['github-pat', { path: 'first.env', line: 1, column: 1, endLine: 1, endColumn: 41 }],
      ['github-pat', { path: 'src/app.txt', line: 2, column: 12, endLine: 2, endColumn: 52 }],
      ['private-key', { path: 'тест/ключ №1.pem', line: 1, column: 1, endLine: 7, endColumn: 26 }],
    ];
    const inFiles = await ofFiles();
    const inHistory = await ofHistory();
    expect(found(inFiles)).toEqual(expected);
    expect(found(inHistory)).toEqual(expected);
    expect(
      leaks(JSON.stringify([inFiles, inHistory].map((scanned) => 'findings' in scanned && scanned.findings))),
    ).toBe(false);
    expect('secrets' in inFiles && inFiles.secrets.toSorted()).toEqual([pem, aws, token].toSorted());
  });

  it('finds what is gone from the files in the history, and tells the line only where it is', async () => {
    ground.write('src/app.txt', `token = "${token}"\n`);
    ground.write('src/moved.txt', `aws = "${aws}"\n`);
    const commit = ground.commit('second');
    ground.write('src/app.txt', 'token = read()\n');
    ground.write('src/moved.txt', `one\ntwo\naws = "${aws}"\n`);
    ground.commit('third');
    const scanned = await ofHistory();
    expect(found(scanned)).toEqual(
      expect.arrayContaining([
        ['aws-access-token', { path: 'src/moved.txt', line: 3, column: 8, endLine: 3, endColumn: 28 }],
        ['github-pat', { path: 'src/app.txt' }],
      ]),
    );
    expect('findings' in scanned && scanned.findings.some((finding) => finding.commit === commit)).toBe(true);
    expect(found(await ofFiles())).toHaveLength(1);
  });

  it('finds what a merge adds of its own, and once what it brings from its branches', async () => {
    for (const name of ['one', 'two']) {
      ground.git('checkout', '--quiet', '-b', name, 'main');
      ground.write(`api/${name}.txt`, `aws = "${aws}"\n`);
      ground.commit(`of ${name}`);
    }
    ground.git('checkout', '--quiet', 'main');
    ground.commit('of main');
    ground.git('merge', '--quiet', '--no-commit', '--no-ff', 'one', 'two');
    ground.write('api/ключ.txt', `token = "${token}"\n`);
    const merge = ground.commit('merge');
    ground.git('checkout', '--quiet', '-b', 'later', 'HEAD^1');
    ground.commit('of later');
    ground.git('merge', '--quiet', '--no-ff', '-m', 'second merge', 'main');
    const pairs = [
      ['aws-access-token', { path: 'one.txt' }],
      ['aws-access-token', { path: 'two.txt' }],
      ['github-pat', { path: 'ключ.txt', line: 1 }],
    ];
    const scanned = await ofHistory({}, ground.tree('api'));
    expect(found(scanned)).toMatchObject(pairs);
    expect('findings' in scanned && scanned.findings.filter(({ commit }) => commit === merge)).toHaveLength(1);
    const ignoring = `${ground.git('rev-parse', 'one')}:one.txt:aws-access-token:1\n`;
    const trusted = ground.trusting({ '.gitleaksignore': ignoring });
    expect(found(await ofHistory({ trusted }, ground.tree('api')))).toMatchObject(pairs.slice(1));
  });

  it('finds what stands beside a NUL, and what came in the place of a link', async () => {
    ground.write('src/nul.txt', `token = "${token}"\n\0\n`);
    symlinkSync('README.md', join(ground.root, 'was-a-link'));
    ground.commit('second');
    ground.remove('was-a-link');
    ground.write('was-a-link', `aws = "${aws}"\n`);
    ground.commit('third');
    const expected = [
      ['aws-access-token', { path: 'was-a-link', line: 1 }],
      ['github-pat', { path: 'src/nul.txt', line: 1 }],
    ];
    expect(found(await ofHistory())).toMatchObject(expected);
    expect(found(await ofFiles())).toMatchObject(expected);
  });

  it('counts the commits that git counts, whatever they hold', async () => {
    ground.write('empty.txt', '');
    ground.commit('a file of no bytes');
    ground.write('src/app.txt', 'one\ntwo\n');
    ground.write('image.bin', Buffer.from([0, 1, 2, 255, 10, 0]));
    ground.commit('two files');
    ground.git('mv', 'src/app.txt', 'src/moved.txt');
    ground.commit('a name');
    ground.git('update-index', '--chmod=+x', 'README.md');
    ground.git('commit', '--quiet', '-m', 'a mode');
    ground.git('checkout', '--quiet', '--', 'README.md');
    ground.write('src/moved.txt', 'two\n');
    ground.commit('less');
    ground.remove('src/moved.txt');
    ground.commit('nothing');
    expect(await ofHistory()).toMatchObject({ findings: [], seen: expect.stringMatching(/^3 commits, /) });
  });

  it('looks at no other branch, so that a base has what its own history has', async () => {
    ground.git('checkout', '--quiet', '-b', 'other');
    ground.write('src/app.txt', `token = "${token}"\n`);
    ground.commit('of the other branch');
    ground.git('worktree', 'add', '--quiet', '--detach', join(ground.root, '../base'), 'main');
    expect(found(await ofHistory())).toHaveLength(1);
    const base = { ...ground.tree(), root: join(ground.root, '../base'), files: ['README.md'] };
    expect(found(await ofHistory({}, base))).toEqual([]);
    ground.git('checkout', '--quiet', 'main');
    expect(found(await ofHistory())).toEqual([]);
  });

  it('scans a folder of the repository by its own paths', async () => {
    ground.write('api one/src/app.txt', `token = "${token}"\n`);
    ground.write('other.txt', `token = "${token}"\n`);
    ground.commit('second');
    const place = { path: 'src/app.txt', line: 1, column: 10, endLine: 1, endColumn: 50 };
    expect(found(await ofHistory({}, ground.tree('api one')))).toEqual([['github-pat', place]]);
    expect(found(await ofFiles({}, ground.tree('api one')))).toEqual([['github-pat', place]]);
  });

  it('takes the state at which a shallow clone begins for no change of that commit', async () => {
    ground.write('src/app.txt', `token = "${token}"\n`);
    ground.commit('second');
    ground.commit('third');
    const clone = join(ground.root, '../clone');
    ground.git('clone', '--quiet', '--depth=1', `file://${ground.root}`, clone);
    const tree = { ...ground.tree(), root: clone };
    expect(await history.detect(tree, ground.context())).toMatchObject({ what: expect.stringContaining('shallow') });
    const scanned = await ofHistory({}, tree);
    expect(found(scanned)).toHaveLength(1);
    expect('findings' in scanned && scanned.findings[0]).not.toHaveProperty('commit');
  });

  it('lets no setting of the proposal hide anything', async () => {
    ground.write('src/app.txt', `token = "${token}" # gitleaks:allow\n`);
    ground.write('.gitleaks.toml', '[allowlist]\npaths = [".*"]\n');
    ground.write('.gitleaksignore', 'src/app.txt:github-pat:1\n');
    ground.write('.gitattributes', '*.txt binary\n');
    ground.commit('second');
    ground.write(
      '.gitleaksignore',
      `src/app.txt:github-pat:1\n${ground.git('rev-parse', 'HEAD')}:src/app.txt:github-pat:1\n`,
    );
    ground.commit('third');
    const env = { ...ground.context().env, GITLEAKS_CONFIG: join(ground.root, '.gitleaks.toml') };
    expect(found(await ofHistory({ env }))).toHaveLength(1);
    expect(found(await ofFiles({ env }))).toHaveLength(1);
    expect(found(await ofFiles({ inline: true }))).toHaveLength(0);
    expect(found(await ofHistory({ inline: true }))).toHaveLength(0);
  });

  it('scans a proposed .gitleaksignore itself', async () => {
    ground.write('.gitleaksignore', `# ${token}\n`);
    expect(found(await ofFiles())).toMatchObject([['github-pat', { path: '.gitleaksignore', line: 1 }]]);
  });

  it('keeps to the trusted settings, and to those that they extend', async () => {
    ground.write('src/app.txt', `order-number-${api}\n`);
    ground.write('tests/app.txt', `order-number-${api}\n`);
    ground.write('conf/rules.toml', 'proposed = true\n');
    ground.commit('second');
    const trusted = ground.trusting({
      '.gitleaks.toml': '[extend]\npath = "conf/rules.toml"\n[[allowlists]]\npaths = ["^tests/"]\n',
      'conf/rules.toml':
        '[[rules]]\nid = "order-number"\ndescription = "Order number"\nregex = "order-number-([a-z0-9]+)"\n',
    });
    const place = { path: 'src/app.txt', line: 1, column: 14, endLine: 1, endColumn: 46 };
    expect(found(await ofFiles({ trusted }))).toEqual([['order-number', place]]);
    expect(found(await ofHistory({ trusted }))).toEqual([['order-number', place]]);
    const ignoring = ground.trusting({
      '.gitleaks.toml':
        '[[rules]]\nid = "order-number"\ndescription = "Order number"\nregex = "order-number-([a-z0-9]+)"\n',
      '.gitleaksignore': 'src/app.txt:order-number:1\n',
    });
    expect(found(await ofFiles({ trusted: ignoring }))).toMatchObject([['order-number', { path: 'tests/app.txt' }]]);
    expect(found(await ofHistory({ trusted: ignoring }))).toMatchObject([['order-number', { path: 'tests/app.txt' }]]);
  });

  it('gives no answer for settings that it cannot use', async () => {
    const trusted = ground.trusting({ '.gitleaks.toml': '[[rules]]\nid = "own"\nregex = "(unclosed"\n' });
    expect(await ofFiles({ trusted })).toMatchObject({ trouble: { expected: expect.stringContaining('gitleaks') } });
    expect(await ofHistory({ trusted })).toHaveProperty('trouble');
  });

  it('gives no answer where git breaks, though gitleaks ends with 0 and an empty list', async () => {
    const head = ground.git('rev-parse', 'HEAD^{tree}');
    ground.write(`.git/objects/${head.slice(0, 2)}/${head.slice(2)}.broken`, '');
    ground.remove(`.git/objects/${head.slice(0, 2)}/${head.slice(2)}`);
    expect(await ofHistory()).toMatchObject({ trouble: { got: expect.stringMatching(/\[git\]/) } });
  });

  it('gives no answer when git is killed in the middle', async () => {
    ground.write('src/app.txt', 'text\n');
    ground.commit('second');
    ground.program(
      'git',
      `case "$*" in *log*) PATH=/usr/bin:/bin git "$@" | head -c 60; kill -9 $$;; *) PATH=/usr/bin:/bin exec git "$@";; esac`,
    );
    expect(await ofHistory()).toHaveProperty('trouble');
  });

  it('gives no answer when the time is over', async () => {
    writeFileSync(join(ground.root, 'big.txt'), `${'word = "abcdef0123456789"\n'.repeat(400_000)}`);
    expect(await ofFiles({ timeoutMs: 150 })).toMatchObject({ trouble: { got: 'no answer within 150 ms' } });
  });
});
