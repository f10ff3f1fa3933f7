/** What people see of a verdict besides its reasons: lead, tables, rollback plan. Pure. */
import type { Markdown, Text } from '@shipgate/kit/report/markdown';
import { bold, code, table } from '@shipgate/kit/report/markdown';
import { mark } from '@shipgate/kit/report/sentence';
import type { FoldedSection, ReportView } from '@shipgate/kit/report/view';
import { counted, grouped } from '@shipgate/kit/verdict';
import type { MigrateGateEvidence, MigrationEvidence } from '@shipgate/schemas';
import { describeDifference } from './catalog/describe.ts';
import type { Facts, Policy } from './facts.ts';
import type { Judged } from './judge.ts';
import { comparedObjects } from './proofs.ts';

/** Rows of the table beyond which clean migrations are counted, not listed: a summary has 1 MiB. */
const MOST_ROWS = 60;

export interface Shown {
  readonly facts: Facts;
  readonly judged: readonly Judged[];
  readonly evidence: MigrateGateEvidence;
  readonly policy: Policy;
  readonly dryRun: boolean;
}

export function headlineOf({ facts, judged, dryRun }: Shown): string {
  const faults = judged.filter(({ blocks }) => blocks === 'fail').length;
  if (faults > 0) return `${counted(faults, 'fault')} ${faults === 1 ? 'blocks' : 'block'} this change`;
  if (judged.some(({ blocks }) => blocks === 'unknown')) return 'not proven, so it blocks';
  if (dryRun) return 'a dry run proves nothing';
  if (facts.batch.length === 0) return 'nothing new, no migration changed';
  const verb = facts.batch.length === 1 ? 'goes up, comes down and goes up again' : 'go up, come down and go up again';
  return `${counted(facts.batch.length, 'migration')} ${verb}`;
}

export function viewOf(shown: Shown): ReportView {
  const { facts, judged } = shown;
  const faults = judged.filter(({ blocks }) => blocks !== 'no').length;
  const warnings = judged.length - faults;
  return {
    lead: leadOf(shown),
    tables: facts.batch.length === 0 ? [] : [migrationTable(shown.evidence)],
    folded: [...planSection(shown), ...noiseSection(shown), ...baselineSection(shown)],
    footer: footerOf(facts),
    terminal: { notes: [], conclusion: conclusionOf(shown, faults, warnings) },
    outputs: { migrations: facts.batch.length, total: facts.all.length },
  };
}

function leadOf({ facts, judged, dryRun }: Shown): Text {
  if (dryRun) return `These ${facts.batch.length} migrations would be proven. No database was started.`;
  if (facts.engine === null) {
    const nothing = facts.found.some(({ code: reason }) => reason === 'nothing-new');
    return nothing ? `All ${grouped(facts.all.length)} migrations are as in the base; no database was needed.` : 'No migration was run.';
  }
  const migrations = `${counted(facts.batch.length, facts.scope === 'new' ? 'new migration' : 'migration')}`;
  const objects = comparedObjects(facts);
  if (judged.every(({ blocks }) => blocks === 'no')) {
    return `${migrations} ran up, down and up again. After down, all ${grouped(objects)} schema objects are as before. Rows are not compared, and locks are not traced by this version.`;
  }
  return `${migrations} looked at on PostgreSQL ${facts.engine.version}. Every fault found is listed, the worst first.`;
}

const runGlyph = { ok: '✅', failed: '❌', 'timed-out': '❌', missing: '❌', 'not-run': '–' } as const;

