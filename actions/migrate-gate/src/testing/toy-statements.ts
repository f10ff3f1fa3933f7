/** What ToyEngine's database can do, with PostgreSQL's words for what it cannot. */
import type { RunResult } from '../ports.ts';

/** Class, tab, name -> the table it belongs to, or nothing. */
export type Schema = Map<string, string>;

export interface Trouble extends Pick<RunResult, 'outcome' | 'error'> {
  /** Place in the statement, where the server would tell it. */
  readonly at?: number;
}

/** Changes the schema; undefined when all went well. */
export function execute(statement: string, schema: Schema): Trouble | undefined {
  for (const [pattern, act] of commands) {
    const found = pattern.exec(statement);
    if (found !== null) return act(schema, found);
  }
  const word = statement.split(/\s/, 1)[0] ?? '';
  return { ...failed(`syntax error at or near "${word}"`, '42601'), at: 0 };
}

type Act = (schema: Schema, found: RegExpExecArray) => Trouble | undefined;

const commands: readonly (readonly [RegExp, Act])[] = [
  [
    /^CREATE (TABLE|TYPE) (IF NOT EXISTS )?(\w+)/i,
    (schema, [, word = '', mild, name = '']) => create(schema, word, name, '', mild !== undefined),
  ],
  [/^CREATE INDEX (\w+) ON (\w+)/i, createIndex],
  [
    /^DROP (TABLE|TYPE|INDEX) (IF EXISTS )?(\w+)/i,
    (schema, [, word = '', mild, name = '']) => drop(schema, word, name, mild !== undefined),
  ],
  [/^SELECT 1\/0$/i, () => failed('division by zero', '22012')],
  [
    /^SELECT pg_terminate_backend/i,
    () => ({ outcome: 'broken', error: { message: 'terminating connection due to administrator command' } }),
  ],
  [/^SELECT/i, () => undefined],
  [/^DO .*LOOP/is, () => ({ outcome: 'timed-out', error: { message: 'no end' } })],
];

function create(schema: Schema, word: string, name: string, table: string, mild: boolean): Trouble | undefined {
  const kind = word.toLowerCase();
  if (schema.has(`${kind}\t${name}`))
    return mild ? undefined : failed(`${noun(kind)} "${name}" already exists`, kind === 'type' ? '42710' : '42P07');
  schema.set(`${kind}\t${name}`, table);
  return undefined;
}

function createIndex(schema: Schema, [, name = '', table = '']: RegExpExecArray): Trouble | undefined {
  return schema.has(`table\t${table}`)
    ? create(schema, 'index', name, table, false)
    : failed(`relation "${table}" does not exist`, '42P01');
}

/** What belongs to a table goes with it. */
function drop(schema: Schema, word: string, name: string, mild: boolean): Trouble | undefined {
  const kind = word.toLowerCase();
  if (!schema.delete(`${kind}\t${name}`))
    return mild ? undefined : failed(`${kind} "${name}" does not exist`, kind === 'table' ? '42P01' : '42704');
  if (kind === 'table') for (const [id, table] of schema) if (table === name) schema.delete(id);
  return undefined;
}

function noun(kind: string): string {
  return kind === 'type' ? 'type' : 'relation';
}

function failed(message: string, sqlState: string): Trouble {
  return { outcome: 'failed', error: { message, sqlState } };
}
