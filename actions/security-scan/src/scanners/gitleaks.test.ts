import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Ground, groundOf } from './gitleaks.fixture.ts';
import { gitleaksDirScanner, gitleaksScanner } from './gitleaks.ts';

/** Programs that behave as gitleaks does, or fails to; the real one is in gitleaks.real.test.ts. */
let ground: Ground;
beforeEach(() => {
  ground = groundOf();
  ground.git('init', '--quiet', '--initial-branch=main');
  ground.write('src/app.txt', 'one\ntwo\n');
  ground.commit('first');
});
afterEach(() => ground.close());

const history = gitleaksScanner();
const files = gitleaksDirScanner();

/** Writes a report where it is asked to, says something, and ends. */
function pretend(report: string, log: string, exit = 0, version = '8.30.1'): void {
  ground.program(
    'gitleaks',
    `if [ "$1" = version ]; then echo '${version}'; exit 0; fi
for word in "$@"; do case "$word" in --report-path=*) printf '%s' '${report}' > "\${word#*=}";; esac; done
printf '%s\\n' '${log}' >&2
exit ${exit}`,
  );
}

const fine = '4:03AM INF 1 commits scanned.\n4:03AM INF scanned ~8 bytes (8 bytes) in 1ms\n4:03AM INF no leaks found';
const one = fine.replace('INF no leaks found', 'WRN leaks found: 1');
const entry = '{"RuleID":"own","File":"src/app.txt","StartLine":2,"EndLine":2,"Match":"two","Secret":"two"}';

describe('detecting gitleaks', () => {
  it('takes the version that it tells', async () => {
    pretend('[]', fine);
    expect(await history.detect(ground.tree(), ground.context())).toMatchObject({ kind: 'ready', version: '8.30.1' });
    expect(await files.detect(ground.tree(), ground.context())).toEqual({
      kind: 'ready',
      version: '8.30.1',
      what: '1 files',
    });
  });

  it('is unable with one that has no command git', async () => {
    pretend('[]', fine, 0, '8.18.4');
    const expected = { kind: 'unable', trouble: { expected: 'gitleaks 8.19 or newer', got: '8.18.4' } };
    expect(await history.detect(ground.tree(), ground.context())).toMatchObject(expected);
  });

  it('asks a build without a version whether it knows the command', async () => {
    const unversioned = 'if [ "$1" = version ]; then echo "version is set by build process"; exit 0; fi';
    ground.program('gitleaks', `${unversioned}; echo 'Usage:'; echo '  gitleaks git [flags] [repo]'`);
    expect(await history.detect(ground.tree(), ground.context())).toMatchObject({ kind: 'ready' });
    ground.program('gitleaks', `${unversioned}; echo 'Error: unknown command "git"' >&2; exit 1`);
    expect(await history.detect(ground.tree(), ground.context())).toMatchObject({ kind: 'unable' });
  });

  it('is unable without the program', async () => {
    const found = await history.detect(ground.tree(), ground.context({ env: { PATH: '/usr/bin' } }));
    expect(found).toMatchObject({ kind: 'unable', trouble: { got: 'no such program on the PATH' } });
  });

  it('has nothing to look at without a history, or without files', async () => {
    pretend('[]', fine);
    const bare = groundOf();
    try {
      expect(await history.detect(bare.tree(), ground.context())).toEqual({ kind: 'nothing', why: 'no git history' });
      expect(await files.detect(bare.tree(), ground.context())).toEqual({ kind: 'nothing', why: 'no files' });
      bare.git('init', '--quiet');
      expect(await history.detect(bare.tree(), ground.context())).toEqual({ kind: 'nothing', why: 'no commit yet' });
      expect(await history.scan(bare.tree(), ground.context())).toMatchObject({ notRun: true });
    } finally {
      bare.close();
    }
  });
});

