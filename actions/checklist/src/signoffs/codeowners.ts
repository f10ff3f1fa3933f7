/** CODEOWNERS, as https://docs.github.com/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners has it. Pure. */
import ignore from 'ignore';

/** Where GitHub looks for it, in this order. */
export const CODEOWNERS_FILES = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];

export interface Owners {
  readonly users: readonly string[];
  /** organisation/team. */
  readonly teams: readonly string[];
}

/** Owners of a path; the last pattern that matches decides, and may name nobody. Owners by e-mail are nobody that could be told. */
export function ownersOf(text: string, path: string): Owners {
  const wanted = path.replace(/^\/+/, '');
  const rules = text.split(/\r?\n/).flatMap((line) => {
    const [pattern, ...owners] = withoutComment(line)
      .split(/\s+/)
      .filter((word) => word !== '');
    return pattern === undefined ? [] : [{ pattern: pattern.replaceAll('\u0000', ' '), owners }];
  });
  const rule = wanted === '' ? undefined : rules.findLast(({ pattern }) => matches(pattern, wanted));
  const names = (rule?.owners ?? []).filter((owner) => owner.startsWith('@')).map((owner) => owner.slice(1));
  return { users: names.filter((name) => !name.includes('/')), teams: names.filter((name) => name.includes('/')) };
}

/** An escaped blank stays in its pattern as a NUL until the words are told apart. */
function withoutComment(line: string): string {
  return line.replace(/\\ /g, '\u0000').replace(/(^|\s)#.*$/, '');
}

/**
 * The patterns of .gitignore, with regard to case, and without its `!`, `[ ]` and `\#`, which GitHub does not take here. `docs/*` means
 * what lies directly in the folder, which .gitignore would take for all below it.
 */
function matches(pattern: string, path: string): boolean {
  if (pattern.startsWith('!') || /[[\]]/.test(pattern)) return false;
  if (!ignore({ ignorecase: false }).add(pattern).ignores(path)) return false;
  if (!/[^*]\/\*$/.test(pattern)) return true;
  const depth = pattern.replace(/^\//, '').split('/').length;
  return pattern.includes('**') || path.replace(/\/$/, '').split('/').length <= depth;
}