function migrationTable({ migrations }: MigrateGateEvidence): Markdown {
  const clean = (migration: MigrationEvidence) => migration.status === 'clean' || migration.status === 'noise';
  const shown = migrations.length <= MOST_ROWS ? migrations : migrations.filter((migration) => !clean(migration)).slice(0, MOST_ROWS);
  const rows = shown.map((migration) => {
    const name = code(`${migration.version}_${migration.name}`);
    return [
      clean(migration) ? name : bold(name),
      ...[migration.up, migration.down, migration.reup].map(({ outcome }) => runGlyph[outcome]),
      schemaCell(migration),
      clean(migration) ? migration.status : bold(migration.status),
    ];
  });
  const rest = migrations.length - shown.length;
  const more = rest > 0 ? [[`${counted(rest, 'more migration')}, not shown`]] : [];
  const runs = ['up', 'down', 'up'].map((title) => ({ title, align: 'center' as const }));
  return table(['Migration', ...runs, 'Schema', 'Status'], [...rows, ...more]);
}

function schemaCell({ schema, down }: MigrationEvidence): string {
  if (down.outcome !== 'ok') return 'not known';
  const real = schema.filter(({ noise }) => noise === null);
  if (real.length > 0) return counted(real.length, 'difference');
  return schema.length > 0 ? 'same, but for noise' : 'same';
}

function planSection({ evidence, facts }: Shown): readonly FoldedSection[] {
  const plan = evidence.plan ?? [];
  if (facts.engine === null || plan.length === 0 || plan.length > MOST_ROWS) return [];
  const total = plan.reduce((sum, { durationMs = 0 }) => sum + durationMs, 0);
  const rows = plan.map(({ file, outcome, durationMs }, index) => [
    String(index + 1),
    code(file),
    outcome === 'ok' ? 'ran' : outcome,
    durationMs === undefined ? '–' : `${Math.round(durationMs)} ms`,
  ]);
  const order = { title: 'Order', align: 'right' as const };
  const took = { title: 'Took here', align: 'right' as const };
  return [
    {
      title: `Rollback plan as rehearsed: ${counted(plan.length, 'down')}, ${Math.round(total)} ms on empty tables`,
      body: table([order, 'Down', 'Outcome', took], rows),
    },
  ];
}

function noiseSection({ facts }: Shown): readonly FoldedSection[] {
  const noise = facts.alone.flatMap(({ step, afterDown }) =>
    afterDown.filter((difference) => difference.noise !== null).map((difference) => ({ step, difference })),
  );
  if (noise.length === 0) return [];
  const rows = noise
    .slice(0, MOST_ROWS)
    .map(({ step, difference }) => [code(step.entry.id), describeDifference(difference, mark), difference.noise ?? '']);
  return [{ title: `${counted(noise.length, 'difference')} that only noise explains`, body: table(['Migration', 'After down', 'Noise'], rows) }];
}

/** For whoever adopts the gate on an old history: the faults of today as a file that lets them pass. */
function baselineSection({ facts, judged }: Shown): readonly FoldedSection[] {
  const open = judged.filter(({ blocks }) => blocks === 'fail').map(({ finding }) => finding);
  if (facts.scope !== 'all' || open.length === 0) return [];
  const known = open.flatMap((finding) => ('migration' in finding ? [{ migration: finding.migration, code: finding.code }] : []));
  const text = JSON.stringify({ version: 1, known }, null, 2);
  return [{ title: 'As a baseline, to block new faults only', body: { markdown: `\`\`\`json\n${text.replaceAll('```', '')}\n\`\`\`` } }];
}

function footerOf(facts: Facts): readonly Text[] {
  if (facts.engine === null) return ['no engine started'];
  return [`PostgreSQL ${facts.engine.version} ${facts.engine.kind}`];
}

function conclusionOf({ facts, judged }: Shown, faults: number, warnings: number): string {
  const migrations = counted(facts.batch.length, 'migration');
  if (faults === 0) return facts.batch.length === 0 ? 'nothing new' : `${migrations} proven`;
  const blocking = judged.some(({ blocks }) => blocks === 'fail') ? counted(faults, 'fault') : 'not proven';
  return `${blocking}${warnings > 0 ? `, ${counted(warnings, 'warning')}` : ''} in ${migrations}`;
}
