/**
 * `working-tree-encoding` of `.gitattributes`: git keeps such a file in UTF-8 and checks it out in another encoding, and what
 * is scanned is what was checked out. Source: https://git-scm.com/docs/gitattributes#_working_tree_encoding
 */
import { readFile, stat } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import type { Trouble } from '../finding.ts';
import type { ScanContext, Tree } from '../ports.ts';
import { runTool } from './program.ts';
import { lastWords } from './program-words.ts';

const NAME = 'working-tree-encoding';

/** By path; most trees name none, and git is not asked. */
export type FileEncodings = ReadonlyMap<string, string>;

export async function fileEncodings(
  tree: Tree,
  context: ScanContext,
): Promise<FileEncodings | { readonly trouble: Trouble }> {
  if (!(await isNamed(tree))) return new Map();
  const argv = ['-c', 'safe.directory=*', '-c', 'core.fsmonitor=false', 'check-attr', '-z', '--stdin', NAME];
  const input = tree.files.map((path) => `${path}\0`).join('');
  const set = { GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' };
  const end = await runTool({ argv: ['git', ...argv], cwd: tree.root, context, tree, set, input, mend: 'Install git' });
  const expected = `the encodings that .gitattributes names (${NAME})`;
  if ('trouble' in end) return { trouble: { ...end.trouble, expected } };
  if (end.exitCode === 0) return encodingsIn(end.stdout.toString('utf8'));
  const got = lastWords(end.stderr, [tree.root]) || `exit code ${end.exitCode} of git`;
  return { trouble: { expected, got, mend: `See \`git check-attr ${NAME} FILE\`` } };
}

/** `path NUL attribute NUL value NUL`. */
function encodingsIn(output: string): FileEncodings {
  const parts = output.split('\0');
  const found = new Map<string, string>();
  for (let at = 0; at + 2 < parts.length; at += 3) {
    const [path = '', , value = ''] = parts.slice(at, at + 3);
    // UTF-8 is what git takes a file for anyhow.
    if (!/^(?:unspecified|unset|set|utf-?8)$/i.test(value)) found.set(path, value);
  }
  return found;
}

/** In the tree, or in a folder above it up to the top of the repository. */
async function isNamed(tree: Tree): Promise<boolean> {
  for (const path of tree.files.filter((each) => posix.basename(each) === '.gitattributes')) {
    const bytes = await tree.read(path).catch(() => undefined);
    if (bytes?.includes(NAME) === true) return true;
  }
  for (let folder = tree.root; !(await isThere(join(folder, '.git'))) && folder !== dirname(folder); ) {
    folder = dirname(folder);
    const above = await readFile(join(folder, '.gitattributes')).catch(() => undefined);
    if (above?.includes(NAME) === true) return true;
  }
  return false;
}

async function isThere(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}
