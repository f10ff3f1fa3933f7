import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { bandit } from './bandit.ts';
import { versionsOf, withProgram } from './program.fixture.ts';
import { type Ground, type GroundSetup, groundOf } from './tree.fixture.ts';

let ground: Ground | undefined;
afterEach(() => ground?.remove());

const source = { 'src/app.py': 'import subprocess\nsubprocess.run(x, shell=True)\n', 'job.py': 'x = 1\n', 'a.txt': '' };

function prepare(files: GroundSetup['files'], script: string, more: Partial<GroundSetup> = {}): Ground {
  ground?.remove();
  ground = withProgram(groundOf({ files, ...more }), 'bandit', script);
  return ground;
}

async function scan(files: GroundSetup['files'], script: string, more: Partial<GroundSetup> = {}) {
  const { tree, context } = prepare(files, script, more);
  return bandit.scan(tree, context);
}

/** Answers as bandit does, over the files that it is given. */
const report = (results = '', errors = '') => `printf '%s\\n' "$@" >> ../argv
echo '{"errors": [${errors}], "results": [${results}], "metrics": {"_totals": {}'
for file; do case $file in ./*) printf ', "%s": {}' "./$file";; esac; done
echo '}}'`;
const shell = `{"test_id": "B602", "filename": "././src/app.py", "line_number": 2, "issue_severity": "HIGH", "issue_confidence": "HIGH", "issue_text": "A shell."}`;
const argv = () =>
  readFileSync(join(ground?.tree.root ?? '', '../argv'), 'utf8')
    .split('\n')
    .slice(0, -1);

describe('bandit looks for something to do', () => {
  it('is ready with files of Python, and reads its version beside that of Python', async () => {
    const { tree, context } = prepare(source, 'echo "bandit 1.9.4"; echo "  python version = 3.11.7"');
    expect(await bandit.detect(tree, context)).toEqual({ kind: 'ready', version: '1.9.4', what: '2 files' });
  });

  it.each(versionsOf('bandit', '1.6.3'))('cannot scan when the program does this: %s', async (script, got) => {
    const { tree, context } = prepare(source, script, { timeoutMs: 700 });
    expect(await bandit.detect(tree, context)).toMatchObject({
      kind: 'unable',
      trouble: { expected: 'bandit 1.7 or later', got },
    });
  });

  it('cannot scan when it is not there', async () => {
    const { tree, context } = prepare(source, 'exit 0');
    expect(await bandit.detect(tree, { ...context, env: { PATH: '/nowhere' } })).toMatchObject({
      kind: 'unable',
      trouble: { got: 'no such program on the PATH', mend: expect.stringContaining('pip install bandit') },
    });
  });

  it('has nothing to do without a file of Python', async () => {
    const { tree, context } = prepare({ 'a.pyc': '', py: '' }, 'exit 9');
    expect(await bandit.detect(tree, context)).toMatchObject({ kind: 'nothing' });
  });
});

