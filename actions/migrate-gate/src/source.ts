/** Edge: the migrations of the head and of the base, listed and read. */
import { lstatSync, realpathSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import type { BaseFiles } from '@shipgate/kit/base-files';
import type { CommittedFile, FileChange } from '@shipgate/kit/git';
import { isBelow } from '@shipgate/kit/site';
import { decode, listFolder, readBytes, readText } from './adapters/folder.ts';
import type { Finding } from './findings.ts';
import type { Change } from './history.ts';
import { compareHistories } from './history.ts';
import type { Candidate } from './layouts/detect.ts';
import { detectLayout } from './layouts/detect.ts';
import type { Layout, Listing, Tool } from './layouts/layout.ts';

export interface Head {
  readonly layout: Layout;
  readonly files: readonly string[];
  readonly listing: Listing;
  /** Files that another tool would run, and the one that the user named does not. */
  readonly passedOver: readonly Finding[];
}

/** The folder as it is, or why it cannot be told whose migrations it holds. */
export function readHead(top: string, folder: string, tool: Tool | undefined): Head | { readonly finding: Finding } {
  const contents = listFolder(top, join(top, folder));
  if ('why' in contents) {
    return { finding: { code: 'path-missing', folder, got: contents.why } };
  }
  const read = (file: string) => textOf(readText(top, file));
  const near = (name: string) => readNear(top, folder, name);
  const options = { ...(tool === undefined ? {} : { tool }), readNear: near };
  const detection = detectLayout(folder, contents.files, read, options);
  if (detection.kind === 'ambiguous') {
    return { finding: { code: 'layout-ambiguous', folder, candidates: detection.candidates } };
  }
  if (detection.kind === 'none') {
    return { finding: { code: 'no-migrations', folder, seen: detection.seen, hint: detection.hint } };
  }
  const { layout, misfits } = detection;
  const listing = layout.list(folder, contents.files);
  const programs = listing.faults.some(({ kind }) => kind === 'not-sql');
  if (listing.migrations.length === 0 && !programs) {
    return { finding: { code: 'no-migrations', folder, seen: contents.files.slice(0, 5), hint: null } };
  }
  return { layout, files: contents.files, listing, passedOver: passedOver(layout.tool, listing, misfits) };
}

/** The nearest file of this name, in the folder or above it within the repository. */
function readNear(top: string, folder: string, name: string): string | null {
  const parts = folder === '.' ? [] : folder.split('/');
  for (let depth = parts.length; depth >= 0; depth--) {
    const read = readText(top, [...parts.slice(0, depth), name].join('/'));
    if ('text' in read) return read.text;
  }
  return null;
}

function textOf(read: ReturnType<typeof readText>): string {
  return 'text' in read ? read.text : '';
}

function passedOver(tool: Tool, { ignored, faults }: Listing, misfits: readonly Candidate[]): readonly Finding[] {
  const told = new Set(faults.flatMap((fault) => ('file' in fault ? [fault.file] : [])));
  return misfits.flatMap((misfit) =>
    misfit.files
      .filter((file) => ignored.includes(file) && !told.has(file))
      .map((file): Finding => {
        const expected = `a name that ${tool} reads, since the input tool says ${tool} and not ${misfit.tool}`;
        return { code: 'skipped-name', expected, tool, place: { file, line: 1, column: 1 } };
      }),
  );
}

export interface ChangeRead extends Change {
  readonly changes: readonly FileChange[];
  readonly baseFiles: readonly CommittedFile[];
}

/**
 * What the change does to the history. The base is listed even when git sees no change: files that git ignores are new
 * all the same.
 */
export async function readChange(top: string, head: Head, base: BaseFiles, folder: string): Promise<ChangeRead> {
  const [seen, baseFiles] = await Promise.all([base.changes(folder), base.list(folder)]);
  const linked = await linkedChanges(top, head.listing, base);
  const known = new Set(seen.map(({ path }) => path));
  const changes = [...seen, ...linked.filter(({ path }) => !known.has(path))];
  const paths = baseFiles.map(({ path }) => path);
  const listing = head.layout.list(folder, paths);
  return { ...compareHistories(head.layout, head.listing, listing, changes), changes, baseFiles };
}

/** A link that stays as it is, to a file that changes: for git only the file changes, for the tool the migration. */
async function linkedChanges(top: string, { migrations }: Listing, base: BaseFiles): Promise<readonly FileChange[]> {
  const files = [...new Set(migrations.flatMap(({ up, down }) => (down === null ? [up] : [up, down])))];
  const changed: FileChange[] = [];
  for (const path of files) {
    const target = targetOf(top, path);
    if (target === null) continue;
    const changes = await base.changes(posix.dirname(target));
    if (changes.some((change) => change.path === target)) changed.push({ status: 'M', path });
  }
  return changed;
}

/** Where a link leads to, from the top; null for a file, and for what leads out. */
function targetOf(top: string, path: string): string | null {
  const absolute = join(top, path);
  try {
    const real = realpathSync(absolute);
    const isPlain = !lstatSync(absolute).isSymbolicLink() || !isBelow(top, real);
    return isPlain ? null : relative(top, real).split(sep).join('/');
  } catch {
    // A link to nothing: reading it says so.
    return null;
  }
}

export interface TextsRead {
  readonly texts: Map<string, string>;
  /** What cannot be read. */
  readonly findings: readonly Finding[];
}

/** Texts of the head by path, as the tool sends them: of the tools that we read, only Flyway takes a byte order mark off. */
export function readTexts(top: string, files: readonly string[], { tool }: Layout): TextsRead {
  return decodeAll(files, tool, (file) => readBytes(top, file));
}

/** Texts of the base: as at the head, but for the files that the change edits or removes. */
export async function readBaseTexts(
  base: BaseFiles,
  { changes, baseFiles }: ChangeRead,
  head: ReadonlyMap<string, string>,
  { tool }: Layout,
): Promise<TextsRead> {
  const paths = new Set(baseFiles.map(({ path }) => path));
  const differing = changes.map(({ path }) => path).filter((path) => paths.has(path));
  const texts = new Map(head);
  for (const { path } of changes) texts.delete(path);
  if (differing.length === 0) return { texts, findings: [] };
  const contents = await readThroughLinks(base, baseFiles, differing);
  const read = decodeAll(differing, tool, (path) => {
    const bytes = contents.get(path);
    return bytes === undefined ? { why: 'a link to nothing, in the base' } : { bytes };
  });
  return { texts: new Map([...texts, ...read.texts]), findings: read.findings };
}

async function readThroughLinks(
  base: BaseFiles,
  baseFiles: readonly CommittedFile[],
  paths: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const contents = new Map<string, Uint8Array>(await base.read(paths));
  const links = baseFiles.filter(({ path, mode }) => mode === '120000' && contents.has(path));
  for (const { path } of links) {
    const target = posix.join(posix.dirname(path), new TextDecoder().decode(contents.get(path)));
    contents.delete(path);
    const listed = target.startsWith('../') ? [] : await base.list(posix.dirname(target));
    if (!listed.some((file) => file.path === target && file.mode !== '120000')) continue;
    for (const bytes of (await base.read([target])).values()) contents.set(path, bytes);
  }
  return contents;
}

function decodeAll(
  files: readonly string[],
  tool: Tool,
  bytesOf: (file: string) => ReturnType<typeof readBytes>,
): TextsRead {
  const texts = new Map<string, string>();
  const findings: Finding[] = [];
  for (const file of files) {
    const read = bytesOf(file);
    const decoded = 'bytes' in read ? decode(read.bytes, tool === 'flyway' ? 'taken-off' : 'kept') : read;
    if ('text' in decoded) texts.set(file, decoded.text);
    else findings.push({ code: 'file-unreadable', why: decoded.why, place: { file } });
  }
  return { texts, findings };
}
