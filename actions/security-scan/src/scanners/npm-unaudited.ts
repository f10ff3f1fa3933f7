/** Packages that are asked for, and that no lock of npm holds: nobody audits them. */
import { posix } from 'node:path';
import type { Trouble } from '../finding.ts';
import { nodesOf } from '../lockfile/npm-nodes.ts';
import type { Tree } from '../ports.ts';
import { jsonOf, recordOf } from '../reports/json.ts';
import { type AuditPlan, folderOf } from './npm-audit-plan.ts';

export async function unaudited(plan: AuditPlan, tree: Tree): Promise<readonly Trouble[]> {
  const troubles = plan.foreign.map(ofAnother);
  const held = plan.without.length === 0 ? new Set<string>() : await foldersHeld(plan, tree);
  for (const { file, above } of plan.without) {
    if (held.has(folderOf(file)) || !(await asksForPackages(file, tree))) continue;
    troubles.push(above === undefined ? lockless(file) : notHeld(file, above));
  }
  return troubles;
}

function ofAnother({ file, beside }: AuditPlan['foreign'][number]): Trouble {
  const name = file.slice(folderOf(file).length);
  if (beside === undefined) return { expected: 'a lock file of npm', got: name, mend: reportOf(name), place: { file } };
  const read = posix.basename(beside);
  return {
    expected: 'one lock file in a folder',
    got: `${file} beside ${read}, and ${read} alone was read`,
    mend: `Delete the one that nothing is installed from; for ${name}: ${reportOf(name)}`,
    place: { file },
  };
}

function reportOf(name: string): string {
  if (name === 'pnpm-lock.yaml')
    return 'Give its own audit: `pnpm audit --json > FILE`, then `reports: npm-audit=FILE`';
  return 'Give a report of a scanner that reads it: `reports: sarif=FILE`';
}

function lockless(file: string): Trouble {
  const mend = 'Commit a lock: `npm install --package-lock-only`';
  return { expected: 'a package-lock.json beside package.json', got: 'none', mend, place: { file } };
}

function notHeld(file: string, above: string): Trouble {
  return {
    expected: 'a lock that holds what this package.json asks for',
    got: `${above} does not hold ${folderOf(file).slice(0, -1)}`,
    mend: 'Make the folder a workspace and write the lock anew, or commit a lock beside it: `npm install --package-lock-only`; one that nobody installs belongs under `exclude`',
    place: { file },
  };
}

/** Folders that locks of npm lead to, with a slash behind them; all below one that cannot be read, which is told itself. */
async function foldersHeld({ locks, without }: AuditPlan, tree: Tree): Promise<ReadonlySet<string>> {
  const held = new Set<string>();
  for (const lock of locks) {
    const bytes = await tree.read(lock).catch(() => Buffer.alloc(0));
    const read = jsonOf(bytes, { file: lock }, { what: 'a lock file of npm', mend: '' });
    if ('trouble' in read) for (const { file, above } of without) if (above === lock) held.add(folderOf(file));
    const links = 'json' in read ? [...nodesOf(read.json).values()].flatMap(({ link }) => link ?? []) : [];
    for (const link of links) held.add(`${posix.join(folderOf(lock), link).replace(/\/$/, '')}/`);
  }
  return held;
}

async function asksForPackages(file: string, tree: Tree): Promise<boolean> {
  const bytes = await tree.read(file).catch(() => Buffer.alloc(0));
  const read = jsonOf(bytes, { file }, { what: 'a package.json', mend: '' });
  // What cannot be read may ask for anything.
  if ('trouble' in read) return true;
  const json = recordOf(read.json) ?? {};
  return ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'].some(
    (key) => Object.hasOwn(json, key) && Object.keys(recordOf(json[key]) ?? {}).length > 0,
  );
}
