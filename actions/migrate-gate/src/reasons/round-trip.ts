/** What one migration, or several together, do wrong on their way up, down and up again. */
import { mark } from '@shipgate/kit/report/sentence';
import { duration } from '@shipgate/kit/verdict';
import type { Difference } from '../catalog/compare.ts';
import type { Direction, FindingOf } from '../findings.ts';
import type { DatabaseError } from '../ports.ts';
import { tellLoss } from './loss.ts';
import { tellDeed, tellMend } from './mend.ts';
import { whole } from './object.ts';
import { repairSql } from './repair.ts';
import type { ReasonTexts } from './text.ts';
import { atObject, objectOf, rootsOf, TOLD, tellDifferences, tellError } from './text.ts';

function driftTitle({ differences, migrations }: FindingOf<'drift' | 're-up-differs'>, subject: string): string {
  const roots = rootsOf(differences);
  const [first] = roots;
  const who = migrations.length > 1 ? `${subject} of ${migrations.length} migrations together` : subject;
  if (first === undefined) return `${who} does not bring the schema back`;
  return `${who} ${tellDeed(first)}${roots.length > 1 ? ` and ${roots.length - 1} more` : ''}`;
}

/** Of the worst difference: naming all of them would hide it. */
function hurtsMost(differences: readonly Difference[]): string {
  const [first] = rootsOf(differences);
  return first === undefined
    ? 'after a rollback the old release runs on a schema that nobody has tested.'
    : `${tellLoss(first)}.`;
}

function mendAll(differences: readonly Difference[]): string {
  const roots = rootsOf(differences);
  if (roots.length === 0) return 'let `down` bring the schema back as it was.';
  const more = roots.length > TOLD ? `; and so on for ${roots.length - TOLD} more` : '';
  return `${roots.slice(0, TOLD).map(tellMend).join('; ')}${more}.`;
}

const stays = { new: 'stays', gone: 'stays gone', changed: 'stays changed' } as const;

function tellStays(difference: Difference | undefined): string {
  return difference === undefined ? '' : `: ${whole(difference)} ${stays[difference.change]}`;
}

const way: Record<Direction, string> = { up: '`up`', down: '`down`', 'second up': 'the second `up`' };

const stopped: Record<Direction, string> = {
  up: 'the deployment stops here, and the new release waits for a schema that does not come',
  down: 'the rollback stops here: the old release cannot come back while the new one is broken',
  'second up': 'after a rollback the mended release cannot be deployed',
};

/** SQLSTATE dependent_objects_still_exist (PostgreSQL documentation, appendix "PostgreSQL Error Codes"). */
const DEPENDED_UPON = '2BP01';

/** What the way down forgot, as the error of the second up tells it. */
function missingUndoing(error: DatabaseError): string {
  const object = objectOf(error);
  const named = object === undefined ? 'what `up` made' : mark(object);
  if (error.sqlState?.startsWith('23') === true) return 'remove the rows that `up` writes';
  if (/already exists$/.test(error.message)) return `drop ${named}`;
  if (/does not exist$/.test(error.message)) return `bring ${object === undefined ? 'what `up` drops' : named} back`;
  return 'undo what `up` did, rows included';
}

