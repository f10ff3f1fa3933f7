/** SQL that brings objects back, where the catalog's own definition says how. */
import type { Difference } from '../catalog/compare.ts';
import { withoutParts } from './text.ts';

/** Statements for `down`, or undefined when not one difference has a known repair. */
export function repairSql(differences: readonly Difference[]): { readonly language: 'sql'; readonly text: string } | undefined {
  const sql = withoutParts(differences)
    .map(repair)
    .filter((text) => text !== undefined);
  return sql.length === 0 ? undefined : { language: 'sql', text: sql.map((text) => `${text};`).join('\n') };
}

const dropWords = new Map([
  ['table', 'TABLE'],
  ['view', 'VIEW'],
  ['materialized view', 'MATERIALIZED VIEW'],
  ['sequence', 'SEQUENCE'],
  ['type', 'TYPE'],
  ['composite type', 'TYPE'],
  ['range type', 'TYPE'],
  ['domain', 'DOMAIN'],
  ['function', 'FUNCTION'],
  ['procedure', 'PROCEDURE'],
  ['schema', 'SCHEMA'],
  ['extension', 'EXTENSION'],
  ['role', 'ROLE'],
]);

function repair(difference: Difference): string | undefined {
  if (difference.change === 'new') return drop(difference);
  return difference.change === 'gone' ? recreate(difference) : restore(difference);
}

function drop({ class: kind, object }: Difference): string | undefined {
  const [name = '', on] = object.split(' on ');
  if (kind === 'index') return `DROP INDEX ${name}`;
  if (kind === 'trigger' || kind === 'policy' || kind === 'rule') return `DROP ${kind.toUpperCase()} ${object.replace(' on ', ' ON ')}`;
  if (kind === 'constraint' && on !== undefined && !name.startsWith('NOT NULL')) return `ALTER TABLE ${on} DROP CONSTRAINT ${name}`;
  if (kind === 'column') return `ALTER TABLE ${object.slice(0, object.lastIndexOf('.'))} DROP COLUMN ${columnOf(object)}`;
  const word = dropWords.get(kind);
  return word === undefined ? undefined : `DROP ${word} ${object}`;
}

function recreate(difference: Difference): string | undefined {
  const { class: kind, object } = difference;
  const definition = expected(difference, 'definition');
  const [name = '', on] = object.split(' on ');
  if (kind === 'trigger' || kind === 'index' || kind === 'rule') return definition?.replace(/;\s*$/, '');
  if (definition !== undefined && kind === 'constraint') return `ALTER TABLE ${on} ADD CONSTRAINT ${name} ${definition}`;
  if (definition !== undefined && kind === 'view') return `CREATE VIEW ${object} AS\n${definition.replace(/;\s*$/, '')}`;
  if (kind === 'type') return `CREATE TYPE ${object} AS ENUM (${expected(difference, 'labels') ?? ''})`;
  if (kind === 'extension') return `CREATE EXTENSION ${object}`;
  return undefined;
}

function restore(difference: Difference): string | undefined {
  if (difference.class !== 'column' || difference.attributes.length !== 1) return undefined;
  const [attribute] = difference.attributes;
  const column = `ALTER TABLE ${difference.object.slice(0, difference.object.lastIndexOf('.'))} ALTER COLUMN ${columnOf(difference.object)}`;
  if (attribute?.name === 'default') {
    return attribute.expected === null ? `${column} DROP DEFAULT` : `${column} SET DEFAULT ${attribute.expected}`;
  }
  if (attribute?.name === 'not null') return `${column} ${attribute.expected === null ? 'DROP' : 'SET'} NOT NULL`;
  return attribute?.name === 'type' ? `${column} TYPE ${attribute.expected}` : undefined;
}

function expected(difference: Difference, name: string): string | undefined {
  return difference.attributes.find((attribute) => attribute.name === name)?.expected ?? undefined;
}

function columnOf(object: string): string {
  return object.slice(object.lastIndexOf('.') + 1);
}
