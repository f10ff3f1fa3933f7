import { dirname } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { realTool } from '../../../../scripts/real-tools.ts';
import { bandit } from './bandit.ts';
import { withProgram } from './program.fixture.ts';
import { type Ground, type GroundSetup, groundOf } from './tree.fixture.ts';

const program = realTool('bandit');

let ground: Ground | undefined;
afterEach(() => ground?.remove());

function prepare(files: GroundSetup['files'], more: Partial<GroundSetup> = {}): Ground {
  ground?.remove();
  const PATH = `${dirname(program ?? '')}:/usr/bin:/bin`;
  ground = groundOf({ files, ...more, env: { PATH, ...more.env } });
  return ground;
}

async function scan(files: GroundSetup['files'], more: Partial<GroundSetup> = {}) {
  const { tree, context } = prepare(files, more);
  return bandit.scan(tree, context);
}

const shell = 'import subprocess\n\ndef export(name):\n    subprocess.run(name, shell=True)\n';
const rules = (scanned: object) => {
  const { findings = [] } = ('found' in scanned ? scanned.found : scanned) as {
    findings?: readonly { rule: string; location: { path: string; line?: number } | null }[];
  };
  return findings.map(({ rule, location }) => `${rule} ${location?.path}:${location?.line}`).sort();
};

describe.skipIf(program === null)('the real bandit', () => {
  it('is ready, and says its version', async () => {
    const { tree, context } = prepare({ 'a.py': '' });
    expect(await bandit.detect(tree, context)).toMatchObject({
      kind: 'ready',
      version: expect.stringMatching(/^1\.\d/),
    });
  });

  it('finds what is there, in files of every name and folder', async () => {
    const files = { 'src/export.py': shell, 'tests/.tox/é b.pyw': `# ü\n${shell}`, '-r.py': 'assert x\n' };
    expect(rules(await scan(files))).toEqual([
      'B101 -r.py:1',
      'B404 src/export.py:1',
      'B404 tests/.tox/é b.pyw:2',
      'B602 src/export.py:4',
      'B602 tests/.tox/é b.pyw:5',
    ]);
  });

  it('finds what is there in a script without an ending', async () => {
    expect(rules(await scan({ 'bin/deploy': `#!/usr/bin/env python3\n${shell}` }))).toEqual([
      'B404 bin/deploy:2',
      'B602 bin/deploy:5',
    ]);
  });

  it('keeps the value of a password out of what it tells', async () => {
    const value = ['kestrel', 'harbour', '93'].join('-');
    const scanned = await scan({ 'a.py': `def login(password="${value}"):\n    token = "${value}"\n` });
    expect(rules(scanned)).toEqual(['B105 a.py:2', 'B107 a.py:1']);
    expect('secrets' in scanned ? scanned.secrets : []).toEqual([value]);
    expect(JSON.stringify({ ...scanned, secrets: [] })).not.toContain(value);
  });

  it('is clean over a file without faults, and over an empty one', async () => {
    expect(await scan({ 'a.py': 'x = 1\n', 'b/__init__.py': '' })).toMatchObject({ findings: [], seen: '2 files' });
  });

  it('passes over no mark and no settings of the change', async () => {
    const files = {
      'src/export.py': shell.replace('=True)', '=True)  # nosec'),
      '.bandit': '[bandit]\nskips: B404,B602\nexclude: ./src\n',
      'src/.bandit': '[bandit]\nskips: B404,B602\n',
      'pyproject.toml': '[tool.bandit]\nskips = ["B404", "B602"]\nexclude_dirs = ["src"]\n',
      'setup.cfg': '[bandit]\nskips = B404,B602\n',
    };
    expect(rules(await scan(files))).toEqual(['B404 src/export.py:1', 'B602 src/export.py:4']);
    expect(rules(await scan(files, { inline: true }))).toEqual(['B404 src/export.py:1']);
  });

  it('honours what the base leaves out', async () => {
    const toml = '[tool.bandit]\nskips = ["B404"]\nexclude_dirs = ["tests"]\n';
    const files = { 'src/export.py': shell, 'tests/export.py': shell };
    const scanned = await scan(files, { trusted: { 'pyproject.toml': toml } });
    expect(rules(scanned)).toEqual(['B602 src/export.py:4']);
    expect(scanned).toMatchObject({ seen: '1 file, 1 file left out by settings' });
    const ini = { '.bandit': '[bandit]\nskips: B602\nexclude: ./tests\n' };
    expect(rules(await scan(files, { trusted: ini }))).toEqual(['B404 src/export.py:1']);
    expect(await scan({ 'tests/a.py': shell }, { trusted: { 'pyproject.toml': toml } })).toMatchObject({
      trouble: { got: 'settings that leave out every Python file' },
    });
  });

  it('is an error over a file that Python cannot parse, with what it found in others', async () => {
    const scanned = await scan({ 'a.py': 'def export(:\n', 'b.py': 'assert x\n', 'c.py': Buffer.from('x = "\0"\n') });
    expect(scanned).toMatchObject({
      trouble: { got: expect.stringMatching(/^syntax error while parsing AST from file/), place: { file: 'a.py' } },
    });
    expect(rules(scanned)).toEqual(['B101 b.py:1']);
  });

  it('is an error where one of its tests falls over a line: its report is empty and its exit code 0', async () => {
    expect(await scan({ 'a.py': 'import tarfile\n\ntarfile.open("x").extractall(members=x.y(z))\n' })).toMatchObject({
      trouble: { got: 'the test tarfile_unsafe_members fell over this line', place: { file: 'a.py', line: 3 } },
    });
  });

  it('is an error when a file cannot be read, and when settings are such that no test would run', async () => {
    const { tree, context } = prepare({ 'a.py': 'x = 1\n', 'b.py': 'x = 1\n' });
    const more = { ...tree, files: [...tree.files, 'gone.py'] };
    expect(await bandit.scan(more, context)).toMatchObject({ trouble: { place: { file: 'gone.py' } } });
    const trusted = { 'pyproject.toml': '[tool.bandit]\ntests = ["B101"]\nskips = ["B101"]\n' };
    expect(await scan({ 'a.py': 'x = 1\n' }, { trusted })).toMatchObject({
      trouble: { got: expect.stringMatching(/^exit code 2: .*B101/) },
    });
  });

  it('is an error when it does not end in time, when it is stopped and when it is killed', async () => {
    const long = { 'a.py': 'assert x\n'.repeat(100_000) };
    expect(await scan(long, { timeoutMs: 400 })).toMatchObject({ trouble: { got: 'no answer within 400 ms' } });
    const stopped = await scan({ 'a.py': '' }, { signal: AbortSignal.abort() });
    expect(stopped).toMatchObject({ trouble: { got: 'the run was stopped' } });
    // As a wrapper sees it that lives on.
    const killed = withProgram(prepare(long), 'bandit', `${program} "$@" & sleep 0.4; kill -9 $!; wait $!`);
    expect(await bandit.scan(killed.tree, killed.context)).toMatchObject({
      trouble: { got: expect.stringMatching(/^exit code 137/), place: { file: 'a.py' } },
    });
  });
});
