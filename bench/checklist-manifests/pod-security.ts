// Runs the Pod Security rules over the test manifests of Kubernetes itself, which hold a file that must pass and files that
// must fail for every control and version: test/testdata of the Go module k8s.io/pod-security-admission.
//   go mod download k8s.io/pod-security-admission@v0.34.4
//   node bench/checklist-manifests/pod-security.ts <folder test/testdata> [first minor version, default 23]
// Before 1.23 the standard asked for less, so files of older versions fail rules of today.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { judgeManifests } from '@shipgate/manifests/judgement';
import { rulesOf } from '@shipgate/manifests/rule-names';

const LEVELS = ['baseline', 'restricted'] as const;
const WANTED = ['pass', 'fail'] as const;

function outcomeOf(file: string, rules: ReadonlySet<string>): string {
  const text = readFileSync(file, 'utf8');
  const { results, troubles } = judgeManifests({ files: [{ path: file, text }], policies: [], now: new Date(0) });
  const named = results.filter(({ rule }) => rules.has(rule)).map(({ result }) => result);
  if (troubles.length > 0 || named.length === 0 || named.includes('error')) return 'unknown';
  return named.includes('fail') ? 'fail' : 'pass';
}

function rightOf(root: string, level: string, version: string, wanted: string): { right: number; all: number } {
  const names = rulesOf(`pod-security-${level}`);
  const rules = new Set('unknown' in names ? [] : names);
  const folder = join(root, level, version, wanted);
  const files = readdirSync(folder).map((name) => join(folder, name));
  const wrong = files.filter((file) => outcomeOf(file, rules) !== wanted);
  for (const file of wrong) process.stdout.write(`wrong: ${relative(root, file)}\n`);
  return { right: files.length - wrong.length, all: files.length };
}

function main(root: string, first: number): void {
  const minor = (version: string) => Number(version.replace('v1.', ''));
  const versions = readdirSync(join(root, 'baseline')).filter((version) => minor(version) >= first);
  const total = { right: 0, all: 0 };
  for (const version of versions.toSorted((a, b) => minor(a) - minor(b))) {
    const cells = LEVELS.flatMap((level) =>
      WANTED.map((wanted) => {
        const { right, all } = rightOf(root, level, version, wanted);
        total.right += right;
        total.all += all;
        return `${level}/${wanted} ${right}/${all}`;
      }),
    );
    process.stdout.write(`${version.padEnd(6)} ${cells.join('  ')}\n`);
  }
  process.stdout.write(`${total.right} of ${total.all} right\n`);
  process.exitCode = total.right === total.all ? 0 : 1;
}

const [root, first = '23'] = process.argv.slice(2);
if (root === undefined) {
  process.stderr.write('expected the folder test/testdata of k8s.io/pod-security-admission, got nothing\n');
  process.exitCode = 2;
} else main(root, Number(first));