describe('believing gitleaks', () => {
  const scan = () => files.scan(ground.tree(), ground.context());

  it('is clean when report and log agree', async () => {
    pretend('[]', fine);
    expect(await scan()).toEqual({ findings: [], secrets: [], version: null, seen: '1 commits, 8 bytes' });
  });

  it('finds the value in the file', async () => {
    pretend(`[${entry}]`, one);
    expect(await scan()).toMatchObject({
      findings: [{ location: { path: 'src/app.txt', line: 2, column: 1, endLine: 2, endColumn: 4 } }],
      secrets: ['two'],
    });
  });

  it('takes an error in the log for an error, whatever exit code and report say', async () => {
    pretend('[]', `4:03AM ERR [git] fatal: bad object\n${fine}`);
    expect(await scan()).toMatchObject({ trouble: { got: '[git] fatal: bad object' }, found: { findings: [] } });
    pretend('[]', `4:03AM WRN skipping file: permission denied path=src/app.txt\n${fine}`);
    expect(await scan()).toMatchObject({ trouble: { got: 'skipping file: permission denied path=src/app.txt' } });
    pretend(`[${entry}]`, '4:03AM WRN partial scan completed in 4ms\n4:03AM WRN leaks found: 1', 1);
    expect(await scan()).toMatchObject({ trouble: {}, found: { findings: [{ rule: 'own' }] } });
  });

  it('takes a report that says something else than the log for an error', async () => {
    pretend('[]', one.replace('found: 1', 'found: 3'));
    expect(await scan()).toMatchObject({ trouble: { got: '0 in the report, 3 in the log' } });
    pretend('[]', 'nothing of use');
    expect(await scan()).toMatchObject({ trouble: {} });
    pretend('[]', fine, 1);
    expect(await scan()).toMatchObject({ trouble: { got: 'exit code 1' } });
  });

  it('takes a scan that does not say how much it looked at for an error', async () => {
    const [commits = '', bytes = '', none = ''] = fine.split('\n');
    pretend('[]', none);
    expect(await scan()).toMatchObject({ trouble: { got: 'no word of how much was scanned' } });
    pretend('[]', `4:03AM INF scan completed in 3ms\n${none}`);
    expect(await scan()).toMatchObject({ findings: [] });
    pretend('[]', `${bytes}\n${none}`);
    const inHistory = () => history.scan(ground.tree(), ground.context());
    expect(await inHistory()).toMatchObject({ trouble: { got: 'no word of how many commits were scanned' } });
    pretend('[]', `${commits}\n${none}`);
    expect(await inHistory()).toMatchObject({ findings: [] });
  });

  it('takes a history of another length than that of git for an error', async () => {
    ground.write('src/app.txt', 'three\n');
    ground.commit('second');
    ground.git('update-index', '--chmod=+x', 'src/app.txt');
    ground.git('commit', '--quiet', '-m', 'a mode');
    const after = async (count: number, trusted = ground.trusting({})) => {
      pretend('[]', fine.replace('1 commits', `${count} commits`));
      return await history.scan(ground.tree(), ground.context({ trusted }));
    };
    const few = { expected: '2 commits looked at', got: '1 commit scanned' };
    expect(await after(1)).toMatchObject({ trouble: few, found: { findings: [] } });
    expect(await after(2)).toMatchObject({ findings: [] });
    expect(await after(3)).toMatchObject({ findings: [] });
    expect(await after(4)).toMatchObject({ trouble: { expected: 'at most 3 commits', got: '4 commits scanned' } });
    const allowing = ground.trusting({ '.gitleaks.toml': '[[allowlists]]\ncommits = ["a"]\n' });
    expect(await after(1, allowing)).toMatchObject({ findings: [] });
  });

  it('takes a missing, empty or cut report for an error', async () => {
    pretend('', fine);
    expect(await scan()).toMatchObject({ trouble: { got: 'an empty file' } });
    pretend(`[${entry}`, fine);
    expect(await scan()).toHaveProperty('trouble');
    ground.program('gitleaks', 'echo "4:03AM FTL unable to load gitleaks config" >&2; exit 1');
    expect(await scan()).toMatchObject({ trouble: { got: 'unable to load gitleaks config' } });
  });

  it('says so when it hangs, is killed, or is not there', async () => {
    ground.program('gitleaks', 'exec sleep 30');
    const slow = await files.scan(ground.tree(), ground.context({ timeoutMs: 300 }));
    expect(slow).toMatchObject({ trouble: { got: 'no answer within 300 ms' } });
    ground.program('gitleaks', 'kill -9 $$');
    expect(await scan()).toMatchObject({ trouble: { got: 'it was ended by SIGKILL' } });
  });

  it('takes git that ended early for an error', async () => {
    pretend('[]', `4:03AM DBG command aborted cmd="git log" error="signal: killed"\n${fine}`);
    const scanned = await history.scan(ground.tree(), ground.context());
    expect(scanned).toMatchObject({ trouble: { got: 'git ended before it had told all' } });
  });
});

describe('settings of gitleaks', () => {
  it('says where a trusted file is broken', async () => {
    pretend('[]', fine);
    const trusted = ground.trusting({ '.gitleaks.toml': '[[rules]]\nid = "own"\nregex = [\n' });
    const scanned = await files.scan(ground.tree(), ground.context({ trusted }));
    expect(scanned).toMatchObject({ trouble: { expected: 'TOML', place: { file: '.gitleaks.toml' } } });
  });

  it('follows what they extend, and no further than the repository', async () => {
    pretend('[]', fine);
    const extending = (path: string) => ground.trusting({ '.gitleaks.toml': `[Extend]\nPath = "${path}"\n` });
    for (const path of ['../rules.toml', '/etc/rules.toml', 'C:\\rules.toml', 'a/../../b']) {
      const scanned = await files.scan(
        ground.tree(),
        ground.context({ trusted: extending(path.replaceAll('\\', '\\\\')) }),
      );
      expect([path, scanned]).toMatchObject([path, { trouble: { got: 'one that leads out of it' } }]);
    }
    const missing = await files.scan(ground.tree(), ground.context({ trusted: extending('conf/rules.toml') }));
    expect(missing).toMatchObject({ trouble: { got: 'no such file' } });
  });

  it('leaves the files of the checkout as they are', async () => {
    pretend('[]', fine);
    ground.write('.gitleaks.toml', 'proposed');
    ground.write('.gitleaksignore', 'proposed');
    const trusted = ground.trusting({ '.gitleaks.toml': 'title = "trusted"', '.gitleaksignore': 'trusted' });
    expect(await files.scan(ground.tree(), ground.context({ trusted }))).not.toHaveProperty('trouble');
    const kept = await Promise.all(['.gitleaks.toml', '.gitleaksignore'].map((path) => ground.tree().read(path)));
    expect(kept.map(String)).toEqual(['proposed', 'proposed']);
  });
});
