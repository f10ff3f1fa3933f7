/** What reading alone tells: names, history, comments. */
import { mark } from '@shipgate/kit/report/sentence';
import { repairSql } from './repair.ts';
import type { ReasonTexts } from './text.ts';
import { listSome, markFile, tellDifferences } from './text.ts';

const consequences = {
  applied:
    'a database that already ran the newer ones gets it last, a new database gets it first: the two differ in order',
  skipped: 'a database that already ran the newer ones never runs it',
  refused: 'the tool refuses to go on where the newer ones already ran',
} as const;

export const hygieneTexts: ReasonTexts<
  | 'no-down'
  | 'empty-down'
  | 'edited-migration'
  | 'removed-migration'
  | 'edited-down'
  | 'out-of-order'
  | 'duplicate-version'
  | 'down-without-up'
  | 'refused-name'
  | 'skipped-name'
  | 'not-sql'
  | 'script-refused'
  | 'repeatable-not-proven'
  | 'allowance-malformed'
  | 'allowance-expired'
  | 'policy-changed'
> = {
  'no-down': {
    severity: 'error',
    proof: 'hygiene',
    title: ({ migration }) => `${mark(migration)} has no \`down\``,
    seen: ({ place }) => `there is a way up in ${mark(place.file)} and no way down.`,
    hurts: ({ migration }) =>
      `a release with ${mark(migration)} cannot be rolled back, nor can anything that came before it.`,
    mend: () => 'add the way down; whoever has downs must have them all.',
  },
  'empty-down': {
    severity: 'error',
    proof: 'hygiene',
    title: ({ migration }) => `\`down\` of ${mark(migration)} is empty`,
    seen: ({ differences }) =>
      `\`up\` holds statements, and the way down holds none${differences.length === 0 ? '' : `; after up and down, ${tellDifferences(differences)}`}.`,
    hurts: () => 'a rollback reports success and undoes nothing: the old release runs on the new schema.',
    mend: () => 'undo in `down` what `up` does, last first.',
    repair: ({ differences }) => repairSql(differences),
  },
  'edited-migration': {
    severity: 'error',
    proof: 'hygiene',
    title: ({ migration }) => `the old migration ${mark(migration)} was edited`,
    seen: ({ place }) => `${mark(place.file)} is in the base and differs there.`,
    hurts: () => 'databases that already ran it never run the edit: they and new databases differ from now on.',
    mend: () => 'restore the file, and put the change into a new migration.',
  },
  'removed-migration': {
    severity: 'error',
    proof: 'hygiene',
    title: ({ migration, renamed }) =>
      renamed === undefined
        ? `the old migration ${mark(migration)} was removed`
        : `the old migration ${mark(migration)} was renamed to ${mark(renamed)}`,
    seen: ({ migration, renamed }) =>
      `${mark(migration)} is in the base and not in this change${renamed === undefined ? '' : `, and ${mark(renamed)} has its version`}.`,
    hurts: ({ migration, renamed }) =>
      renamed === undefined
        ? `databases that ran ${mark(migration)} hold a version that no file explains: most tools refuse to go on, and none can undo it.`
        : `databases that ran ${mark(migration)} take ${mark(renamed)} for done: what it does differently never happens there.`,
    mend: ({ renamed }) =>
      renamed === undefined
        ? 'restore the file, and undo its effect in a new migration.'
        : 'give the file its old name back, and put what is new into a new migration.',
  },
  'edited-down': {
    severity: 'warning',
    proof: null,
    title: ({ migration }) => `the way down of the old migration ${mark(migration)} was edited`,
    seen: ({ place }) =>
      `${mark(place.file)} differs from the base, and only the way down does; it is tried at its place in the history.`,
    hurts: () => 'nothing, if it is a repair: the next rollback uses it.',
    mend: () => 'nothing to do when it is meant.',
  },
  'out-of-order': {
    severity: 'error',
    proof: 'hygiene',
    title: ({ migration, latest }) => `${mark(migration)} comes before ${mark(latest)}, which already ran`,
    seen: ({ tool, consequence }) => `with ${tool} such a migration is ${consequence} where the newer ones ran.`,
    hurts: ({ consequence }) => `${consequences[consequence]}.`,
    mend: ({ latest }) => `give it a version above ${mark(latest)}.`,
  },
  'duplicate-version': {
    severity: 'error',
    proof: 'hygiene',
    title: ({ version, files }) =>
      `version ${mark(version)} is given ${files.length === 2 ? 'twice' : `${files.length} times`}: ${files.map(markFile).join(', ')}`,
    seen: ({ files }) => `files with the same version: ${files.map(mark).join(', ')}.`,
    hurts: () => 'the tool refuses to start, or runs one of them and takes the other as done.',
    mend: () => 'give the newer one the next free version.',
  },
  'down-without-up': {
    severity: 'error',
    proof: 'hygiene',
    title: ({ version }) => `version ${mark(version)} has a way down and no way up`,
    seen: ({ place }) => `${mark(place.file)} has no file with the way up.`,
    hurts: () => 'the tool stops here, or a rollback undoes what was never done.',
    mend: () => 'add the missing file, or remove this one.',
  },
  'refused-name': {
    severity: 'error',
    proof: 'hygiene',
    title: ({ tool, place }) => `${tool} refuses to start because of the name ${markFile(place.file)}`,
    seen: ({ expected, place }) => `expected ${expected}, got ${mark(place.file)}.`,
    hurts: () => 'no migration runs at all.',
    mend: () => 'rename the file.',
  },
  'skipped-name': {
    severity: 'warning',
    proof: null,
    title: ({ tool, place }) => `${tool} passes over ${markFile(place.file)}`,
    seen: ({ expected, place }) => `expected ${expected}, got ${mark(place.file)}.`,
    hurts: () => 'if it is meant to be a migration, it never runs.',
    mend: () => 'rename the file, or move it out of the folder.',
  },
  'not-sql': {
    severity: 'error',
    blocks: 'unknown',
    proof: 'round-trip',
    title: ({ place }) => `${markFile(place.file)} is a program, which file mode cannot run`,
    seen: ({ expected, place }) => `expected ${expected}, got ${mark(place.file)}.`,
    hurts: () => 'nobody knows what it does, nor what the migrations after it stand on.',
    mend: () => 'write it in SQL.',
  },
  'script-refused': {
    severity: 'error',
    proof: 'hygiene',
    title: ({ tool, place }) => `${tool} refuses ${markFile(place.file)}`,
    seen: ({ expected, got }) => `expected ${expected}, got ${mark(got)}.`,
    hurts: () => 'the migration cannot run, and nothing after it either.',
    mend: ({ expected }) => `write ${expected}.`,
  },
  'repeatable-not-proven': {
    severity: 'warning',
    proof: null,
    title: ({ files }) =>
      `${files.length} repeatable ${files.length === 1 ? 'migration is' : 'migrations are'} not proven`,
    seen: ({ files }) => `${listSome(files)}: without version and way down, and not run.`,
    hurts: () => 'what they define can be lost or left by a rollback.',
    mend: () => 'see that they run again after a rollback.',
  },
  'allowance-malformed': {
    severity: 'error',
    proof: 'hygiene',
    title: ({ place }) => `an allowance in ${markFile(place.file)} cannot be read`,
    seen: ({ expected, got }) => `expected ${expected}, got ${mark(got)}.`,
    hurts: () => 'nothing is allowed by it.',
    mend: () => 'write `-- shipgate: allow CODE object="…" reason="…" expires=YYYY-MM-DD`.',
  },
  'allowance-expired': {
    severity: 'warning',
    proof: null,
    title: ({ allowed, expires }) => `the allowance of ${mark(allowed)} ended on ${expires}`,
    seen: ({ expires, place }) => `the comment in ${mark(place.file)} held until ${expires}.`,
    hurts: ({ allowed }) => `${mark(allowed)} blocks again.`,
    mend: () => 'mend the cause, or renew it with a reason.',
  },
  'policy-changed': {
    severity: 'note',
    proof: null,
    title: ({ keys }) => `this change edits the gate's own policy: ${keys.map(mark).join(', ')}`,
    seen: () => 'what can weaken the gate is read from the base of the change.',
    hurts: () => 'nothing now: it takes effect when it is merged.',
    mend: () => 'let somebody who answers for the policy review it.',
  },
};
