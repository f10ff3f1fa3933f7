/** Gives roles the rights back that the catalog's access lists tell. Source: PostgreSQL documentation, "Privileges", table 5.1. */
import type { Difference } from '../../catalog/compare.ts';
import { expected } from './written.ts';

const letters: Readonly<Record<string, string>> = {
  r: 'SELECT',
  a: 'INSERT',
  w: 'UPDATE',
  d: 'DELETE',
  D: 'TRUNCATE',
  x: 'REFERENCES',
  t: 'TRIGGER',
  m: 'MAINTAIN',
  U: 'USAGE',
  C: 'CREATE',
};

/** Their default is: everything to the owner, nothing to others. */
const kinds: Readonly<Record<string, string>> = {
  table: '',
  view: '',
  'materialized view': '',
  'foreign table': '',
  sequence: 'SEQUENCE ',
  schema: 'SCHEMA ',
};

/** undefined for what cannot be told by plain GRANT and REVOKE of the owner. */
export function grantBack(difference: Difference): string | undefined {
  const { class: kind, object, attributes } = difference;
  const word = kinds[kind];
  const before = readList(expected(difference, 'privileges') ?? null);
  const after = readList(attributes.find(({ name }) => name === 'privileges')?.got ?? null);
  if (word === undefined || before === undefined || after === undefined) return undefined;
  const on = `ON ${word}${object}`;
  const other = [...new Set([...after.keys(), ...before.keys()])].filter(
    (role) => before.get(role) !== after.get(role),
  );
  const statements = other.flatMap((role) => {
    const names = Array.from(before.get(role) ?? '', (letter) => letters[letter]);
    return [
      ...(after.has(role) ? [`REVOKE ALL ${on} FROM ${role}`] : []),
      ...(names.length === 0 ? [] : [`GRANT ${names.join(', ')} ${on} TO ${role}`]),
    ];
  });
  return statements.length === 0 ? undefined : statements.join(';\n');
}

/** Role -> letters, without the owner's own; "=r/owner" is everybody. undefined where grantors or options are mixed. */
function readList(list: string | null): ReadonlyMap<string, string> | undefined {
  const rights = new Map<string, string>();
  const grantors = new Set<string>();
  for (const entry of list === null ? [] : list.split(' ')) {
    const [, role = '', given = '', grantor = ''] = /^([^"=/]*)=([a-zA-Z]*)\/([^"=/]+)$/.exec(entry) ?? [];
    if (grantor === '' || [...given].some((letter) => letters[letter] === undefined)) return undefined;
    grantors.add(grantor);
    if (role !== grantor) rights.set(role === '' ? 'PUBLIC' : role, given);
  }
  return grantors.size > 1 ? undefined : rights;
}
