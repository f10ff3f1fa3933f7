/**
 * What is signed: the tree of a commit with the sign-off lines blanked. Signing changes it for nobody, and a squash merge
 * keeps it; any other byte of any file, a mode, a submodule make it another one.
 */
import { createHash } from 'node:crypto';
import type { CommittedFile } from '@shipgate/kit/git';
import { readChecklist } from '../markdown/read.ts';
import { isLabel } from './label.ts';

/** Port: one folder of a commit at a time. Both throw when the commit cannot be had. */
export interface Trees {
  /** Files, folders (mode 040000) and submodules (160000) directly in the folder; '' is the top. */
  listTree(rev: string, folder: string): Promise<readonly CommittedFile[]>;
  readFiles(rev: string, paths: readonly string[]): Promise<ReadonlyMap<string, Buffer>>;
}

/**
 * SHA-256, hex. Everything outside of the folders that lead to a checklist goes in by its id in git, so that few folders
 * have to be read however large the repository is.
 */
export async function subjectOf(
  trees: Trees,
  rev: string,
  checklists: readonly string[],
  labels: readonly string[],
): Promise<string> {
  const folders = [...new Set(['', ...checklists.flatMap(foldersTo)])].sort();
  const listed = await Promise.all(folders.map((folder) => trees.listTree(rev, folder)));
  const entries = listed.flat();
  const own = entries.filter(({ path, mode }) => mode.startsWith('100') && checklists.includes(path));
  const texts = await trees.readFiles(
    rev,
    own.map(({ path }) => path),
  );
  const digest = createHash('sha256').update('shipgate subject 1\0');
  for (const { mode, path, sha } of entries.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    if (folders.includes(path) && mode === '040000') continue;
    const bytes = own.some((each) => each.path === path) ? texts.get(path) : undefined;
    digest.update(`${mode} ${bytes === undefined ? sha : blankedDigest(bytes, path, labels)} ${path}\0`);
  }
  return digest.digest('hex');
}

function foldersTo(path: string): string[] {
  const names = path.split('/').slice(0, -1);
  return names.map((_, index) => names.slice(0, index + 1).join('/'));
}

function blankedDigest(bytes: Buffer, path: string, labels: readonly string[]): string {
  return createHash('sha256')
    .update(blankSignoffs(bytes, path, labels))
    .digest('hex');
}

/** The file with the sign-off lines of roles reduced to their labels. One that is no text stays as it is. */
export function blankSignoffs(bytes: Buffer, path: string, labels: readonly string[]): Buffer {
  const text = bytes.toString('utf8');
  if (!Buffer.from(text, 'utf8').equals(bytes)) return bytes;
  const signoffs = new Map(
    readChecklist(text, path).items.flatMap(({ line, signoff }) =>
      signoff !== undefined && labels.some((label) => isLabel(signoff.label, label)) ? [[line, signoff]] : [],
    ),
  );
  if (signoffs.size === 0) return bytes;
  // Line ends stay as they are: whoever changes them changes the file.
  const lines = text.split(/(?<=\n)|(?<=\r)(?!\n)/);
  const blanked = lines.map((line, index) => {
    const signoff = signoffs.get(index + 1);
    if (signoff === undefined) return line;
    const box = line.indexOf('[');
    const end = /[\r\n]*$/.exec(line)?.[0] ?? '';
    // What names items must not change under a signature.
    const comments = (line.match(/<!--.*?-->/g) ?? []).join('');
    return `${line.slice(0, box)}[ ] ${signoff.label}:${comments}${end}`;
  });
  return Buffer.from(blanked.join(''), 'utf8');
}

/** What was signed in a file, by label: ticked, and the whole line. For telling which line a commit touches. */
export function signedLines(
  bytes: Buffer,
  path: string,
  labels: readonly string[],
): ReadonlyMap<string, { ticked: boolean; text: string }> {
  const { items } = readChecklist(bytes.toString('utf8'), path);
  return new Map(
    items.flatMap(({ signoff, tick }) =>
      signoff === undefined || !labels.some((label) => isLabel(signoff.label, label))
        ? []
        : [[signoff.label, { ticked: tick === 'ticked', text: `${signoff.name ?? ''}\0${signoff.date ?? ''}` }]],
    ),
  );
}
