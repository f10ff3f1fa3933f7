/** Which packages an entry of the allow list is about: `pkg:npm/table-press@>=2.0.0 <2.4.1`. */
import {
  satisfies as satisfiesPep440,
  valid as validPep440,
  validRange as validPep440Range,
} from '@renovatebot/pep440';
import semver from 'semver';
import type { PackageFact } from '../finding.ts';

export interface PackagePattern {
  /** `pkg:npm/table-press`, in the form that `bareOf` gives. */
  readonly bare: string;
  /** undefined: every version. */
  readonly range: string | undefined;
}

export interface PackageRefusal {
  readonly expected: string;
  readonly got: string;
}

const EXPECTED = 'a package URL, with a range of versions or without: pkg:npm/table-press@>=2.0.0 <2.4.1';

/** Reads a pattern; the range must be one of its ecosystem, or it would match nothing and nobody would know. */
export function packagePattern(text: string): PackagePattern | PackageRefusal {
  const trimmed = text.trim();
  const parts = /^pkg:([a-z][a-z0-9.+-]*)\/+([^@?#]+?|(?:%40|@)[^@?#]+\/[^@?#]+?)(?:@([^?#]*))?(?:[?#].*)?$/i.exec(
    trimmed,
  );
  const [, type, name, range = ''] = parts ?? [];
  if (type === undefined || name === undefined) return { expected: EXPECTED, got: trimmed };
  const wanted = spelled(type.toLowerCase(), range.trim());
  if (wanted !== '' && wanted !== '*' && !isRange(type.toLowerCase(), wanted))
    return { expected: `a range of versions as ${wordOf(type.toLowerCase())} has them, behind @`, got: wanted };
  return { bare: bare(type, name), range: wanted === '' || wanted === '*' ? undefined : wanted };
}

/** As the ecosystem writes it, of how advisories and purls do: `>= 2.0, < 2.4.1` for npm, `2.4` for PyPI. */
function spelled(type: string, range: string): string {
  if (type === 'pypi') return /^v?[0-9]/i.test(range) ? `==${range}` : range.split(/[\s,]+(?=[<>=!~])/).join(',');
  return isSemantic(type) ? range.replace(/\s*,\s*/g, ' ') : range;
}

/** Without version, qualifiers and subpath, in one spelling. */
export function bareOf(purl: string): string {
  const [, type = '', name = ''] = /^pkg:([^/]+)\/+((?:%40|@)?[^@?#]+)/i.exec(purl) ?? [];
  return type === '' ? purl : bare(type, name);
}

function bare(type: string, name: string): string {
  const plain = decoded(name).replace(/\/+$/, '');
  const kind = type.toLowerCase();
  // https://github.com/package-url/purl-spec: names of PyPI have one case and one sign between words.
  const known = kind === 'pypi' ? plain.toLowerCase().replace(/[-_.]+/g, '-') : plain;
  return `pkg:${kind}/${known}`;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    // A lone %: it stands for itself.
    return name;
  }
}

/** Whether the entry is about this package, in this version. A version that is not known is in no range. */
export function covers(pattern: PackagePattern, { purl, version }: Pick<PackageFact, 'purl' | 'version'>): boolean {
  if (bareOf(purl) !== pattern.bare) return false;
  if (pattern.range === undefined) return true;
  if (version === null) return false;
  const type = pattern.bare.slice('pkg:'.length, pattern.bare.indexOf('/'));
  if (type === 'pypi') return validPep440(version) !== null && satisfiesPep440(version, pattern.range);
  if (isSemantic(type))
    return semver.valid(version) !== null && semver.satisfies(version, pattern.range, { includePrerelease: true });
  return version === pattern.range.replace(/^=+\s*/, '');
}

/** Ecosystems whose versions are semantic ones (of Go with a v before them). */
function isSemantic(type: string): boolean {
  return ['npm', 'cargo', 'golang', 'hex', 'pub', 'swift', 'composer', 'nuget', 'gem'].includes(type);
}

function isRange(type: string, range: string): boolean {
  if (type === 'pypi') return validPep440Range(range);
  if (isSemantic(type)) return semver.validRange(range) !== null;
  return /^=*\s*[^\s<>=~^|,]+$/.test(range);
}

function wordOf(type: string): string {
  if (type === 'pypi') return 'PEP 440';
  return isSemantic(type) ? 'npm' : 'one version, since we know no ranges of this ecosystem';
}
