import type { FaultWords } from '../source-text.ts';
import { suggest } from '../suggest.ts';
import { shownValue } from '../value-text.ts';

interface IdForm {
  readonly prefix: string;
  readonly form: RegExp;
  readonly example: string;
}

/** https://ossf.github.io/osv-schema/#id-modified-fields lists the prefixes; only these have a form that we know. */
const FORMS: readonly IdForm[] = [
  // https://github.com/github/advisory-database#ghsa-ids
  { prefix: 'GHSA', form: /^GHSA(-[23456789cfghjmpqrvwx]{4}){3}$/i, example: 'GHSA-7q2p-mm4x-c3vj' },
  // https://cve.mitre.org/cve/identifiers/syntaxchange.html
  { prefix: 'CVE', form: /^CVE-[0-9]{4}-[0-9]{4,}$/i, example: 'CVE-2026-12345' },
  { prefix: 'PYSEC', form: /^PYSEC-[0-9]{4}-[0-9]+$/i, example: 'PYSEC-2026-12' },
  { prefix: 'GO', form: /^GO-[0-9]{4}-[0-9]+$/i, example: 'GO-2026-1234' },
  { prefix: 'RUSTSEC', form: /^RUSTSEC-[0-9]{4}-[0-9]+$/i, example: 'RUSTSEC-2026-0012' },
];

/** What is wrong with the id of an advisory; undefined when it can be one. Other databases may name theirs as they like. */
export function advisoryFault(id: string): FaultWords | undefined {
  const prefix = id.split('-')[0] ?? '';
  const known = FORMS.find((each) => each.prefix === prefix.toUpperCase());
  if (known !== undefined) return known.form.test(id) ? undefined : formFault(id, known);
  const meant = meantForm(id, prefix);
  if (meant !== undefined)
    return { ...formFault(id, meant), do: `did you mean "${meant.prefix}${id.slice(prefix.length)}"?` };
  if (/^[A-Za-z][A-Za-z0-9]*-[A-Za-z0-9][A-Za-z0-9.:_-]*$/.test(id)) return undefined;
  return {
    title: 'an advisory has no id',
    expected: 'an id such as GHSA-7q2p-mm4x-c3vj or CVE-2026-12345',
    got: shownValue(id),
    do: 'copy the id from the report',
  };
}

function formFault(id: string, { prefix, example }: IdForm): FaultWords {
  const title = `an advisory of ${prefix} has another form`;
  return { title, expected: `an id such as ${example}`, got: shownValue(id), do: 'copy the id from the report' };
}

/** Real prefixes that lie near one of ours. */
const OTHERS = ['RHSA', 'CGA', 'GSD', 'OSV', 'DSA', 'DLA', 'USN', 'MAL', 'PSF', 'RSEC', 'HSEC'];

/** A slip in the prefix, when the rest has the form of a known one. */
function meantForm(id: string, prefix: string): IdForm | undefined {
  if (OTHERS.includes(prefix.toUpperCase())) return undefined;
  const fitting = FORMS.filter(({ prefix: right, form }) => form.test(`${right}${id.slice(prefix.length)}`));
  const guess = suggest(
    prefix,
    fitting.map((each) => each.prefix),
  );
  return fitting.find((each) => each.prefix === guess && guess.length >= 3);
}
