/** Scanners of packages look through links: a lock file that is one is installed from like any other. */
import { isTrouble, type Trouble } from '../finding.ts';
import type { Scanner, Tree } from '../ports.ts';
import { joined } from './program-answer.ts';

/** `isOwn` tells by its path what the scanner reads. A link that leads to no file of the repository is an error of it. */
export function seeingLinks(scanner: Scanner, isOwn: (path: string) => boolean): Scanner {
  const seen = (tree: Tree): Tree => ({ ...tree, files: [...tree.files, ...(tree.links ?? [])].sort() });
  const lost = (tree: Tree) => (tree.lostLinks ?? []).filter(isOwn).map(lostLink);
  return {
    ...scanner,
    async detect(tree, context) {
      const detected = await scanner.detect(seen(tree), context);
      const [trouble] = lost(tree);
      return trouble === undefined || detected.kind === 'ready' ? detected : { kind: 'unable', trouble, broken: true };
    },
    async scan(tree, context) {
      const scanned = await scanner.scan(seen(tree), context);
      const troubles = lost(tree);
      if (troubles.length === 0) return scanned;
      const content = isTrouble(scanned) ? scanned.found : scanned;
      return joined([scanned, ...troubles.map((trouble) => ({ trouble }))], content?.seen ?? null);
    },
  };
}

function lostLink(file: string): Trouble {
  return {
    expected: 'a file of the repository',
    got: 'a link that leads to none',
    mend: 'Commit it as a regular file, or as a link to one',
    place: { file },
  };
}
