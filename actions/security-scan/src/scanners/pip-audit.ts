/**
 * Driver of pip-audit. It gets a file of our own with names and versions alone: no index, address, file or build of the
 * proposal has a say, and nothing is resolved or built. Where to ask is the workflow's: PIP_AUDIT_VULNERABILITY_SERVICE.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isTrouble, type ReportRead, type Trouble } from '../finding.ts';
import { type Lockfile, lockfileOf } from '../lockfile/lockfile.ts';
import type { Detected, ScanContext, Scanned, Scanner, Tree } from '../ports.ts';
import { type PipAuditReport, pipAuditReport } from '../reports/pip-audit.ts';
import { collectPins, type Pins, pinningFiles, publicVersion } from './pip-pins.ts';
import { runTool } from './program.ts';
import { answerOf, counted, countIn, inTimeOf, joined, named, withTroubles } from './program-answer.ts';
import { detectVersion } from './program-version.ts';
import { words } from './program-words.ts';
import { type Asking, alone, askingFiles, asks } from './python-asked.ts';

const mend = 'Install it: `pip install pip-audit` with a pinned version and hashes';
const expected = 'pip-audit 2.7 or later';
const pass = ['PIP_AUDIT_VULNERABILITY_SERVICE', 'PIP_AUDIT_OSV_URL'];
const flags = ['--format', 'json', '--progress-spinner', 'off', '--no-deps', '--disable-pip', '--desc', 'on'];

export const pipAudit: Scanner = {
  name: 'pip-audit',
  async detect(tree, context): Promise<Detected> {
    const asking = await askingFiles(tree);
    const locks = pinningFiles(tree, asking);
    if (locks.length === 0) return withoutLock(asking);
    const argv = ['pip-audit', '--version'] as const;
    return detectVersion(
      { argv: [...argv], expected, oldest: [2, 7], mend, pass },
      counted(locks.length, 'file'),
      tree,
      context,
    );
  },
  async scan(tree, context): Promise<Scanned> {
    const pins = await collectPins(tree);
    const deadline = performance.now() + context.timeoutMs;
    const answers: ReportRead[] = [];
    for (const [index, batch] of batches(pins.packages).entries()) {
      const timeoutMs = Math.max(1, Math.round(deadline - performance.now()));
      answers.push(inTimeOf(context, await auditOne(batch, index, pins, tree, { ...context, timeoutMs })));
    }
    const troubles = pins.troubles.map((trouble) => ({ trouble }));
    const packages = answers.reduce(
      (sum, each) => sum + countIn((isTrouble(each) ? each.found : each)?.seen ?? null),
      0,
    );
    return joined([...answers, ...troubles], counted(packages, 'package'));
  },
};

type Package = Pins['packages'][number];

/** One name has one version in a file of requirements. */
function batches(packages: readonly Package[]): readonly (readonly Package[])[] {
  const all: Map<string, Package>[] = [];
  for (const each of packages) {
    const free = all.find((batch) => !batch.has(each.name));
    if (free === undefined) all.push(new Map([[each.name, each]]));
    else free.set(each.name, each);
  }
  return all.map((batch) => [...batch.values()]);
}

async function auditOne(
  batch: readonly Package[],
  index: number,
  pins: Pins,
  tree: Tree,
  context: ScanContext,
): Promise<ReportRead> {
  const folder = join(context.scratch, `pip-${index}`);
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'requirements.txt');
  await writeFile(file, batch.map(({ name, version }) => `${name}==${version}\n`).join(''));
  const argv = ['pip-audit', ...flags, '--cache-dir', join(folder, 'cache'), '--requirement', file] as const;
  const end = await runTool({ argv: [argv[0], ...argv.slice(1)], cwd: folder, context, tree, pass, mend });
  const [first = 'requirements.txt'] = pins.locks.map(({ path }) => path);
  if ('trouble' in end) return { trouble: { ...end.trouble, place: { file: first } } };
  const locks = pins.locks.map(withPublicVersions);
  const origin = { file: first, root: tree.root, has: (path: string) => tree.files.includes(path), locks };
  const report = pipAuditReport(end.stdout, origin);
  const read = answerOf(end, report.read, first, [folder, context.scratch, tree.root]);
  if (isTrouble(read)) return read;
  const place = { file: first };
  return withTroubles(read, [...passedOver(end.stderr, place), ...unseen(report, batch, place)]);
}

/** What the service told, and pip-audit did not understand: it warns, leaves it out, and is content. */
function passedOver(stderr: string, place: NonNullable<Trouble['place']>): readonly Trouble[] {
  const lines = [...stderr.matchAll(/^(?:WARNING|ERROR):pip_audit\._service[\w.]*:(.*)$/gm)];
  return lines.map(([, line = '']) => ({
    expected: 'all that the service of vulnerabilities knows',
    got: words(line),
    mend: 'Ask another service: PIP_AUDIT_VULNERABILITY_SERVICE, or a newer pip-audit',
    place,
  }));
}

function unseen(
  report: PipAuditReport,
  batch: readonly Package[],
  place: NonNullable<Trouble['place']>,
): readonly Trouble[] {
  const missing = batch.filter(({ name, version }) => !report.names(name, version));
  if (missing.length === 0) return [];
  const got = `a report without ${named(missing.map(({ name, version }) => `${name} ${version}`))}`;
  const expected = `an audit of ${counted(batch.length, 'package')}`;
  return [{ expected, got, mend: 'Run `pip-audit` by hand', place }];
}

function withPublicVersions({ path, kind, entries }: Lockfile): Lockfile {
  const asked = entries.map((entry) =>
    entry.version === null ? entry : { ...entry, version: publicVersion(entry.version) },
  );
  return lockfileOf(path, kind, asked);
}

/** Packages that are asked for somewhere, and pinned nowhere. */
function withoutLock(asking: readonly Asking[]): Detected {
  const first = asking.find(asks);
  if (first === undefined) return { kind: 'nothing', why: 'no requirements and no lock file of Python' };
  return { kind: 'unable', trouble: alone(first.path, [...(first.names ?? [])]) };
}
