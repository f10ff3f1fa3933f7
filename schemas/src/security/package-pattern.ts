import { isPlain } from '../plain-text.ts';
import type { FaultWords } from '../source-text.ts';
import { shownValue } from '../value-text.ts';

/** Ecosystems whose versions are semantic ones (https://semver.org), with the ranges that npm has for them. */
const SEMANTIC = ['npm', 'cargo', 'golang', 'hex', 'pub', 'swift', 'composer', 'nuget', 'gem'];
const SEMANTIC_PART = '(?:0|[1-9][0-9]*|[xX*])';
const SEMANTIC_COMPARATOR = new RegExp(
  `^(?:[<>]=?|=|~[>=]?|\\^)?v?${SEMANTIC_PART}(?:\\.${SEMANTIC_PART}){0,2}(?:(?<=\\..*\\..*)-[0-9A-Za-z.-]+)?(?:\\+[0-9A-Za-z.-]+)?$`,
);
/** https://packaging.python.org/specifications/version-specifiers */
const PYTHON_COMPARATOR =
  /^(?:~=|={2,3}|!=|[<>]=?)?v?(?:[0-9]+!)?[0-9]+(?:\.[0-9]+)*(?:[-_.]?(?:a|b|c|rc|alpha|beta|pre|preview|post|dev|r|rev)[-_.]?[0-9]*){0,3}(?:-[0-9]+)?(?:\+[0-9A-Za-z.]+|\.\*)?$/i;
const ONE_VERSION = /^=*\s*[^\s<>=~^|,]+$/;

const EXPECTED = 'such as pkg:npm/table-press or pkg:pypi/order-forms@<2.4.1';

/** What is wrong with `pkg:npm/table-press@>=2.0.0 <2.4.1`; undefined when nothing is. */
export function packageFault(text: string): FaultWords | undefined {
  const parts = /^pkg:([A-Za-z][A-Za-z0-9.+-]*)(?:\/@?[^@/\s]+)+(?:@(.*))?$/s.exec(text);
  const [, type = '', range] = parts ?? [];
  if (type === '') {
    const isName = /^[@\w.-]+(\/[\w.-]+)?(@.*)?$/.test(text);
    const mend =
      isName && isPlain(text) ? `write pkg:<ecosystem>/${text}` : 'write pkg:, the ecosystem, / and the name';
    return { title: 'a package is not named by a package URL', expected: EXPECTED, got: shownValue(text), do: mend };
  }
  if (range === undefined || isRange(type.toLowerCase(), range.trim())) return undefined;
  return {
    title: 'a range of versions cannot be read',
    expected: expectedOf(type.toLowerCase()),
    got: range.trim() === '' ? 'nothing behind @' : shownValue(range),
    do: 'write what the version is compared with; leave @ out for every version',
  };
}

function expectedOf(type: string): string {
  if (type === 'pypi') return 'such as >=2.0,<2.4.1 or ~=2.4, or one version';
  return SEMANTIC.includes(type)
    ? 'such as >=2.0.0 <2.4.1 or ^2.3, or one version'
    : `one version, since no ranges of ${type} are known`;
}

function isRange(type: string, range: string): boolean {
  if (range === '') return false;
  if (range === '*') return true;
  const parts = comparators(range);
  if (type === 'pypi') return parts.length > 0 && parts.every((part) => PYTHON_COMPARATOR.test(part));
  if (!SEMANTIC.includes(type)) return ONE_VERSION.test(range);
  const isSemantic = (part: string) => SEMANTIC_COMPARATOR.test(part);
  return range.split('||').every((way) => {
    const ends = way.trim().split(/\s+-\s+/);
    // A hyphen between two versions: from one to the other.
    const parts = ends.length === 2 ? ends : comparators(way);
    return parts.length > 0 && parts.every(isSemantic);
  });
}

/** `>= 2.0, < 2.4.1`, as advisories write it, is two. */
function comparators(range: string): readonly string[] {
  const joined = range.replace(/([<>=~^!])\s+/g, '$1');
  return joined.split(/[\s,]+/).filter((part) => part !== '');
}
