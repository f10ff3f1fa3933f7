/** Three verdicts of migrate-gate as its parts, with what the gate adds for people. Example data: all of it is invented. */
import type { Location, Proof, Reason, Verdict } from '@shipgate/schemas';
import type { Host } from '../host.ts';
import { readHost } from '../host.ts';
import { buildVerdict } from '../verdict.ts';
import type { Text } from './markdown.ts';
import { bold, table } from './markdown.ts';
import { headAndBase } from './summary.ts';
import type { ReportView } from './view.ts';

const head = '9b41c7e2d05f8a63b1c4e7f09a2d5b8c6e3f1a70';
const base = '4c02d1a8e6b3f5970c1d2e3f4a5b6c7d8e9f0a1b';

export const githubHost: Host = readHost(
  {
    GITHUB_ACTIONS: 'true',
    GITHUB_REPOSITORY: 'acme/order-service',
    GITHUB_SHA: head,
    GITHUB_ACTION_REPOSITORY: 'OWNER/REPO',
    GITHUB_ACTION_REF: '3f1c9e0b7a5d4c2e8f6a1b0d9c7e5f3a2b4d6c81',
    GITHUB_WORKSPACE: '/workspace',
    RUNNER_TEMP: '/temp',
  },
  '/workspace',
);

export const terminalHost: Host = readHost({}, '/folder');

export interface Example {
  readonly verdict: Verdict;
  readonly view: ReportView;
}

const docs = (code: string) =>
  `https://github.com/OWNER/REPO/blob/3f1c9e0b7a5d4c2e8f6a1b0d9c7e5f3a2b4d6c81/docs/reasons/migrate-gate/${code}.md`;

export function reason(given: Partial<Reason> & { code: string }): Reason {
  const texts = { title: 'it is wrong', seen: 'a thing', hurts: 'a person', mend: 'do it' };
  return { severity: 'error', blocks: 'fail', ...texts, docs: docs(given.code), evidence: {}, ...given };
}

export function proof(name: string, required: boolean, outcome: Proof['outcome'], seen: string): Proof {
  return { name, required, outcome, seen };
}

export function verdictOf(parts: {
  reasons?: readonly Reason[];
  proofs?: readonly Proof[];
  headline?: string;
  commit?: string;
  base?: string | undefined;
  seconds?: number;
}): Verdict {
  const startedAt = new Date('2026-11-20T14:00:00Z');
  return buildVerdict({
    gate: 'migrate-gate',
    version: '1.0.0',
    subject: {
      repository: 'acme/order-service',
      commit: parts.commit ?? head,
      ...(parts.base === undefined ? {} : { base: parts.base }),
    },
    reasons: parts.reasons ?? [],
    proofs: parts.proofs ?? [],
    evidence: { scope: 'new', migrations: [], timings: {} },
    headline: parts.headline,
    codeOrder: ['drift', 'index-not-concurrent'],
    startedAt,
    finishedAt: new Date(startedAt.getTime() + (parts.seconds ?? 2.9) * 1000),
  });
}

const at = (file: string, line: number, endColumn?: number): Location => ({
  file,
  line,
  column: 1,
  ...(endColumn === undefined ? {} : { endColumn }),
});

const drift = reason({
  code: 'drift',
  title: '`down` loses a trigger',
  seen: 'after up and down, trigger `order_events_touch` on `order_events` is gone. Every command exited 0.',
  hurts: 'after a rollback the old release runs, and `order_events.updated_at` no longer changes.',
  mend: 'give the trigger back in `down`.',
  repair: {
    language: 'diff',
    text: [
      ' DROP TRIGGER order_events_set_updated ON order_events;',
      '+CREATE TRIGGER order_events_touch BEFORE UPDATE ON order_events',
      '+  FOR EACH ROW EXECUTE FUNCTION touch_order_events();',
    ].join('\n'),
  },
  location: at('migrations/0016_order_events_set_updated.down.sql', 1),
  excerpt: 'DROP TRIGGER order_events_set_updated ON order_events;',
});

