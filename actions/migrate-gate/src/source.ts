/** Edge: the migrations of the head and of the base, listed and read. */
import { join } from 'node:path';
import type { FileChange } from '@shipgate/kit/git';
import type { TextRead } from './adapters/folder.ts';
import { decode, listFolder, readText } from './adapters/folder.ts';
import type { BaseFiles } from './change.ts';
import type { Finding } from './findings.ts';
import type { Change } from './history.ts';
import { compareHistories } from './history.ts';
import { detectLayout } from './layouts/detect.ts';
import type { Layout, Listing, Tool } from './layouts/layout.ts';

export interface Head {
  readonly layout: Layout;
  readonly files: readonly string[];
  readonly listing: Listing;
}

/** The folder as it is, or why it cannot be told whose migrations it holds. */
export function readHead(top: string, folder: string, tool: Tool | undefined): Head | { readonly finding: Finding } {
  const contents = listFolder(top, join(top, folder));
  if (contents === null) return { finding: { code: 'path-missing', folder } };
  const read = (file: string) => textOf(readText(top, file));
  const near = (name: string) => readNear(top, folder, name);
  const detection = detectLayout(folder, contents.files, read, { ...(tool === undefined ? {} : { tool }), readNear: near });
  if (detection.kind === 'ambiguous') return { finding: { code: 'layout-ambiguous', folder, candidates: detection.candidates } };
  if (detection.kind === 'none') return { finding: { code: 'no-migrations', folder, seen: detection.seen, hint: detection.hint } };
  const listing = detection.layout.list(folder, contents.files);
  const programs = listing.faults.some(({ kind }) => kind === 'not-sql');
  if (listing.migrations.length === 0 && !programs) return { finding: { code: 'no-migrations', folder, seen: contents.files.slice(0, 5), hint: null } };
  return { layout: detection.layout, files: contents.files, listing };
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

function textOf(read: TextRead): string {
  return 'text' in read ? read.text : '';
}

/** What the change does to the history; empty changes need no second look at the base. */
export async function readChange(head: Head, base: BaseFiles, folder: string): Promise<Change & { readonly changes: readonly FileChange[] }> {
  const changes = await base.changes(folder);
  if (changes.length === 0) return { fresh: [], old: head.listing.migrations, mended: [], findings: [], changes };
  const files = (await base.list(folder)).map(({ path }) => path);
  const listing = head.layout.list(folder, files);
  return { ...compareHistories(head.layout, head.listing, listing, changes), changes };
}

/** Texts of the head by path; what cannot be read is a finding. */
export function readTexts(top: string, files: readonly string[]): { texts: Map<string, string>; findings: readonly Finding[] } {
  const texts = new Map<string, string>();
  const findings: Finding[] = [];
  for (const file of files) {
    const read = readText(top, file);
    if ('text' in read) texts.set(file, read.text);
    else findings.push({ code: 'file-unreadable', why: read.why, place: { file } });
  }
  return { texts, findings };
}

/** Texts of the base: as at the head, but for the files that the change edits or removes. */
export async function readBaseTexts(base: BaseFiles, changes: readonly FileChange[], head: ReadonlyMap<string, string>): Promise<Map<string, string>> {
  const texts = new Map(head);
  const differing = changes.filter(({ status }) => status !== 'A').map(({ path }) => path);
  for (const { path, status } of changes) if (status === 'A') texts.delete(path);
  if (differing.length === 0) return texts;
  for (const [path, bytes] of await base.read(differing)) texts.set(path, textOf(decode(bytes)));
  return texts;
}

