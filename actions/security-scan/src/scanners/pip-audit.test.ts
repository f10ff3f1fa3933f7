import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { pipAudit } from './pip-audit.ts';
import { versionsOf, withProgram } from './program.fixture.ts';
import { type Ground, type GroundSetup, groundOf } from './tree.fixture.ts';

let ground: Ground | undefined;
afterEach(() => ground?.remove());

const pins = { 'requirements.txt': 'order-export==1.4.0\norder-mail==2.0\n' };

function prepare(files: GroundSetup['files'], script: string, more: Partial<GroundSetup> = {}): Ground {
  ground?.remove();
  ground = withProgram(groundOf({ files, ...more }), 'pip-audit', script);
  return ground;
}

async function scan(files: GroundSetup['files'], script: string, more: Partial<GroundSetup> = {}) {
  const { tree, context } = prepare(files, script, more);
  return pipAudit.scan(tree, context);
}

/** Answers as pip-audit does, over the file that it is given last. */
const report = (vulns = '', from = 'order-export') => `for file; do :; done
printf '{"dependencies": ['
sed 's/^\\(.*\\)==\\(.*\\)$/{"name": "\\1", "version": "\\2", "vulns": [@\\1@]}/; s/@${from}@/${vulns}/; s/@[^@]*@//' "$file" | paste -sd, -
echo '], "fixes": []}'`;
const weak = '{"id": "PYSEC-2026-9001", "fix_versions": ["1.4.1"], "aliases": [], "description": "Runs formulas."}';
const asked = (index = 0) =>
  readFileSync(join(ground?.context.scratch ?? '', `pip-${index}`, 'requirements.txt'), 'utf8')
    .split('\n')
    .sort();

describe('pip-audit looks for something to do', () => {
  it('is ready with a file that pins, and says which version there is', async () => {
    const { tree, context } = prepare({ ...pins, 'uv.lock': '' }, 'echo pip-audit 2.10.1');
    expect(await pipAudit.detect(tree, context)).toEqual({ kind: 'ready', version: '2.10.1', what: '2 files' });
  });

  it('is ready with a file that a project names as what pins', async () => {
    const project = '[tool.setuptools.dynamic]\ndependencies = {file = "deps.txt"}\n';
    const { tree, context } = prepare({ 'pyproject.toml': project, 'deps.txt': '' }, 'echo pip-audit 2.10.1');
    expect(await pipAudit.detect(tree, context)).toMatchObject({ kind: 'ready', what: '1 file' });
  });

  it.each(versionsOf('pip-audit', '2.6.3'))('cannot scan when the program does this: %s', async (script, got) => {
    const { tree, context } = prepare(pins, script, { timeoutMs: 700 });
    expect(await pipAudit.detect(tree, context)).toMatchObject({
      kind: 'unable',
      trouble: { expected: 'pip-audit 2.7 or later', got },
    });
  });

  it('cannot scan when it is not there, nor with one that the checkout brings', async () => {
    const { tree, context } = prepare({ ...pins, 'bin/pip-audit': '#!/bin/sh\necho pip-audit 2.10.1\n' }, 'exit 0');
    const env = { PATH: join(tree.root, 'bin') };
    expect(await pipAudit.detect(tree, { ...context, env })).toMatchObject({
      kind: 'unable',
      trouble: {
        got: expect.stringMatching(/^no such program on the PATH/),
        mend: expect.stringContaining('pip install pip-audit'),
      },
    });
  });

  it.each([
    [{ 'a.py': '' }],
    [{ Pipfile: '[source]\n' }],
    [{ 'pyproject.toml': '[project]\nname = "x"\n' }],
    [{ 'setup.py': 'setup(name="x")' }],
  ])('has nothing to do in %j', async (files) => {
    const { tree, context } = prepare(files, 'exit 9');
    expect(await pipAudit.detect(tree, context)).toMatchObject({ kind: 'nothing' });
  });

  it.each([
    [{ 'pyproject.toml': '[project]\ndependencies = ["order-mail"]\n' }],
    [{ 'pyproject.toml': '[tool.poetry.dependencies]\npython = "3"\norder-mail = "2"\n' }],
    [{ 'pyproject.toml': '[project\n' }],
    [{ 'pyproject.toml': '[project.optional-dependencies]\npdf = ["order-forms"]\n' }],
    [{ 'pyproject.toml': '[dependency-groups]\ndev = ["order-forms"]\n' }],
    [{ 'pyproject.toml': '[tool.poetry.group.dev.dependencies]\norder-forms = "5"\n' }],
    [{ 'app/Pipfile': '[packages]\norder-mail = "*"\n' }],
    [{ 'pyproject.toml': '[tool.setuptools.dynamic]\ndependencies = {file = ["deps.txt"]}\n' }],
    [{ 'dev-requirements.in': 'order-mail\n' }],
    [{ 'setup.py': 'setup(install_requires=["order-mail"])' }],
    [{ 'setup.cfg': '[options]\ninstall_requires = order-mail\n' }],
  ])('cannot audit what is asked for and pinned nowhere: %j', async (files) => {
    const { tree, context } = prepare(files, 'echo pip-audit 2.10.1');
    const [file = ''] = Object.keys(files);
    expect(await pipAudit.detect(tree, context)).toMatchObject({ kind: 'unable', trouble: { place: { file } } });
  });
});

