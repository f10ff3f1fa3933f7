import type { FaultWords } from '../source-text.ts';

/** One version, or one that it is compared with; a `*` or `x` stands for any number. */
const COMPARATOR = /^(?:(?:[<>]=?|={1,3}|!=|~[=>]?|\^)?v?[0-9xX*][0-9A-Za-z.*+_!~:-]*|\*)$/;

/**
 * What is wrong with `pkg:npm/table-press@>=2.0.0 <2.4.1`; undefined when nothing is. The gate itself judges more, by
 * the rules of each ecosystem.
 */
export function packageFault(text: string): FaultWords | undefined {
  const [, name = '', range] = /^pkg:([A-Za-z][A-Za-z0-9.+-]*(?:\/@?[^@/\s]+)+)(?:@(.*))?$/s.exec(text) ?? [];
  if (name === '') {
    return {
      title: 'a package is not named by a package URL',
      expected: 'such as pkg:npm/table-press or pkg:pypi/order-forms@<2.4.1',
      got: text,
      do: /^[@\w.-]+(\/[\w.-]+)?(@.*)?$/.test(text)
        ? `write pkg:<ecosystem>/${text}`
        : 'write pkg:, the ecosystem, / and the name',
    };
  }
  if (range === undefined || isRange(range)) return undefined;
  return {
    title: 'a range of versions cannot be read',
    expected: 'such as >=2.0.0 <2.4.1, or one version',
    got: range.trim() === '' ? 'nothing behind @' : range,
    do: 'write what the version is compared with; leave @ out for every version',
  };
}

function isRange(text: string): boolean {
  const joined = text.replace(/([<>=~^!])\s+(?=[0-9xXv*])/g, '$1');
  const ways = joined.split('||').map((way) => way.split(/[\s,]+/).filter((part) => part !== ''));
  return ways.every((parts) => parts.length > 0 && parts.every((part) => COMPARATOR.test(part) || part === '-'));
}
