import { compareText } from './order.ts';

/** A file of the migration folder, its name taken apart. */
export interface FolderFile {
  /** From the top of the repository, as it was given. */
  readonly path: string;
  /** From the migration folder. */
  readonly relative: string;
  /** Name of the file itself. */
  readonly base: string;
  /** Folders between the migration folder and the file, outermost first. */
  readonly parents: readonly string[];
}

/** The files below `folder` ('' and '.' are the top of the repository), in one order whatever order they came in. */
export function filesBelow(folder: string, files: readonly string[]): readonly FolderFile[] {
  const top = folder.replace(/^(?:\.\/)+/, '').replace(/\/+$/, '');
  const prefix = top === '' || top === '.' ? '' : `${top}/`;
  return [...new Set(files)]
    .filter((path) => path.startsWith(prefix) && path.length > prefix.length)
    .sort(compareText)
    .map((path) => takeApart(path, path.slice(prefix.length)));
}

function takeApart(path: string, relative: string): FolderFile {
  const parts = relative.split('/');
  return { path, relative, base: parts.at(-1) ?? relative, parents: parts.slice(0, -1) };
}