const index = reason({
  code: 'index-not-concurrent',
  title: '`CREATE INDEX` blocks every write to `orders`',
  seen: 'lock SHARE on `orders`, held until commit.',
  hurts: 'INSERT, UPDATE and DELETE on `orders` wait for the whole build.',
  mend: 'build it beside the writers, alone in its file.',
  repair: {
    language: 'diff',
    text: [
      '-CREATE INDEX orders_status_idx ON orders (status);',
      '+CREATE INDEX CONCURRENTLY orders_status_idx ON orders (status);',
    ].join('\n'),
  },
  location: at('migrations/0015_orders_status_index.up.sql', 2, 13),
  excerpt: 'CREATE INDEX orders_status_idx ON orders (status);',
});

const lockTimeout = reason({
  code: 'lock-timeout-missing',
  severity: 'warning',
  blocks: 'no',
  title: '`lock_timeout` is not set in 0014',
  seen: '`ALTER TABLE orders ADD COLUMN priority` takes ACCESS EXCLUSIVE.',
  hurts: 'it would wait without limit behind a long query, and all other queries behind it.',
  mend: "`SET lock_timeout = '5s';` before it.",
  location: at('migrations/0014_orders_priority.up.sql', 1),
  excerpt: 'ALTER TABLE orders ADD COLUMN priority integer;',
});

const center = (title: string) => ({ title, align: 'center' as const });
const right = (title: string) => ({ title, align: 'right' as const });

function migrationTable(rows: readonly (readonly Text[])[]): Text {
  const columns = [
    'Migration',
    center('up'),
    center('down'),
    center('up'),
    'Schema',
    'Data',
    'Worst lock (up)',
    'Phase',
  ];
  return table(
    columns,
    rows.map(([name, schema, lock]) => [name ?? '', '✅', '✅', '✅', schema ?? '', 'same', lock ?? '', 'expand']),
  );
}

function planSection(took: string, rows: readonly (readonly Text[])[]) {
  const columns = [right('Order'), 'Down', 'Locks', right('Took here'), 'Loses'];
  const body = table(
    columns,
    rows.map((row, index) => [String(index + 1), ...row]),
  ).markdown;
  const note = 'Times are of 1,200 seeded rows. Production takes longer; the locks are the same.';
  return {
    title: `Rollback plan as rehearsed: 3 downs, ${took} here, nothing of the base lost`,
    body: { markdown: `${body}\n\n${note}` },
  };
}

const chain = proof('Whole history (chain)', false, 'not-proven', 'not asked for (`chain: true`)');
const redVerdict = verdictOf({
  base,
  reasons: [lockTimeout, index, drift],
  proofs: [
    proof('Round trip (batch)', true, 'pass', 'up, down, up: 9 of 9 runs without an error'),
    proof('Schema after down', true, 'fail', '1 of 214 objects differs'),
    proof('Data after down and up', true, 'pass', '1,200 rows, 17 columns same; 2 columns volatile, not compared'),
    proof('Lock trace', true, 'fail', '7 statements traced'),
    proof('Previous release', true, 'pass', '38 of 38 queries prepare with the same result types'),
    chain,
  ],
});

export const red: Example = {
  verdict: redVerdict,
  view: {
    lead: '3 new migrations run up, down and up again without an error, but the schema differs afterwards, and one statement blocks writes.',
    tables: [
      migrationTable([
        ['0014_orders_priority', 'same', 'ACCESS EXCLUSIVE on `orders`'],
        [bold('0015_orders_status_index'), 'same', bold('SHARE on `orders`, blocks writes')],
        [bold('0016_order_events_set_updated'), bold('1 trigger gone'), 'ACCESS EXCLUSIVE on `order_events`'],
      ]),
    ],
    folded: [
      planSection('31 ms', [
        ['0016_order_events_set_updated', 'ACCESS EXCLUSIVE on `order_events`', '6 ms', 'trigger `order_events_touch`'],
        ['0015_orders_status_index', 'ACCESS EXCLUSIVE on `orders`', '4 ms', 'nothing'],
        ['0014_orders_priority', 'ACCESS EXCLUSIVE on `orders`', '21 ms', 'values in new column `orders.priority`'],
      ]),
    ],
    footer: ['PostgreSQL 16.10 local', headAndBase(redVerdict.subject)],
    terminal: { conclusion: '2 faults, 1 warning in 3 migrations' },
  },
};