/** A role or an extension that the server lacks is the setup's to bring. */
function missingGround(error: DatabaseError): string | undefined {
  if (error.sqlState === '42704' && error.message.startsWith('role ')) {
    return 'create the role in this migration, or in the file that the input `setup` names';
  }
  if (error.sqlState === '0A000' || /extension .* is not available/.test(error.message)) {
    return 'the embedded engine has the extensions of contrib only; replace what needs another one by a stand-in in `setup`';
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
  | 'drift'
  | 're-up-differs'
  | 'noop-down'
> = {
  'up-fails': {
    severity: 'error',
    proof: 'round-trip',
    title: ({ error }) => `\`up\` fails${atObject(error)}`,
    seen: ({ error }) => tellError(error),
    hurts: () => `${stopped.up}.`,
    mend: ({ error }) =>
      `${missingGround(error) ?? 'change this statement so that it runs on the schema and the rows that earlier migrations leave'}.`,
  },
  'down-fails': {
    severity: 'error',
    proof: 'round-trip',
    title: ({ error }) => `\`down\` fails${atObject(error)}`,
    seen: ({ error }) => `\`up\` ran, then \`down\` failed: ${tellError(error)}`,
    hurts: () => `${stopped.down}.`,
    mend: ({ error }) =>
      error.sqlState === DEPENDED_UPON
        ? 'drop what depends on it first, by name and not by CASCADE, or keep it.'
        : 'change this statement; `down` undoes every statement of `up`, last first.',
  },
  're-up-fails': {
    severity: 'error',
    proof: 'round-trip',
    title: ({ error }) => `the second \`up\` fails${atObject(error)}`,
    seen: ({ error }) => `\`up\` and \`down\` ran, then \`up\` failed: ${tellError(error)}`,
    hurts: () => `${stopped['second up']}: \`down\` leaves something that \`up\` trips over.`,
    mend: ({ error }) => `let \`down\` also ${missingUndoing(error)}.`,
  },
  'timed-out': {
    severity: 'error',
    proof: 'round-trip',
    title: ({ direction }) => `${way[direction]} does not end`,
    seen: ({ limitMs, direction }) =>
      `${way[direction]} was stopped after ${duration(limitMs)}, with next to no rows in the tables.`,
    hurts: ({ direction }) => `${stopped[direction]}; whatever it has locked waits with it.`,
    mend: () => 'look for a loop, a sleep or a wait for a lock; the input `step-timeout` gives it a longer time.',
  },
  'connection-lost': {
    severity: 'error',
    proof: 'round-trip',
    title: ({ direction }) => `${way[direction]} ends the connection`,
    seen: ({ error, direction }) => `the database was gone while ${way[direction]} ran: ${mark(error.message)}.`,
    hurts: ({ direction }) => `${stopped[direction]}; the tool cannot tell whether the migration ran.`,
    mend: () => 'take out what ends sessions or drops the database itself.',
  },
  'transaction-left-open': {
    severity: 'error',
    proof: 'round-trip',
    title: ({ direction }) => `${way[direction]} leaves its transaction open`,
    seen: ({ direction }) =>
      `in ${way[direction]} a BEGIN has no COMMIT; when the session ended, all of it was rolled back.`,
    hurts: () => 'the tool notes the version as done, and the schema has nothing of it.',
    mend: () => 'add COMMIT, or take BEGIN out.',
  },
  drift: {
    severity: 'error',
    proof: 'schema',
    title: (finding) => driftTitle(finding, '`down`'),
    seen: ({ differences }) => `after up and down, ${tellDifferences(differences)}. Every command exited 0.`,
    hurts: ({ differences }) => hurtsMost(differences),
    mend: ({ differences }) => mendAll(differences),
    repair: ({ differences }) => repairSql(differences),
  },
  're-up-differs': {
    severity: 'error',
    proof: 'schema',
    title: (finding) => driftTitle(finding, 'the second `up`'),
    seen: ({ differences }) =>
      `after up, down and up again, ${tellDifferences(differences)}, compared with the first up.`,
    hurts: () => 'a release that is deployed again after a rollback gets another schema than the first time.',
    mend: () => 'let `down` remove what makes the second `up` go another way (IF NOT EXISTS, DO blocks, rows).',
  },
  'noop-down': {
    severity: 'error',
    proof: 'schema',
    title: ({ differences }) => `\`down\` changes nothing${tellStays(rootsOf(differences)[0])}`,
    seen: ({ differences }) =>
      `\`up\` changes the schema and \`down\` leaves all of it: ${tellDifferences(differences)}.`,
    hurts: () => 'a rollback reports success and undoes nothing: the old release runs on the new schema.',
    mend: () => 'undo in `down` what `up` does, last first.',
    repair: ({ differences }) => repairSql(differences),
  },
};
