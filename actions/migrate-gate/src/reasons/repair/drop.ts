/** Drops what a way down left behind. */
import type { Difference } from '../../catalog/compare.ts';
import { splitOn, withoutLastPart } from '../../catalog/object-name.ts';
import type { Written } from './written.ts';
import { commentOn, unknown, words } from './written.ts';

/** Before what they hang on. */
const MEMBERS = new Set(['publication', 'event trigger', 'view', 'materialized view']);

/** Objects of one kind go in one statement, in which the server finds the order. */
export function dropAll(differences: readonly Difference[]): readonly Written[] {
  const singles = differences.filter(({ class: kind }) => !words.has(kind)).toSorted((a, b) => keyLast(a) - keyLast(b));
  const kinds = [...words].flatMap(([kind, word]): readonly Written[] => {
    const objects = differences.filter((difference) => difference.class === kind).map(({ object }) => object);
    // Of these a DROP takes one name only.
    const lists = kind === 'event trigger' ? objects.map((object) => [object]) : objects.length === 0 ? [] : [objects];
    return lists.map((list) => ({
      stage: MEMBERS.has(kind) ? 'drop member' : 'drop',
      sql: `DROP ${word} ${list.join(', ')}`,
      what: kind,
    }));
  });
  const columns = singles.filter(({ class: kind }) => kind === 'column').map(dropColumn);
  return [...singles.filter(({ class: kind }) => kind !== 'column').map(dropMember), ...columns, ...kinds];
}

/** A foreign key before the key that it points to. */
function keyLast({ class: kind, object }: Difference): number {
  return Number(kind === 'constraint' && !/_fkey\d*"? on /.test(object));
}

function dropColumn({ object }: Difference): Written {
  const table = withoutLastPart(object);
  return { stage: 'drop', sql: `ALTER TABLE ${table} DROP COLUMN ${object.slice(table.length + 1)}`, what: object };
}

function dropMember(difference: Difference): Written {
  const { class: kind, object } = difference;
  const [name, on] = splitOn(object);
  const write = (sql: string): Written => ({ stage: 'drop member', sql, what: object });
  if (kind === 'index') return write(`DROP INDEX ${name}`);
  if (kind === 'statistics object') return write(`DROP STATISTICS ${name}`);
  if (kind === 'trigger' || kind === 'policy' || kind === 'rule')
    return write(`DROP ${kind.toUpperCase()} ${name} ON ${on}`);
  if (kind === 'constraint' && !name.startsWith('NOT NULL')) return write(`ALTER TABLE ${on} DROP CONSTRAINT ${name}`);
  const comment = kind === 'comment' ? commentOn(object, null) : undefined;
  return comment === undefined ? unknown(difference) : write(comment);
}