describe('bandit that answers', () => {
  it('is clean when it finds nothing', async () => {
    expect(await scan(source, report())).toEqual({ findings: [], secrets: [], version: null, seen: '2 files' });
  });

  it('tells what it finds at its place', async () => {
    expect(await scan(source, `${report(shell)}; exit 1`)).toMatchObject({
      findings: [{ rule: 'B602', severity: 'high', location: { path: 'src/app.py', line: 2 } }],
      seen: '2 files',
    });
  });

  it('gets each file by its name, and no name is an option', async () => {
    await scan({ '--exit-zero.py': '', '-r.py': '', 'tests/.tox/a b.py': '', 'gui.pyw': '' }, report());
    expect(argv()).toEqual([
      ...['--format', 'json', '--quiet', '--ignore-nosec', '--exclude', ''],
      ...['./--exit-zero.py', './-r.py', './gui.pyw', './tests/.tox/a b.py'],
    ]);
  });

  it('gets scripts that Python runs, whatever they are called', async () => {
    const scripts = {
      'bin/deploy': '#!/usr/bin/env python3\nassert x\n',
      'bin/old.cgi': '#! /usr/bin/python2.7 -E\r\n',
      'bin/fast': '#!/opt/pypy/bin/pypy3\n',
      'bin/own': '#!/usr/bin/env -S uv run --script\n',
    };
    const others = {
      ...{ 'bin/a.sh': '#!/bin/sh\n# python3\n', 'bin/b': '#!/usr/bin/env pythonic-shell\n', 'notes.txt': 'python3\n' },
      'bin/c': '\n#!/usr/bin/env python3\n',
    };
    expect(await scan({ ...scripts, ...others }, report())).toMatchObject({ seen: '4 files' });
    expect(argv().slice(6)).toEqual(
      Object.keys(scripts)
        .toSorted()
        .map((path) => `./${path}`),
    );
    const { tree, context } = prepare({ ...scripts, ...others }, 'echo bandit 1.9.4');
    expect(await bandit.detect(tree, context)).toMatchObject({ kind: 'ready', what: '4 files' });
  });

  it('gets more files than arguments have room for in several runs', async () => {
    const long = (index: number) => `${'deep/'.repeat(30)}${index}.py`;
    const files = Object.fromEntries(Array.from({ length: 700 }, (_, index) => [long(index), '']));
    expect(await scan(files, report())).toMatchObject({ seen: '700 files', findings: [] });
    expect(argv().filter((each) => each === '--quiet')).toHaveLength(2);
  });

  it('sees no token', async () => {
    await scan(source, `env > ../seen; ${report()}`, { env: { GITHUB_TOKEN: 'hidden', PYTHONPATH: '.' } });
    const seen = readFileSync(join(ground?.tree.root ?? '', '../seen'), 'utf8');
    expect(seen).not.toMatch(/^(?:GITHUB|PYTHON)/m);
  });
});

describe('settings of bandit', () => {
  const settings = {
    '.bandit': '[bandit]\nskips: B602\nexclude: src\n',
    'pyproject.toml': '[tool.bandit]\nskips = ["B602"]\nexclude_dirs = ["src"]\n',
    'setup.cfg': '[bandit]\nskips = B602\n',
  };
  const read = (name: string) => readFileSync(join(ground?.context.scratch ?? '', name), 'utf8');

  it('of the proposal do not count', async () => {
    await scan({ ...source, ...settings }, report());
    expect(argv().slice(0, 6)).toEqual(['--format', 'json', '--quiet', '--ignore-nosec', '--exclude', '']);
    expect(existsSync(join(ground?.context.scratch ?? '', 'bandit.ini'))).toBe(false);
  });

  it('of the base count as far as they say what runs where', async () => {
    const ini = `${settings['.bandit']}  output = /elsewhere\ntargets: nowhere\nbaseline=all.json\nlevel=3\n[other]\ntests: B101\n`;
    await scan(source, report(), { trusted: { ...settings, '.bandit': ini } });
    const { scratch = '' } = ground?.context ?? {};
    expect(argv().slice(3, 8)).toEqual([
      ...['--ignore-nosec', '--configfile', join(scratch, 'bandit.toml'), '--ini', join(scratch, 'bandit.ini')],
    ]);
    expect(argv()).not.toContain('--exclude');
    expect(read('bandit.ini')).toBe('[bandit]\nskips: B602\nexclude: src\ntests: B101\n');
    expect(read('bandit.toml')).toContain('skips = [ "B602" ]');
  });

  it('of the base that are broken, or say nothing of bandit, leave nothing out', async () => {
    await scan(source, report(), { trusted: { 'pyproject.toml': '[tool.bandit' } });
    expect(argv()).toContain('--exclude');
    await scan(source, report(), {
      trusted: { 'pyproject.toml': '[tool.black]\n', '.bandit': '[bandit]\nskips: B1\n' },
    });
    expect(argv()).not.toContain('--configfile');
    expect(argv()).toContain('--exclude');
  });

  it('let # nosec count only where the policy says so', async () => {
    await scan(source, report(), { inline: true });
    expect(argv()).not.toContain('--ignore-nosec');
  });

  it('that leave out a whole run of files are no fault, and those that leave out every file are', async () => {
    const empty = `echo '{"errors": [], "results": [], "metrics": {"_totals": {}}}'`;
    const long = `${'deep/'.repeat(30)}`;
    const files = Object.fromEntries(Array.from({ length: 700 }, (_, index) => [`${long}${index}.py`, '']));
    const trusted = { 'pyproject.toml': '[tool.bandit]\nexclude_dirs = ["deep"]\n' };
    const second = `if [ -e ../once ]; then ${empty}; else touch ../once; ${report()}\nfi`;
    const scanned = await scan(files, second, { trusted });
    expect(scanned).not.toHaveProperty('trouble');
    expect(await scan(source, empty, { trusted })).toMatchObject({
      trouble: { got: 'settings that leave out every Python file' },
    });
    expect(await scan(source, empty)).toMatchObject({ trouble: { got: 'a report over 0 files' } });
  });

  it('that choose tests alone leave no file out', async () => {
    const one = report().replace('for file;', 'for file in ./job.py;');
    const trusted = { 'pyproject.toml': '[tool.bandit]\nskips = ["B101"]\n' };
    expect(await scan(source, one, { trusted })).toMatchObject({ trouble: { got: 'a report without src/app.py' } });
    const leaving = { 'pyproject.toml': '[tool.bandit]\nexclude_dirs = ["src"]\n' };
    expect(await scan(source, one, { trusted: leaving })).toMatchObject({
      findings: [],
      seen: '1 file, 1 file left out by settings',
    });
  });
});

