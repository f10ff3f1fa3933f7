/** What a `.gitleaks.toml` lets through: https://github.com/gitleaks/gitleaks#configuration, "allowlists". Pure. */
import type { RE2JS } from 're2js';
import type { Table } from './values.ts';

/** What an allowlist looks at. Files of a tree have no commit: an entry by commit alone lets none of them through. */
export interface Subject {
  readonly path: string;
  readonly secret: string;
  readonly match: string;
  readonly line: string;
}

export interface Allowlist {
  /** Of all files that it lets through whole, whatever is in them. */
  allowsPath(path: string): boolean;
  allows(subject: Subject): boolean;
}

type Target = 'secret' | 'match' | 'line';

export function allowlistOf(table: Table): Allowlist {
  const both = conditionOf(table) === 'and';
  const target = targetOf(table);
  const commits = table.texts('commits').length > 0;
  const paths = table.regexes('paths');
  const regexes = table.regexes('regexes');
  const stopWords = table.texts('stopwords').map((word) => word.toLowerCase());
  if (!commits && paths.length + regexes.length + stopWords.length === 0) {
    throw table.fault('an allowlist with `commits`, `paths`, `regexes` or `stopwords`', 'none of them');
  }
  const some = (patterns: readonly RE2JS[], text: string) =>
    text !== '' && patterns.some((pattern) => pattern.test(text));
  return {
    allowsPath: (path) => some(paths, path) && (!both || (!commits && regexes.length + stopWords.length === 0)),
    allows: (subject) => {
      const secret = subject.secret.toLowerCase();
      const checks: readonly (readonly [boolean, () => boolean])[] = [
        [commits, () => false],
        [paths.length > 0, () => some(paths, subject.path)],
        [regexes.length > 0, () => some(regexes, subject[target])],
        [stopWords.length > 0, () => stopWords.some((word) => secret.includes(word))],
      ];
      const asked = checks.filter(([applies]) => applies);
      return both ? asked.every(([, holds]) => holds()) : asked.some(([, holds]) => holds());
    },
  };
}

/** `[allowlist]` is the older spelling; the two together are an error for gitleaks too. */
export function allowlistTables(table: Table): readonly Table[] {
  if (table.has('allowlist') && table.has('allowlists')) {
    throw table.fault('`allowlists` alone', '`allowlist` beside it, which is its older name', 'allowlist');
  }
  return [...table.tables('allowlist'), ...table.tables('allowlists')];
}

function conditionOf(table: Table): 'and' | 'or' {
  const condition = table.text('condition').toLowerCase();
  if (condition === 'and' || condition === '&&') return 'and';
  if (condition === '' || condition === 'or' || condition === '||') return 'or';
  throw table.fault('`condition` and or or', condition, 'condition');
}

function targetOf(table: Table): Target {
  const target = table.text('regextarget');
  if (target === '' || target === 'secret') return 'secret';
  if (target === 'match' || target === 'line') return target;
  throw table.fault('`regexTarget` secret, match or line', target, 'regexTarget');
}
