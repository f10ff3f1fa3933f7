/** What one run has opened: trees, settings, and who is asked. */
import { join, relative, sep } from 'node:path';
import type { GateContext } from '@shipgate/kit/gate';
import { pathPattern } from '@shipgate/kit/path-pattern';
import { isBelow, type Site } from '@shipgate/kit/site';
import type { Subject } from '@shipgate/schemas';
import type { Configuration } from '../configuration.ts';
import type { Inputs } from '../inputs.ts';
import type { ReportOrigin, ScanContext, Tree } from '../ports.ts';
import { BaseTree } from '../trees/base-tree.ts';
import { checkoutTree } from '../trees/checkout-tree.ts';
import { type Brought, broughtByChange } from './brought.ts';

/** What the gate uses of the machine. */
export interface Outside {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Version of the gate, which is that of its embedded scanners. */
  readonly version: string;
}

export interface Opening {
  readonly inputs: Inputs;
  readonly context: GateContext;
  readonly outside: Outside;
  readonly site: Site;
  readonly configuration: Configuration;
  readonly startedAt: Date;
  /** Absolute, empty, of this run alone. */
  readonly scratch: string;
}

export interface RunGround extends Opening {
  readonly tree: Tree;
  /** All of the repository, which saved reports speak of. */
  readonly whole: Tree;
  /** The base as a tree; undefined where there is none to compare with. */
  readonly base: BaseTree | undefined;
  readonly scanContext: ScanContext;
  readonly brought: Brought;
  readonly origin: Omit<ReportOrigin, 'file'>;
}

/** Throws GitError when git does not answer. */
export async function openGround(opening: Opening): Promise<RunGround> {
  const { context, outside, site, configuration, scratch } = opening;
  const { settings, folder, trusted } = configuration;
  const { git, top } = site;
  const exclude = [...settings.exclude, ...ownFiles(opening)];
  const tree = await withoutReports(await checkoutTree({ git, top, folder, exclude }), opening);
  const compared = configuration.base;
  const base =
    git === null || compared === undefined
      ? undefined
      : new BaseTree({ git, sha: compared.sha, folder, exclude, scratch });
  const whole = folder === '' && settings.exclude.length === 0 ? tree : await wholeTree(opening);
  const known = new Set(whole.files);
  const filled = await filledFolders(opening, whole);
  return {
    ...opening,
    tree,
    whole,
    base,
    brought: broughtByChange(git, compared),
    origin: { root: top, has: (path) => known.has(path) },
    scanContext: {
      trusted: { read: (path) => trusted.read(folder === '' ? path : `${folder}/${path}`) },
      timeoutMs: settings.timeoutMs,
      signal: context.signal,
      env: outside.env,
      inline: settings.inline,
      isFilled: (path) => filled.has(path),
      scratch: join(scratch, 'scanners'),
      ...(await baseFor(base, configuration)),
    },
  };
}

/** What an earlier run of the gate wrote into the checkout is no part of it. */
function ownFiles({ context, site: { top } }: Opening): readonly string[] {
  if (!isBelow(top, context.outputDirectory)) return [];
  const folder = relative(top, context.outputDirectory).split(sep).join('/');
  return ['verdict.json', 'results.sarif', 'full.sarif', 'summary.md'].map((name) => `${folder}/${name}`);
}

/**
 * Saved reports that a step has written: what they quote was found already, and is in no commit. One that a commit holds is
 * a file like any other.
 */
async function withoutReports(tree: Tree, { configuration, site: { git } }: Opening): Promise<Tree> {
  const { folder, settings } = configuration;
  const patterns = settings.reports.map(({ path }) => pathPattern(path));
  const fromTop = (path: string) => (folder === '' ? path : `${folder}/${path}`);
  const reports = tree.files.filter((path) => patterns.some((pattern) => pattern.matches(fromTop(path))));
  if (reports.length === 0) return tree;
  const head = git?.head() ?? null;
  const listed = git === null || head === null ? [] : await git.listFiles(head, folder);
  const committed = new Set(listed.map(({ path }) => path));
  const made = new Set(reports.filter((path) => !committed.has(fromTop(path))));
  return { ...tree, files: tree.files.filter((path) => !made.has(path)) };
}

/** Only scanners that compare two trees need the base before anything was found. */
async function baseFor(
  base: BaseTree | undefined,
  { settings, findings }: Configuration,
): Promise<Pick<ScanContext, 'base' | 'baseTrouble'>> {
  if (settings.contracts.length === 0) return {};
  const lost = findings.find((cause) => cause.code === 'base-unreachable');
  if (base === undefined && lost !== undefined) return { baseTrouble: lost };
  if (base === undefined) return {};
  const opened = await base.open();
  return 'trouble' in opened ? { baseTrouble: opened.trouble } : { base: opened.tree };
}

/** Folders that hold something of the commit, links too, or a file that git does not ignore. Absolute. */
async function filledFolders({ site: { git, top } }: Opening, whole: Tree): Promise<ReadonlySet<string>> {
  const head = git?.head() ?? null;
  const committed = git === null || head === null ? [] : (await git.listFiles(head, '')).map(({ path }) => path);
  const folders = new Set<string>();
  for (const path of [...whole.files, ...committed])
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
      const folder = join(top, path.slice(0, at));
      // Those above were added with it.
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  return folders.add(top);
}

async function wholeTree({ site: { git, top } }: Opening): Promise<Tree> {
  return await checkoutTree({ git, top, folder: '', exclude: [] });
}

/** The commit and what belongs to it, as the verdict names them. */
export function subjectOf({ context: { host }, configuration, site }: Opening): Subject {
  const { service, base, folder } = configuration;
  const commit = host.commit ?? site.git?.head();
  return {
    ...(host.ref === undefined ? {} : { ref: host.ref }),
    ...(commit === null || commit === undefined ? {} : { commit }),
    ...(service === undefined ? {} : { service }),
    ...(base === undefined ? {} : { base: base.sha }),
    ...(folder === '' ? {} : { path: folder }),
  };
}
