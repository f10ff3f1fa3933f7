/** Why nothing, or not all, could be looked at. */
import { mark } from '@shipgate/kit/report/sentence';
import { counted } from '@shipgate/kit/verdict';
import type { ReasonTexts } from './text.ts';
import { atObject, tellError } from './text.ts';

const NOTHING_PROVEN = 'nothing was proven, so nothing may pass.';

export const groundTexts: ReasonTexts<
  | 'base-unreachable'
  | 'path-missing'
  | 'no-migrations'
  | 'file-unreadable'
  | 'layout-ambiguous'
  | 'base-fails'
  | 'setup-fails'
  | 'engine-failed'
  | 'nothing-new'
> = {
  'base-unreachable': {
    severity: 'error',
    blocks: 'unknown',
    proof: 'round-trip',
    title: () => 'the base of this change is not known',
    seen: ({ expected, got }) => `expected ${expected}, got ${got}.`,
    hurts: () => 'a gate that guessed would call old migrations new, or new ones old.',
    mend: ({ mend }) => `${mend}.`,
    repair: ({ mend }) =>
      mend.includes('fetch-depth: 2')
        ? {
            language: 'yaml',
            text: '- uses: actions/checkout@v5\n  with:\n    fetch-depth: 2\n    persist-credentials: false',
          }
        : undefined,
  },
  'path-missing': {
    severity: 'error',
    blocks: 'unknown',
    proof: 'round-trip',
    title: ({ folder }) => `there is no folder ${mark(folder)}`,
    seen: ({ folder, got }) => `expected a folder with migrations at ${mark(folder)}, got ${got}.`,
    hurts: () => NOTHING_PROVEN,
    mend: () => 'give the folder by the input `path`, or by `migrations.path` in .github/shipgate.yml.',
  },
  'no-migrations': {
    severity: 'error',
    blocks: 'unknown',
    proof: 'round-trip',
    title: ({ folder }) => `${mark(folder)} holds no migration`,
    seen: ({ seen }) => (seen.length === 0 ? 'the folder is empty.' : `seen there: ${seen.map(mark).join(', ')}.`),
    hurts: () => NOTHING_PROVEN,
    mend: ({ hint }) =>
      hint ?? 'give the right folder by the input `path`; docs/layouts.md says which names each tool reads.',
  },
  'file-unreadable': {
    severity: 'error',
    blocks: 'unknown',
    proof: 'round-trip',
    title: ({ place }) => `${mark(place.file)} cannot be read`,
    seen: ({ why }) => `expected a UTF-8 text, got ${why}.`,
    hurts: () => 'nobody knows what it does, nor what the migrations after it stand on.',
    mend: () => 'save it as a plain UTF-8 file that everybody may read.',
  },
  'layout-ambiguous': {
    severity: 'error',
    blocks: 'unknown',
    proof: 'round-trip',
    title: ({ candidates }) => `the files could be those of ${candidates.map(({ tool }) => tool).join(' or ')}`,
    seen: ({ candidates }) => `${candidates.map(({ tool, why }) => `${tool}: ${mark(why)}`).join('; ')}.`,
    hurts: () => 'each tool orders, pairs and runs files in its own way; a guess would prove something else.',
    mend: ({ candidates }) => `say which by the input \`tool\`, such as \`${candidates[0]?.tool}\`.`,
  },
  'base-fails': {
    severity: 'error',
    blocks: 'unknown',
    proof: 'round-trip',
    title: ({ migration, error }) =>
      `the old migration ${mark(migration)} does not run on a new database${atObject(error)}`,
    seen: ({ error }) => tellError(error),
    hurts: () => `without it there is no base to try this change on; ${NOTHING_PROVEN}`,
    mend: () => 'bring what it expects (roles, extensions, tables of others) by the input `setup`.',
  },
  'setup-fails': {
    severity: 'error',
    blocks: 'unknown',
    proof: 'round-trip',
    title: () => 'the setup does not run',
    seen: ({ error }) => tellError(error),
    hurts: () => `without it no database can be made ready; ${NOTHING_PROVEN}`,
    mend: () => 'change the SQL that the input `setup` names.',
  },
  'engine-failed': {
    severity: 'error',
    blocks: 'unknown',
    proof: 'round-trip',
    title: () => 'PostgreSQL gave up',
    seen: ({ message }) => `the engine says ${mark(message)}.`,
    hurts: () => NOTHING_PROVEN,
    mend: ({ mend }) => `${mend}.`,
  },
  'nothing-new': {
    severity: 'note',
    proof: null,
    title: () => 'no migration changed',
    seen: ({ folder, total, base }) =>
      `${mark(folder)} holds ${counted(total, 'migration')}, all as in the base (${mark(base)}).`,
    hurts: () => 'nothing.',
    mend: () => 'nothing to do; `scope: all` proves the whole history.',
  },
};