const greenVerdict = verdictOf({
  commit: 'e7730bd2d05f8a63b1c4e7f09a2d5b8c6e3f1a70',
  base,
  seconds: 4.1,
  headline: '3 migrations go up, come down and go up again',
  proofs: [
    proof('Round trip (batch)', true, 'pass', 'up, down, up: 9 of 9 runs without an error'),
    proof('Schema after down', true, 'pass', '214 of 214 objects same'),
    proof('Data after down and up', true, 'pass', '1,200 rows, 17 columns same; 2 columns volatile, not compared'),
    proof('Lock trace', true, 'pass', '8 statements traced, 0 rewrites, 0 full scans under a blocking lock'),
    proof('Previous release', true, 'pass', '38 of 38 queries prepare; 11 INSERTs executed'),
    proof(
      'Contention with a live writer',
      false,
      'pass',
      'index built beside 1 writer, longest wait of the writer 3 ms',
    ),
    chain,
  ],
});

export const green: Example = {
  verdict: greenVerdict,
  view: {
    lead: 'After down, all 214 schema objects and 1,200 seeded rows are as before. Nothing blocks reads or writes for longer than a catalog change. The previous release keeps running: 38 of 38 of its queries still work.',
    tables: [
      migrationTable([
        ['0014_orders_priority', 'same', 'ACCESS EXCLUSIVE on `orders`, no rewrite, no scan'],
        ['0015_orders_status_index', 'same', 'SHARE UPDATE EXCLUSIVE on `orders`, blocks no write'],
        ['0016_order_events_set_updated', 'same', 'ACCESS EXCLUSIVE on `order_events`, no rewrite, no scan'],
      ]),
    ],
    folded: [
      planSection('29 ms', [
        ['0016_order_events_set_updated', 'ACCESS EXCLUSIVE on `order_events`', '7 ms', 'nothing'],
        ['0015_orders_status_index', 'SHARE UPDATE EXCLUSIVE on `orders`', '4 ms', 'nothing'],
        ['0014_orders_priority', 'ACCESS EXCLUSIVE on `orders`', '18 ms', 'values in new column `orders.priority`'],
      ]),
    ],
    footer: ['PostgreSQL 16.10 local', headAndBase(greenVerdict.subject)],
    terminal: { conclusion: '3 migrations proven' },
  },
};

const unknownVerdict = verdictOf({
  seconds: 0.4,
  reasons: [
    reason({
      code: 'base-unreachable',
      blocks: 'unknown',
      title: 'The base commit is not in this checkout',
      seen: 'expected `HEAD^1`, got a checkout of 1 commit; deepening it failed and the API answered 403.',
      hurts: 'a gate that guessed would call old migrations new, or new ones old.',
      mend: 'fetch two commits.',
      repair: {
        language: 'diff',
        text: [
          ' - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0',
          '   with:',
          '+    fetch-depth: 2',
          '     persist-credentials: false',
        ].join('\n'),
      },
      location: at('.github/workflows/migrate-gate.yml', 20),
    }),
  ],
  proofs: [
    proof('Round trip, schema, data', true, 'not-proven', 'base unknown'),
    proof('Lock trace', true, 'not-proven', 'base unknown'),
    proof('Previous release', true, 'not-proven', 'base unknown'),
    proof('Static rules', false, 'pass', '16 files, 31 statements parsed, 0 faults'),
  ],
});

export const unknown: Example = {
  verdict: unknownVerdict,
  view: {
    lead: 'The base of this change could not be read, so nobody knows which migrations are new. No migration was run.',
    remark:
      'Not a fault of the migrations: nothing was found wrong, and nothing was found right. The job fails all the same (exit code 2).',
    footer: ['no engine started', headAndBase(unknownVerdict.subject)],
  },
};
