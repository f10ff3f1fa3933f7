import type { Breach } from './source-tree.ts';

const junkDrawers = new Set([
  ...['util', 'utils', 'utility', 'utilities', 'helper', 'helpers', 'common', 'lib', 'libs', 'misc', 'shared'],
]);

/** Where the word belongs to the content, not to our order of things. */
const exempt: readonly { readonly pattern: RegExp; readonly reason: string }[] = [
  { pattern: /^backstage-plugins\/[a-z-]+-common\//, reason: "Backstage's own role name for isomorphic packages" },
  { pattern: /^examples\//, reason: 'examples show what users have' },
  { pattern: /\/scenarios\//, reason: 'scenarios show what users have' },
];

/** A name that says nothing draws everything into it: no file, folder or part of a file's name is a junk drawer. */
export function junkDrawerNames(paths: readonly string[]): readonly Breach[] {
  return paths
    .filter((path) => !exempt.some(({ pattern }) => pattern.test(path)))
    .flatMap((path) => {
      const word = path
        .split('/')
        .flatMap(wordsOf)
        .find((part) => junkDrawers.has(part));
      const message = `"${word}" says nothing: name it by what it holds`;
      return word === undefined ? [] : [{ rule: 'names', path, message }];
    });
}

function wordsOf(segment: string): readonly string[] {
  return segment
    .replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, '-')
    .toLowerCase()
    .split(/[-._]/);
}
