/**
 * Driver of `npm audit`, for every lock of npm in the tree. npm never sees the checkout: it runs in a copy of lock and
 * package.json, without scripts, and asks the registry that a trusted .npmrc names. Packages of all kinds count, those for
 * development too.
 */
import { realpathSync } from 'node:fs';
import { isAbsolute, join, sep } from 'node:path';
import { isTrouble, type ReportContent, type ReportRead, type Trouble } from '../finding.ts';
import type { Detected, ScanContext, Scanned, Scanner, Tree } from '../ports.ts';
import { said } from '../reports/json.ts';
import { readNpmAudit } from '../reports/npm-audit.ts';
import { type AuditPlan, planAudit } from './npm-audit-plan.ts';
import { type NpmProject, writeProject } from './npm-project.ts';
import { unaudited } from './npm-unaudited.ts';
import { runTool } from './program.ts';
import { answerOf, counted, countIn, inTimeOf, joined, withTroubles } from './program-answer.ts';
import { detectVersion } from './program-version.ts';

const mend = 'Install Node.js with npm 8 or later, as actions/setup-node does';

/** Said here, so that no configuration can say otherwise. Source: npm's documentation, "config". */
const flags = [
  ...['--json', '--package-lock-only', '--ignore-scripts', '--audit=true', '--offline=false', '--prefer-offline=false'],
  ...['--include=prod', '--include=dev', '--include=optional', '--include=peer', '--audit-level=info'],
  ...['--global=false', '--dry-run=false', '--loglevel=warn', '--update-notifier=false', '--fund=false'],
  // Two tries within seconds; npm's own waits are a minute long.
  ...['--fetch-retries=1', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'],
];

/** Where the workflow says which registry there is, and with which right to read it. */
const pass = ['NODE_AUTH_TOKEN', 'NPM_TOKEN', 'NPM_CONFIG_REGISTRY', 'npm_config_registry', 'NPM_CONFIG_CAFILE'];

export const npmAudit: Scanner = {
  name: 'npm-audit',
  async detect(tree, context): Promise<Detected> {
    const plan = planAudit(tree.files);
    if (plan.locks.length === 0) return withoutLock(plan, tree);
    const what = counted(plan.locks.length, 'lock file');
    return detectVersion(
      { argv: ['npm', '--version'], expected: 'npm 8 or later', oldest: [8, 0], mend },
      what,
      tree,
      context,
    );
  },
  async scan(tree, context): Promise<Scanned> {
    const plan = planAudit(tree.files);
    const deadline = performance.now() + context.timeoutMs;
    const answers: ReportRead[] = [];
    // One after the other: the time is the registry's, and others run beside.
    for (const [index, lock] of plan.locks.entries()) {
      const timeoutMs = Math.max(1, Math.round(deadline - performance.now()));
      const folder = join(context.scratch, `npm-${index}`);
      answers.push(inTimeOf(context, await auditOne(lock, folder, tree, { ...context, timeoutMs })));
    }
    const beside = (await unaudited(plan, tree)).map((trouble) => ({ trouble }));
    return joined([...answers, ...beside], seenIn(answers, plan.locks.length));
  },
};

/** Packages of all locks, and what each of them leaves out. */
function seenIn(answers: readonly ReportRead[], locks: number): string {
  const seen = answers.map((each) => (isTrouble(each) ? each.found : each)?.seen ?? '');
  const packages = seen.reduce((sum, each) => sum + countIn(each), 0);
  const inLocks = locks === 1 ? '' : ` in ${counted(locks, 'lock file')}`;
  const beside = [...new Set(seen.flatMap((each) => each.split('; ').slice(1)))];
  return [`${counted(packages, 'package')}${inLocks}`, ...beside.slice(0, 3)].join('; ');
}

async function auditOne(path: string, folder: string, tree: Tree, context: ScanContext): Promise<ReportRead> {
  const project = await writeProject(path, folder, tree, context).catch(() => ({ trouble: unreadable(path) }));
  if ('trouble' in project) return project;
  const set = userConfig(context, tree);
  const end = await runTool({ argv: ['npm', 'audit', ...flags], cwd: folder, context, tree, pass, set, mend });
  if ('trouble' in end) return { trouble: { ...end.trouble, place: { file: path } } };
  const origin = { file: path, root: folder, has: (file: string) => tree.files.includes(file), locks: [project.lock] };
  const read = answerOf(end, readNpmAudit(end.stdout, origin), path, [folder, context.scratch, tree.root]);
  if (isTrouble(read)) return read;
  return withDoubts(read, project, path);
}

/** What was found is shown and gated also where the lock is not the tree that npm installs. */
function withDoubts(read: ReportContent, { lock, doubts }: NpmProject, path: string): ReportRead {
  const wanted = lock.entries.length;
  const few: Trouble = {
    expected: `an audit of ${counted(wanted, 'package')}`,
    got: `${read.seen ?? 'nothing'} looked at`,
    mend: 'Run `npm audit` by hand',
    place: { file: path },
  };
  const troubles = [...doubts.troubles, ...(countIn(read.seen) >= wanted ? [] : [few])];
  return withTroubles({ ...read, seen: seenOf(read, doubts.leftOut) }, troubles);
}

/** Nobody looks at an optional package that the lock leaves out: that is said, and stops nobody. */
function seenOf({ seen }: ReportContent, leftOut: readonly string[]): string | null {
  const [first] = leftOut;
  if (first === undefined || seen === null) return seen;
  const others = leftOut.length === 1 ? '' : ` and ${leftOut.length - 1} more`;
  return `${seen}; optional and not in the lock: ${said(first, 60)}${others}`;
}

/** setup-node writes a file beside the checkout; one in the checkout, by whatever way, would be the proposal's. */
function userConfig({ env }: ScanContext, tree: Tree): Record<string, string> {
  const file = env['NPM_CONFIG_USERCONFIG'] ?? env['npm_config_userconfig'];
  if (file === undefined || !isAbsolute(file)) return {};
  try {
    return realpathSync(file).startsWith(`${tree.root}${sep}`) ? {} : { NPM_CONFIG_USERCONFIG: file };
  } catch {
    return {};
  }
}

function unreadable(path: string): Trouble {
  return {
    expected: 'a lock file that can be read',
    got: 'one that cannot',
    mend: 'Commit it as a regular file',
    place: { file: path },
  };
}

async function withoutLock(plan: AuditPlan, tree: Tree): Promise<Detected> {
  const [trouble] = await unaudited(plan, tree);
  if (trouble !== undefined) return { kind: 'unable', trouble };
  return { kind: 'nothing', why: 'no lock file of npm, and no package.json that asks for packages' };
}
