/** One statement of a repair, or what cannot be written. */
import type { Difference } from '../../catalog/compare.ts';
import { splitOn } from '../../catalog/object-name.ts';

export interface Written {
  /** Members (triggers, constraints, views, …) hang on other objects. */
  readonly stage: 'drop member' | 'create' | 'alter' | 'create member' | 'drop';
  /** Without semicolon; null: nothing is known, see `what`. */
  readonly sql: string | null;
  /** For people: what it is about. */
  readonly what: string;
}

export function unknown({ class: kind, object }: Difference, attributes: readonly string[] = []): Written {
  return { stage: 'alter', sql: null, what: [`${kind} ${object}`, ...attributes].join(', ') };
}

/** Words of DDL by class, for objects that are dropped, owned and commented on alike. */
export const words: ReadonlyMap<string, string> = new Map([
  ['table', 'TABLE'],
  ['foreign table', 'FOREIGN TABLE'],
  ['view', 'VIEW'],
  ['materialized view', 'MATERIALIZED VIEW'],
  ['sequence', 'SEQUENCE'],
  ['aggregate', 'AGGREGATE'],
  ['function', 'FUNCTION'],
  ['procedure', 'PROCEDURE'],
  ['domain', 'DOMAIN'],
  ['composite type', 'TYPE'],
  ['range type', 'TYPE'],
  ['type', 'TYPE'],
  ['collation', 'COLLATION'],
  ['publication', 'PUBLICATION'],
  ['event trigger', 'EVENT TRIGGER'],
  ['foreign server', 'SERVER'],
  ['foreign data wrapper', 'FOREIGN DATA WRAPPER'],
  ['extension', 'EXTENSION'],
  ['schema', 'SCHEMA'],
  ['role', 'ROLE'],
]);

export function expected({ attributes }: Difference, name: string): string | undefined {
  return attributes.find((attribute) => attribute.name === name)?.expected ?? undefined;
}

const fires: Readonly<Record<string, string>> = {
  origin: 'ENABLE',
  disabled: 'DISABLE',
  replica: 'ENABLE REPLICA',
  always: 'ENABLE ALWAYS',
};

/** For which writes a trigger fires; null: as every new one. */
export function setFiring(object: string, enabled: string | null): string {
  const [name, on] = splitOn(object);
  return `ALTER TABLE ${on} ${fires[enabled ?? 'origin']} TRIGGER ${name}`;
}

/** COMMENT ON, for an object as the server calls it: "table column orders.note"; undefined for a kind that is not known. */
export function commentOn(object: string, text: string | null): string | undefined {
  const is = `IS ${text === null ? 'NULL' : quoteLiteral(text)}`;
  const column = /^(?:table|view|materialized view|foreign table|composite type) column (.+)$/s.exec(object);
  if (column !== null) return `COMMENT ON COLUMN ${column[1]} ${is}`;
  const member = /^(?:table (constraint)|(trigger|policy|rule)) (.+) on (.+)$/s.exec(object);
  if (member !== null)
    return `COMMENT ON ${(member[1] ?? member[2] ?? '').toUpperCase()} ${member[3]} ON ${member[4]} ${is}`;
  const [kind, word] = [...words, ['index', 'INDEX']].find(([each]) => object.startsWith(`${each} `)) ?? [];
  return kind === undefined ? undefined : `COMMENT ON ${word} ${object.slice(kind.length + 1)} ${is}`;
}

function quoteLiteral(text: string): string {
  const quoted = `'${text.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`;
  return text.includes('\\') ? `E${quoted}` : quoted;
}
