/** What is parsed: the seed checklist, real Markdown of installed packages, and a long checklist. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface Corpus {
  readonly name: string;
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

const root = dirname(dirname(import.meta.dirname));
const SEED = join(root, 'actions/checklist/seed/production-checklist.ru.md');

export function corpora(): Corpus[] {
  const real = packageMarkdown();
  return [
    { name: 'the seed checklist', files: [{ path: 'seed', text: readFileSync(SEED, 'utf8') }] },
    { name: 'README and CHANGELOG of packages', files: real },
    { name: 'those of them with task items', files: real.filter(({ text }) => TASK.test(text)) },
  ];
}

/** The seed's phases over and over, until there are `count` items or a few more. */
export function longChecklist(count: number): string {
  const seed = readFileSync(SEED, 'utf8');
  const copies = Math.ceil(count / 152);
  return Array.from({ length: copies }, (_, copy) => seed.replaceAll('### ', `### ${copy + 1}. `)).join('\n\n');
}

const TASK = /^\s*(?:[-*+]|\d+[.)])\s\[[ xX]\]\s/m;
/** Packages by name, so that the same ones are taken everywhere as far as they are installed. Bytes of all. */
const MOST_BYTES = 1_000_000;

function packageMarkdown(): Corpus['files'][number][] {
  const modules = join(root, 'node_modules');
  const names = readdirSync(modules).flatMap((name) =>
    name.startsWith('@') ? readdirSync(join(modules, name)).map((inner) => join(name, inner)) : [name],
  );
  const files: Corpus['files'][number][] = [];
  let bytes = 0;
  for (const name of names.sort()) {
    for (const file of markdownOf(join(modules, name))) {
      const text = readFileSync(join(modules, name, file), 'utf8');
      bytes += Buffer.byteLength(text);
      if (bytes > MOST_BYTES) return files;
      files.push({ path: join(name, file), text });
    }
  }
  return files;
}

function markdownOf(folder: string): string[] {
  try {
    return readdirSync(folder).filter((file) => /^(?:readme|changelog|history)\.md$/i.test(file));
  } catch {
    // A file among the folders.
    return [];
  }
}
