import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { secretSample, secretSamples } from '../reports/secret-samples.fixture.ts';
import { type Ground, groundOf } from './gitleaks.fixture.ts';
import { trufflehogScanner } from './trufflehog.ts';

/** No registry has trufflehog: the program here writes what its documentation shows. */
let ground: Ground;
beforeEach(() => {
  ground = groundOf();
  ground.git('init', '--quiet', '--initial-branch=main');
  ground.write('src/app.txt', `one\n\n\naws = "${secretSamples.aws}"\n`);
  ground.commit('first');
});
afterEach(() => ground.close());

const scanner = trufflehogScanner();
const scan = (more = {}) => scanner.scan(ground.tree(), ground.context(more));

function pretend(stdout: readonly string[], stderr: readonly string[], exit = 0): void {
  ground.write('.git/out', stdout.map((line) => `${line}\n`).join(''));
  ground.write('.git/err', stderr.map((line) => `${line}\n`).join(''));
  const folder = `${ground.root}/.git`;
  ground.program(
    'trufflehog',
    `[ "$1" = --version ] && { echo 'trufflehog 3.90.5' >&2; exit 0; }
printf '%s ' "$@" > '${folder}/argv'; cat '${folder}/out'; cat '${folder}/err' >&2; exit ${exit}`,
  );
}

const lines = secretSample('trufflehog-git.jsonl')
  .split('\n')
  .filter((line) => line !== '');
const results = lines.filter((line) => line.includes('DetectorName'));
const log = lines.filter((line) => !line.includes('DetectorName'));
const [verified = '', unknown = ''] = results;
const finished = (count: number) =>
  `{"level":"info-0","msg":"finished scanning","chunks":3,"bytes":10,"verified_secrets":0,"unverified_secrets":${count}}`;

describe('a scanner for trufflehog', () => {
  it('is ready with 3, and unable with another or with none', async () => {
    pretend([], []);
    expect(await scanner.detect(ground.tree(), ground.context())).toMatchObject({ kind: 'ready', version: '3.90.5' });
    ground.program('trufflehog', 'echo "trufflehog 2.2.1"');
    expect(await scanner.detect(ground.tree(), ground.context())).toMatchObject({
      kind: 'unable',
      trouble: { got: '2.2.1' },
    });
    ground.program('trufflehog', 'echo "usage: trufflehog [-h]" >&2; exit 2');
    expect(await scanner.detect(ground.tree(), ground.context())).toMatchObject({ kind: 'unable' });
    const bare = ground.context({ env: { PATH: '/usr/bin' } });
    expect(await scanner.detect(ground.tree(), bare)).toMatchObject({ kind: 'unable' });
  });

  it('finds secrets, those of the checkout at their exact place', async () => {
    pretend(results, log);
    expect(await scan()).toMatchObject({
      findings: [
        { severity: 'critical', location: { path: 'src/app.txt', line: 4, column: 8, endColumn: 28 } },
        { severity: 'high', location: { path: 'src/removed.txt' } },
      ],
      version: '3.90.5',
    });
    const argv = String(await ground.tree().read('.git/argv'));
    expect(argv).toContain(`git file://${ground.root} --branch=${ground.git('rev-parse', 'HEAD')}`);
    expect(argv).toContain('--results=verified,unknown --json --no-update');
  });

  it('is clean when its log says that it came to its end', async () => {
    pretend([], [finished(0)]);
    expect(await scan()).toMatchObject({ findings: [], seen: '3 chunks, 10 bytes' });
  });

  it('did not run when no service was reached', async () => {
    pretend([unknown], [finished(1)]);
    expect(await scan()).toMatchObject({
      notRun: true,
      trouble: { got: 'no way to reach the services of 1 secrets' },
      found: { findings: [{ rule: 'Github' }] },
    });
  });

  it('is an error when the log has one, when it ends otherwise, and when nothing tells how much it looked at', async () => {
    pretend([verified], ['{"level":"error","msg":"encountered errors during scan"}', finished(1)]);
    expect(await scan()).toMatchObject({ trouble: {}, found: { findings: [{ rule: 'AWS' }] } });
    pretend([], [finished(0)], 1);
    expect(await scan()).toHaveProperty('trouble');
    pretend([], ["trufflehog: error: unknown long flag '--results', try --help"], 1);
    expect(await scan()).toMatchObject({ trouble: { got: expect.stringContaining('unknown long flag') } });
    pretend([], []);
    expect(await scan()).toHaveProperty('trouble');
    pretend([verified.slice(0, 200)], [finished(1)]);
    expect(await scan()).toHaveProperty('trouble');
    ground.program('trufflehog', 'exec sleep 20');
    expect(await scan({ timeoutMs: 300 })).toMatchObject({ trouble: { got: 'no answer within 300 ms' } });
  });

  it('passes over no mark in the code unless the policy lets it count', async () => {
    pretend([], [finished(0)]);
    ground.write('src/b.txt', 'one\nkey # trufflehog:ignore\n');
    expect(await scan()).toMatchObject({ trouble: { place: { file: 'src/b.txt', line: 2 } } });
    expect(await scan({ inline: true })).not.toHaveProperty('trouble');
  });
});
