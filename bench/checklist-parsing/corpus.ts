/** What is parsed: the seed checklist, real Markdown of installed packages, and a long checklist. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

export interface Corpus {
  readonly name: string;
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

const root = dirname(dirname(import.meta.dirname));
const SEED = join(root, 'actions/checklist/seed/production-checklist.ru.md');
const ITEMS_OF_SEED = 152;

/** Of all READMEs and CHANGELOGs, so that a run does not take minutes; those with task items are all taken. */
const MOST_BYTES = 1_000_000;

export function corpora(): Corpus[] {
  const all = packageMarkdown();
  let bytes = 0;
  const some = all.filter(({ text }) => {
    bytes += Buffer.byteLength(text);
    return bytes <= MOST_BYTES;
  });
  return [
    { name: 'the seed checklist', files: [{ path: 'seed', text: readFileSync(SEED, 'utf8') }] },
    { name: 'installed READMEs with task items', files: all.filter(({ text }) => TASK.test(text)) },
    { name: 'installed READMEs and CHANGELOGs', files: some },
  ];
}

/** The seed over and over with other names of phases, until there are `count` items or a few more. */
export function longChecklist(count: number): string {
  const seed = readFileSync(SEED, 'utf8');
  const copies = Math.ceil(count / ITEMS_OF_SEED);
  return Array.from({ length: copies }, (_, copy) => seed.replaceAll('### ', `### ${copy + 1}. `)).join('\n\n');
}

const TASK = /^\s*(?:[-*+]|\d+[.)])\s\[[ xX]\]\s/m;

/** By path, so that a run takes the same ones wherever the same packages are installed. */
function packageMarkdown(): Corpus['files'][number][] {
  const modules = join(root, 'node_modules');
  return readdirSync(modules, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && /^(?:readme|changelog|history)\.md$/i.test(file.name))
    .map((file) => relative(modules, join(file.parentPath, file.name)))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(modules, path), 'utf8') }));
}
