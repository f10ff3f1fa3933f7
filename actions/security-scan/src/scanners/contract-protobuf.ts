/** The files of a module of buf: its .proto files as the tree has them, and buf's own settings as the trusted commit has them. */
import { posix } from 'node:path';
import type { Tree, TrustedFiles } from '../ports.ts';
import type { ContractFiles } from './contract-documents.ts';

const settings: readonly string[] = ['buf.yaml', 'buf.work.yaml', 'buf.lock'];

/** `ignore` and `except` in buf.yaml would let a proposal break what it likes. */
export async function protobufFiles(tree: Tree, folder: string, trusted: TrustedFiles): Promise<ContractFiles> {
  const files = new Map<string, Buffer>();
  for (const path of tree.files.filter((file) => isBelow(file, folder) && file.endsWith('.proto'))) {
    files.set(path, await tree.read(path));
  }
  for (const path of settingPaths([...files.keys()], folder)) {
    const content = await trusted.read(path);
    if (content !== undefined) files.set(path, content);
  }
  return files;
}

/** The folder on whose settings a module depends: the nearest one above it that has any, else its own. */
export async function workspaceOf(folder: string, trusted: TrustedFiles): Promise<string> {
  for (let at = folder; ; at = parent(at)) {
    const found = await Promise.all(['buf.yaml', 'buf.work.yaml'].map((name) => trusted.read(posix.join(at, name))));
    if (found.some((content) => content !== undefined)) return at;
    if (at === '') return folder;
  }
}

export function isBelow(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}

/** In every folder between the workspace and a file. */
function settingPaths(files: readonly string[], folder: string): readonly string[] {
  const folders = new Set([folder]);
  for (const file of files) {
    for (let at = parent(file); at !== folder && !folders.has(at) && at !== ''; at = parent(at)) folders.add(at);
  }
  return [...folders].flatMap((at) => settings.map((name) => posix.join(at, name)));
}

function parent(path: string): string {
  const above = posix.dirname(path);
  return above === '.' ? '' : above;
}