describe('pip-audit that answers', () => {
  it('is clean when nothing is known of any package', async () => {
    expect(await scan(pins, report())).toEqual({ findings: [], secrets: [], version: null, seen: '2 packages' });
    expect(asked()).toEqual(['', 'order-export==1.4.0', 'order-mail==2.0']);
  });

  it('tells each vulnerability at the line of the pin', async () => {
    expect(await scan(pins, `${report(weak)}; exit 1`)).toMatchObject({
      findings: [{ rule: 'PYSEC-2026-9001', location: { path: 'requirements.txt', line: 1, column: 1 } }],
      seen: '2 packages',
    });
  });

  it('asks for each version of a package, in a run of its own', async () => {
    const files = { ...pins, 'jobs/requirements.txt': 'Order_Export==1.3.0\norder-mail==2.0\n' };
    const scanned = await scan(files, `${report(weak)}; exit 1`);
    expect([asked(0), asked(1)]).toEqual([
      ['', 'order-export==1.3.0', 'order-mail==2.0'],
      ['', 'order-export==1.4.0'],
    ]);
    expect(scanned).toMatchObject({ seen: '3 packages' });
    const found = 'findings' in scanned ? scanned.findings.map(({ location }) => location?.path) : [];
    expect(found).toEqual(['jobs/requirements.txt', 'requirements.txt']);
  });

  it('tells a vulnerability once for each file that pins the package', async () => {
    const scanned = await scan(
      { ...pins, 'dev-requirements.txt': '\norder.export==1.4.0\n' },
      `${report(weak)}; exit 1`,
    );
    expect(scanned).toMatchObject({
      findings: [
        { location: { path: 'dev-requirements.txt', line: 2 } },
        { location: { path: 'requirements.txt', line: 1 } },
      ],
    });
  });

  it('sees a service that the workflow names, and no token, other setting or configuration of pip', async () => {
    const env = {
      ...{ PIP_AUDIT_VULNERABILITY_SERVICE: 'osv', PIP_AUDIT_OSV_URL: 'http://127.0.0.1:9/', GITHUB_TOKEN: 'hidden' },
      ...{
        PIP_AUDIT_OUTPUT: 'elsewhere',
        PIP_INDEX_URL: 'http://127.0.0.1:9/',
        PYTHONPATH: '.',
        PIP_AUDIT_FORMAT: 'markdown',
      },
    };
    await scan(pins, `env > seen; printf '%s ' "$@" > argv; ${report()}`, { env });
    const folder = join(ground?.context.scratch ?? '', 'pip-0');
    const seen = readFileSync(join(folder, 'seen'), 'utf8');
    expect(seen.match(/^(?:PIP|PYTHON|GITHUB)\w*/gm)?.sort()).toEqual([
      'PIP_AUDIT_OSV_URL',
      'PIP_AUDIT_VULNERABILITY_SERVICE',
    ]);
    expect(readFileSync(join(folder, 'argv'), 'utf8')).toBe(
      `--format json --progress-spinner off --no-deps --disable-pip --desc on --cache-dir ${folder}/cache --requirement ${folder}/requirements.txt `,
    );
    expect(existsSync(join(ground?.tree.root ?? '', 'seen'))).toBe(false);
  });
});