describe('bandit without an answer', () => {
  const unparsable = '{"filename": "././job.py", "reason": "syntax error while parsing AST from file"}';
  it.each([
    ['exit 0', 'exit code 0'],
    ['echo "[main] ERROR no way" >&2; exit 2', 'exit code 2: [main] ERROR no way'],
    ['echo all is well', 'broken JSON: a word where a value belongs'],
    ['echo "{}"', 'JSON of another shape'],
    [`${report()}; echo Traceback >&2; exit 1`, 'exit code 1: Traceback'],
    [report().replace('for file;', 'for file in ./job.py;'), 'a report without src/app.py'],
    [report().replace('for file;', 'for file in ./job.py ./job2.py;'), 'a report without src/app.py'],
    [report('', unparsable), 'syntax error while parsing AST from file'],
    ['kill -9 $$', 'it was ended by SIGKILL'],
    [`${report()}; kill -11 $$`, 'it was ended by SIGSEGV'],
    ['exec sleep 30', 'no answer within 2 s'],
  ])('is an error when it ends so: %s', async (script, got) => {
    expect(await scan(source, script, { timeoutMs: 2_000 })).toMatchObject({ trouble: { got } });
  });

  it('keeps what it found in other files', async () => {
    expect(await scan(source, `${report(shell, unparsable)}; exit 1`)).toMatchObject({
      trouble: { place: { file: 'job.py' } },
      found: { findings: [{ rule: 'B602' }] },
    });
  });

  it('is an error when one of its tests fell over a line, of which its report says nothing', async () => {
    const said = `[tester]\tERROR\tBandit internal error running: tarfile_unsafe_members on file ././src/app.py at line 2: 'Attribute'`;
    expect(await scan(source, `${report(shell)}; echo "${said}" >&2; exit 1`)).toMatchObject({
      trouble: { got: 'the test tarfile_unsafe_members fell over this line', place: { file: 'src/app.py', line: 2 } },
      found: { findings: [{ rule: 'B602' }] },
    });
  });

  it('is an error when the run is stopped, and when the program is gone', async () => {
    const stopped = await scan(source, report(), { signal: AbortSignal.abort() });
    expect(stopped).toMatchObject({ trouble: { got: 'the run was stopped' } });
    const { tree, context } = prepare(source, report());
    expect(await bandit.scan(tree, { ...context, env: { PATH: '/nowhere' } })).toMatchObject({
      trouble: { got: 'no such program on the PATH' },
    });
  });
});
