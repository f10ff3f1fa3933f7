/**
 * SQL that makes a way down bring the schema back, as far as the catalog's own definitions tell how. Rows are nobody's to write here:
 * a table, column or sequence that is gone has no repair.
 */
import type { Difference } from '../catalog/compare.ts';
import { partsOf, withoutParts } from './parts.ts';
import { alterBack } from './repair/alter.ts';
import { createAgain } from './repair/create.ts';
import { dropAll } from './repair/drop.ts';
import type { Written } from './repair/written.ts';

/** Statements for the end of `down`, what they leave out as a comment; undefined when none is known. */
export function repairSql(
  differences: readonly Difference[],
): { readonly language: 'sql'; readonly text: string } | undefined {
  // A schema is dropped when it is empty, so what is in it counts.
  const roots = [...withoutParts(differences.filter((each) => !isSchema(each))), ...differences.filter(isSchema)];
  const created = toCreate(differences).flatMap((difference) => createAgain(difference));
  const altered = roots
    .filter(({ change }) => change === 'changed')
    .flatMap((difference) => alterBack(difference, differences));
  const written = [...dropAll(roots.filter(({ change }) => change === 'new')), ...created, ...altered];
  const sql = (stage: Written['stage']) =>
    written.filter((each) => each.stage === stage && each.sql !== null).map(({ sql: text }) => `${text};`);
  // What hangs on others goes first and comes last; what others hang on comes first and goes last.
  const statements = [
    ...sql('drop member'),
    ...sql('create'),
    ...sql('alter'),
    ...inOrder(sql('create member')),
    ...sql('drop'),
  ];
  if (statements.length === 0) return undefined;
  const rest = written
    .filter((each) => each.sql === null)
    .map(({ what }) => `-- not here: ${what.replaceAll(/\s+/g, ' ')}`);
  return { language: 'sql', text: [...statements, ...rest].join('\n') };
}

function isSchema({ class: kind }: Difference): boolean {
  return kind === 'schema';
}

/** Each part of its own, but for what comes back with its whole, and what cannot come back. */
function toCreate(differences: readonly Difference[]): readonly Difference[] {
  const gone = differences.filter(({ change }) => change === 'gone');
  const held = gone.filter(({ class: kind }) =>
    ['table', 'column', 'foreign table', 'composite type', 'constraint', 'range type'].includes(kind),
  );
  const parts = new Set(
    held.flatMap((whole) =>
      partsOf(whole, gone).filter(({ class: kind }) => whole.class !== 'constraint' || kind === 'index'),
    ),
  );
  const views = gone.filter(({ class: kind }) => kind === 'view' || kind === 'materialized view');
  for (const view of views) for (const part of partsOf(view, gone)) if (part.class === 'column') parts.add(part);
  return gone.filter((difference) => !parts.has(difference) && !difference.object.startsWith('NOT NULL'));
}

/** A view after the views that it reads, a foreign key after the key that it points to; else as they are. */
function inOrder(statements: readonly string[]): readonly string[] {
  const keysLast = statements.toSorted((a, b) => Number(isForeignKey(a)) - Number(isForeignKey(b)));
  const sorted: string[] = [];
  let waiting = keysLast;
  while (waiting.length > 0) {
    const ready = waiting.filter((text) => !waiting.some((other) => other !== text && reads(text, other)));
    const next = ready.length === 0 ? waiting : ready;
    sorted.push(...next);
    waiting = waiting.filter((text) => !next.includes(text));
  }
  return sorted;
}

function isForeignKey(statement: string): boolean {
  return /^ALTER TABLE .* FOREIGN KEY /.test(statement);
}

function reads(statement: string, other: string): boolean {
  const [, made] = /^CREATE (?:OR REPLACE )?(?:MATERIALIZED )?VIEW (\S+) AS\n/.exec(other) ?? [];
  return made !== undefined && statement.split(/[\s,;()]+/).some((word) => word === made || word === `public.${made}`);
}