describe('pip-audit without an answer', () => {
  const skipped = `echo '{"dependencies": [{"name": "order-export", "skip_reason": "not found"}, {"name": "order-mail", "version": "2.0", "vulns": []}]}'`;
  it.each([
    ['exit 0', 'exit code 0'],
    ['echo "ERROR:pip_audit._cli:no way" >&2; exit 1', 'exit code 1: ERROR:pip_audit._cli:no way'],
    ['echo all is well', 'broken JSON: a word where a value belongs'],
    ['echo null', 'JSON of another shape'],
    ['echo "[]"', 'a report over 0 packages'],
    [
      `echo '{"dependencies": [{"name": "order-mail", "version": "2.0"'`,
      'broken JSON: the end of the text in the middle of it',
    ],
    [`${report()}; echo 'Traceback' >&2; exit 1`, 'exit code 1: Traceback'],
    [`sed -i 1d "$(for file; do :; done; echo "$file")"; ${report()}`, 'a report without order-export 1.4.0'],
    [`{ ${report()}; } | sed s/order-mail/order-male/`, 'a report without order-mail 2.0'],
    [`{ ${report()}; } | sed 's/"version": "2.0", //'`, 'a report without order-mail 2.0'],
    [`{ ${report()}; } | sed s/1.4.0/1.4.1/`, 'a report without order-export 1.4.0'],
    [skipped, 'order-export of 2 not looked at: not found'],
    ['kill -9 $$', 'it was ended by SIGKILL'],
    [`${report()}; kill -9 $$`, 'it was ended by SIGKILL'],
    [
      `${report()}; echo "WARNING:pip_audit._service.osv:OSV vuln entry 'PYSEC-2026-9001' is missing 'affected' list" >&2`,
      `OSV vuln entry 'PYSEC-2026-9001' is missing 'affected' list`,
    ],
  ])('is an error when it ends so: %s', async (script, got) => {
    expect(await scan(pins, script)).toMatchObject({ trouble: { got, place: { file: 'requirements.txt' } } });
  });

  it('does not take its advice on the usage for a fault', async () => {
    const advice = "echo 'WARNING:pip_audit._cli:--no-deps is supported, but users are encouraged' >&2";
    expect(await scan(pins, `${report()}; ${advice}`)).not.toHaveProperty('trouble');
  });

  it('is an error when it does not end in time, and says how much time there was for all', async () => {
    const files = { ...pins, 'jobs/requirements.txt': 'order-export==1.3.0\n' };
    const slow = `case $PWD in *pip-1) exec sleep 30;; esac; ${report(weak)}; exit 1`;
    expect(await scan(files, slow, { timeoutMs: 1_500 })).toMatchObject({
      trouble: { got: 'no answer within 1.5 s' },
      found: { findings: [{ rule: 'PYSEC-2026-9001' }] },
    });
  });

  it('is an error when the run is stopped, and when the program is gone', async () => {
    const stopped = await scan(pins, report(), { signal: AbortSignal.abort() });
    expect(stopped).toMatchObject({ trouble: { got: 'the run was stopped' } });
    const { tree, context } = prepare(pins, report());
    expect(await pipAudit.scan(tree, { ...context, env: { PATH: '/nowhere' } })).toMatchObject({
      trouble: { got: 'no such program on the PATH', place: { file: 'requirements.txt' } },
    });
  });

  it('keeps what is found beside a package that nobody could ask about', async () => {
    const scanned = await scan(
      { 'requirements.txt': 'order-export==1.4.0\norder-mail>=2\n' },
      `${report(weak)}; exit 1`,
    );
    expect(scanned).toMatchObject({
      trouble: { expected: 'a package pinned to one version', got: 'order-mail without ==', place: { line: 2 } },
      found: { findings: [{ rule: 'PYSEC-2026-9001' }] },
    });
  });

  it('is never clean over files that pin nothing', async () => {
    expect(await scan({ 'requirements.txt': 'order-mail\n' }, 'exit 9')).toHaveProperty('trouble');
    expect(await scan({ 'poetry.lock': '[[package]]\nname = "a"\nversion = ' }, 'exit 9')).toMatchObject({
      trouble: { expected: 'a lock file', place: { file: 'poetry.lock' } },
    });
  });
});
