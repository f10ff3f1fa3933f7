/** One finding of every code, all of its outside texts given. */
import type { Difference } from '../catalog/compare.ts';
import type { FindingOf, ReasonCode, WayBackFinding } from '../findings.ts';

/** What comes from outside: names, SQL, messages. */
export interface Outside {
  readonly name: string;
  /** Path of a file. */
  readonly file: string;
  readonly text: string;
}

type Findings<Codes extends ReasonCode = ReasonCode> = { readonly [Code in Codes]: FindingOf<Code> };

export function everyFinding(outside: Outside): Findings {
  return { ...wayBackFindings(outside), ...readFindings(outside), ...groundFindings(outside) };
}

type Ground =
  | 'base-unreachable'
  | 'no-migrations'
  | 'path-missing'
  | 'file-unreadable'
  | 'layout-ambiguous'
  | 'base-fails'
  | 'setup-fails'
  | 'engine-failed'
  | 'policy-changed'
  | 'nothing-new';

/** What every finding is made of. */
function partsOf({ name, file, text }: Outside) {
  const place = { file, line: 1, column: 1, excerpt: text };
  const error = { message: text, sqlState: '42P01', detail: text, hint: text, object: name };
  return { place, of: { migration: name, place }, error, migrations: [name, name] };
}

function wayBackFindings(outside: Outside): Findings<WayBackFinding['code']> {
  const { name, text } = outside;
  const { of, error, migrations } = partsOf(outside);
  const attributes = [{ name: 'definition', expected: text, got: text.toUpperCase() }];
  const gone = [{ name: 'definition', expected: text, got: null }];
  const differences: readonly Difference[] = [
    { class: 'trigger', object: `${name} on ${name}`, change: 'gone', attributes: gone, noise: null },
    { class: 'type', object: name, change: 'new', attributes: [], noise: null },
    { class: 'view', object: name, change: 'changed', attributes, noise: null },
  ];
  return {
    'up-fails': { code: 'up-fails', ...of, error },
    'down-fails': { code: 'down-fails', ...of, error },
    're-up-fails': { code: 're-up-fails', ...of, error },
    'timed-out': { code: 'timed-out', ...of, direction: 'down', limitMs: 120_000 },
    'connection-lost': { code: 'connection-lost', ...of, direction: 'up', error },
    'transaction-left-open': { code: 'transaction-left-open', ...of, direction: 'second up' },
    drift: { code: 'drift', ...of, differences, migrations },
    're-up-differs': { code: 're-up-differs', ...of, differences, migrations: [name] },
    'noop-down': { code: 'noop-down', ...of, differences },
    'no-down': { code: 'no-down', ...of },
    'empty-down': { code: 'empty-down', ...of, differences },
  };
}

function readFindings(outside: Outside): Findings<Exclude<ReasonCode, WayBackFinding['code'] | Ground>> {
  const { name, file, text } = outside;
  const { place, of, error, migrations } = partsOf(outside);
  const unreadable = { expected: 'a number', tool: 'goose', place };
  return {
    'not-reversible-alone': { code: 'not-reversible-alone', ...of, why: { code: 'down-fails', ...of, error } },
    'only-in-group': { code: 'only-in-group', ...of, group: migrations },
    'not-reached': { code: 'not-reached', migrations, after: name, place },
    'edited-migration': { code: 'edited-migration', ...of },
    'removed-migration': { code: 'removed-migration', ...of, renamed: name },
    'edited-down': { code: 'edited-down', ...of },
    'out-of-order': { code: 'out-of-order', ...of, latest: name, consequence: 'skipped', tool: 'goose' },
    'duplicate-version': { code: 'duplicate-version', version: name, files: [file, file], place },
    'down-without-up': { code: 'down-without-up', version: name, place },
    'refused-name': { code: 'refused-name', ...unreadable },
    'skipped-name': { code: 'skipped-name', ...unreadable },
    'not-sql': { code: 'not-sql', ...unreadable },
    'script-refused': { code: 'script-refused', ...unreadable, got: text },
    'repeatable-not-proven': { code: 'repeatable-not-proven', files: [file, file, file, file], place },
    'allowance-malformed': { code: 'allowance-malformed', expected: 'reason="…"', got: text, place },
    'allowance-expired': { code: 'allowance-expired', allowed: 'drift', expires: '2026-11-19', place },
  };
}

function groundFindings(outside: Outside): Findings<Ground> {
  const { file, text } = outside;
  const { place, of, error } = partsOf(outside);
  return {
    'base-unreachable': {
      code: 'base-unreachable',
      expected: 'a commit',
      got: 'a checkout of 1 commit',
      mend: 'set fetch-depth: 2 of actions/checkout',
    },
    'no-migrations': { code: 'no-migrations', folder: file, seen: [file], hint: null },
    'path-missing': { code: 'path-missing', folder: file, got: 'a file' },
    'file-unreadable': { code: 'file-unreadable', why: 'a folder', place },
    'layout-ambiguous': {
      code: 'layout-ambiguous',
      folder: file,
      candidates: [
        { tool: 'goose', why: text },
        { tool: 'dbmate', why: text },
      ],
    },
    'base-fails': { code: 'base-fails', ...of, error },
    'setup-fails': { code: 'setup-fails', error, place },
    'engine-failed': { code: 'engine-failed', message: text, mend: 'free some memory' },
    'policy-changed': { code: 'policy-changed', keys: ['required'], place },
    'nothing-new': { code: 'nothing-new', folder: file, total: 2, base: text },
  };
}
