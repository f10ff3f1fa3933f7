import { mark } from '@shipgate/kit/report/sentence';
import type { Direction, FindingOf } from '../findings.ts';
import type { DatabaseError } from '../ports.ts';
import { repairSql } from './repair.ts';
import type { ReasonTexts } from './text.ts';
import { atObject, nameDifference, tellDifferences, tellError, withoutParts } from './text.ts';

const verbs = { gone: 'loses', new: 'leaves', changed: 'changes' } as const;

function driftTitle({ differences, migrations }: FindingOf<'drift' | 're-up-differs'>, subject: string): string {
  const roots = withoutParts(differences);
  const [first] = roots;
  if (first === undefined) return `${subject} does not bring the schema back`;
  const behind = first.change === 'new' ? ' behind' : '';
  const more = roots.length > 1 ? ` and ${roots.length - 1} more` : '';
  const who = migrations.length > 1 ? `${subject} of ${migrations.length} migrations together` : subject;
  return `${who} ${verbs[first.change]} ${nameDifference(first)}${behind}${more}`;
}

const directionName: Record<Direction, string> = { up: '`up`', down: '`down`', 'second up': 'the second `up`' };

/** A role or an extension that the server lacks is the setup's to bring. */
function missingGround(error: DatabaseError): string | undefined {
  if (error.sqlState === '42704' && error.message.startsWith('role ')) {
    return 'create the role in this migration, or in the file that the input setup names';
  }
  if (error.sqlState === '0A000' || /extension .* is not available/.test(error.message)) {
    return 'the embedded engine has the extensions of contrib only; replace what needs another one by a stand-in in the setup';
  }
  return undefined;
}

export const roundTripTexts: ReasonTexts<
  | 'up-fails'
  | 'down-fails'
  | 're-up-fails'
  | 'timed-out'
  | 'connection-lost'
  | 'transaction-left-open'
  | 'not-reached'
  | 'drift'
  | 're-up-differs'
  | 'noop-down'
  | 'not-reversible-alone'
  | 'only-in-group'
> = {
  'up-fails': {
    severity: 'error',
    proof: 'round-trip',
    title: ({ error }) => `\`up\` fails${atObject(error)}`,
    seen: ({ error }) => tellError(error),
    hurts: () => 'the deployment stops here, with the release waiting for a schema that does not come.',
    mend: ({ error }) => `${missingGround(error) ?? 'change this statement so that it runs on the schema and the rows that earlier migrations leave'}.`,
  },
  'down-fails': {
    severity: 'error',
    proof: 'round-trip',
    title: ({ error }) => `\`down\` fails${atObject(error)}`,
    seen: ({ error }) => tellError(error),
    hurts: () => 'a rollback stops half-way: the old release cannot come back while this release is broken.',
    mend: () => 'change this statement; `down` undoes every statement of `up`, last first.',
  },
  're-up-fails': {
    severity: 'error',
    proof: 'round-trip',
    title: ({ error }) => `the second \`up\` fails${atObject(error)}`,
    seen: ({ error }) => `\`up\` and \`down\` ran, then \`up\` failed: ${tellError(error)}`,
    hurts: () => 'after a rollback the mended release cannot be deployed: `down` leaves something that `up` trips over.',
    mend: () => 'let `down` also remove what `up` made, rows included.',
  },
  'timed-out': {
    severity: 'error',
    proof: 'round-trip',
    title: ({ direction }) => `${directionName[direction]} does not end`,
    seen: ({ limitMs }) => `it was stopped after ${limitMs / 1000} s, with next to no rows in the tables.`,
    hurts: () => 'a deployment or a rollback hangs, and whatever it has locked waits with it.',
    mend: () => 'look for a loop, a sleep or a wait for a lock; a longer time is the input `step-timeout`.',
  },
  'connection-lost': {
    severity: 'error',
    proof: 'round-trip',
    title: ({ direction }) => `${directionName[direction]} ends the connection`,
    seen: ({ error }) => `the database was gone while the file ran: ${mark(error.message)}.`,
    hurts: () => 'the tool cannot tell whether the migration ran, and leaves the version table in doubt.',
    mend: () => 'take out what ends sessions or drops the database itself.',
  },
  'transaction-left-open': {
    severity: 'error',
    proof: 'round-trip',
    title: ({ direction }) => `${directionName[direction]} leaves its transaction open`,
    seen: () => 'a BEGIN has no COMMIT; when the session ended, all of it was rolled back.',
    hurts: () => 'the tool notes the version as done, and the schema has nothing of it.',
    mend: () => 'add COMMIT, or take BEGIN out.',
  },
  'not-reached': {
    severity: 'error',
    blocks: 'unknown',
    proof: 'round-trip',
    title: ({ migrations }) => `${migrations.length} later ${migrations.length === 1 ? 'migration was' : 'migrations were'} not run`,
    seen: ({ after, migrations }) => `\`up\` of ${mark(after)} fails, so ${mark(migrations[0] ?? '')} and what follows could not be reached.`,
    hurts: () => 'nobody knows whether they come back.',
    mend: ({ after }) => `mend ${mark(after)} first.`,
  },
  drift: {
    severity: 'error',
    proof: 'schema',
    title: (finding) => driftTitle(finding, '`down`'),
    seen: ({ differences }) => `after up and down, ${tellDifferences(differences)}. Every command exited 0.`,
    hurts: () => 'after a rollback the old release runs on a schema that nobody has tested.',
    mend: () => 'let `down` bring the schema back as it was.',
    repair: ({ differences }) => repairSql(differences),
  },
  're-up-differs': {
    severity: 'error',
    proof: 'schema',
    title: (finding) => driftTitle(finding, 'the second `up`'),
    seen: ({ differences }) => `after up, down and up again, ${tellDifferences(differences)}, compared with the first up.`,
    hurts: () => 'a release that is deployed again after a rollback gets another schema than the first time.',
    mend: () => 'let `down` remove what makes the second `up` go another way (IF NOT EXISTS, DO blocks, rows).',
  },
  'noop-down': {
    severity: 'error',
    proof: 'schema',
    title: () => '`down` changes nothing',
    seen: ({ differences }) => `\`up\` changes the schema and \`down\` leaves all of it: ${tellDifferences(differences)}.`,
    hurts: () => 'a rollback reports success, and the old release runs on the new schema.',
    mend: () => 'undo in `down` what `up` does, last first.',
    repair: ({ differences }) => repairSql(differences),
  },
  'not-reversible-alone': {
    severity: 'warning',
    proof: null,
    title: ({ migration }) => `${mark(migration)} does not come back alone`,
    seen: ({ why }) => `alone: ${why}; all new migrations of this change together come back clean.`,
    hurts: () => 'a rollback by a single step (`down 1`) is not possible here.',
    mend: () => 'roll back the whole change at once, or make each migration undo itself.',
  },
  'only-in-group': {
    severity: 'warning',
    proof: null,
    title: ({ migration }) => `${mark(migration)} comes back only together with its neighbours`,
    seen: ({ group }) => `up, down and up is clean for ${group.map(mark).join(', ')} together, not alone.`,
    hurts: () => 'a rollback that stops between them leaves a schema that nobody has tested.',
    mend: () => 'always roll these back together.',
  },
};
