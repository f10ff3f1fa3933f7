/** What people see of a verdict besides its reasons: headline, lead, tables, last line. Pure. */
import type { Markdown, Text } from '@shipgate/kit/report/markdown';
import { bold, code, table } from '@shipgate/kit/report/markdown';
import { headAndBase } from '@shipgate/kit/report/summary';
import type { ReportView } from '@shipgate/kit/report/view';
import { counted, grouped } from '@shipgate/kit/verdict';
import type { MigrateGateEvidence, MigrationEvidence, Outcome, Proof, Subject } from '@shipgate/schemas';
import type { Facts } from './facts.ts';
import { foldedSections, MOST_ROWS } from './folded.ts';
import type { Judged } from './judge.ts';
import { comparedObjects } from './proofs.ts';

export interface Shown {
  readonly facts: Facts;
  readonly judged: readonly Judged[];
  readonly proofs: readonly Proof[];
  readonly evidence: MigrateGateEvidence;
  readonly subject: Subject;
  readonly outcome: Outcome;
  readonly dryRun: boolean;
}

export function headlineOf(shown: Shown): string {
  const { judged, outcome, dryRun } = shown;
  const faults = judged.filter(({ blocks }) => blocks === 'fail').length;
  if (outcome === 'fail') return `${counted(faults, 'fault')} ${faults === 1 ? 'blocks' : 'block'} this change`;
  if (outcome === 'unknown') return dryRun ? 'a dry run proves nothing' : 'not proven, so it blocks';
  return hasNothingNew(shown) ? 'nothing new, no migration changed' : tellTrip(shown);
}

export function viewOf(shown: Shown): ReportView {
  const { facts, evidence } = shown;
  return {
    lead: leadOf(shown),
    tables: evidence.migrations.length === 0 ? [] : [migrationTable(evidence)],
    folded: foldedSections(shown),
    footer: footerOf(shown),
    terminal: { notes: [], conclusion: conclusionOf(shown) },
    outputs: { migrations: facts.batch.length, total: facts.all.length },
  };
}

function hasNothingNew({ facts }: Shown): boolean {
  return facts.found.some((finding) => finding.code === 'nothing-new');
}

function isClean({ status }: MigrationEvidence): boolean {
  return status === 'clean' || status === 'noise';
}

/** "3 migrations go up, come down and go up again"; of some that do not, how many, and how many of those are allowed not to. */
function tellTrip({ evidence: { migrations } }: Shown): string {
  const clean = migrations.filter(isClean).length;
  const allowed = migrations.filter(({ status }) => status === 'allowed').length;
  const verb = clean === 1 ? 'goes up, comes down and goes up again' : 'go up, come down and go up again';
  if (clean === migrations.length) return `${counted(clean, 'migration')} ${verb}`;
  const rest = allowed === 0 ? '' : `, ${allowed} ${allowed === 1 ? 'is' : 'are'} allowed not to`;
  return `${grouped(clean)} of ${counted(migrations.length, 'migration')} ${verb}${rest}`;
}

function leadOf(shown: Shown): Text {
  const { facts, outcome, evidence } = shown;
  const { migrations } = evidence;
  if (facts.engine === null || migrations.length === 0) return leadWithoutEngine(shown);
  const clean = migrations.every(isClean);
  if (clean && outcome === 'pass') {
    const noise = migrations.some(({ status }) => status === 'noise') ? ', but for noise, which is listed below' : '';
    const objects = grouped(comparedObjects(facts));
    return `${told(shown)} ran up, down and up again. After down, all ${objects} schema objects are as before${noise}. Rows are not compared, and locks are not traced by this version.`;
  }
  if (clean)
    return `${told(shown)} ran up, down and up again, and the schema is as before. What is wrong besides is listed, the worst first.`;
  const ran = migrations.every(({ up, down, reup }) => [up, down, reup].every((run) => run.outcome === 'ok'));
  const differs = [evidence.batch, ...migrations].some((each) => each?.schema.some(({ noise }) => noise === null));
  if (ran && differs)
    return `${told(shown)} ran up, down and up again without an error, but the schema differs afterwards.`;
  return `${tellTrip(shown)}. Every fault found is listed, the worst first.`;
}

function leadWithoutEngine(shown: Shown): string {
  const { facts, dryRun } = shown;
  if (hasNothingNew(shown)) {
    const total = facts.all.length;
    return `${total === 1 ? 'The only migration is' : `All ${grouped(total)} migrations are`} as in the base; no database was needed.`;
  }
  if (!dryRun) return 'No migration was run.';
  return `${told(shown)} would be proven. No database was started.`;
}

/** "3 new migrations", "2 new migrations and 1 mended way down". */
function told({ facts, evidence }: Shown): string {
  const fresh = facts.batch.length;
  const mended = evidence.migrations.length - fresh;
  const parts = [
    ...(fresh === 0 && mended > 0 ? [] : [counted(fresh, facts.scope === 'new' ? 'new migration' : 'migration')]),
    ...(mended === 0
      ? []
      : [
          `${mended} ${mended === 1 ? 'old migration whose way down was' : 'old migrations whose ways down were'} edited`,
        ]),
  ];
  return parts.join(' and ');
}

const glyphs = { ok: '✅', failed: '❌', 'timed-out': '❌', missing: '❌', 'not-run': '–' } as const;

function migrationTable({ migrations }: MigrateGateEvidence): Markdown {
  const listed =
    migrations.length <= MOST_ROWS
      ? migrations
      : migrations.filter((migration) => !isClean(migration)).slice(0, MOST_ROWS);
  const left = migrations.filter((migration) => !listed.includes(migration));
  const rest = left.length === 0 ? [] : [[tellRest(left)]];
  const runs = ['up', 'down', 'up'].map((title) => ({ title, align: 'center' as const }));
  return table(['Migration', ...runs, 'Schema', 'Status'], [...listed.map(migrationRow), ...rest]);
}

function migrationRow(migration: MigrationEvidence): readonly Text[] {
  const { version, name, up, down, reup } = migration;
  const shown = code(name === '' ? version : `${version}_${name}`);
  const status = statusCell(migration);
  return [
    isClean(migration) ? shown : bold(shown),
    ...[up, down, reup].map(({ outcome }) => glyphs[outcome]),
    schemaCell(migration),
    isClean(migration) ? status : bold(status),
  ];
}

function tellRest(left: readonly MigrationEvidence[]): string {
  const clean = left.filter(isClean).length;
  if (clean === left.length) return `${counted(clean, 'clean migration')}, not listed`;
  return `${counted(left.length, 'more migration')}, not listed, ${grouped(clean)} of them clean`;
}

function statusCell({ status, alone, group }: MigrationEvidence): string {
  if (group !== undefined) return `${status} in a group of ${group.length}`;
  return status === 'clean' && alone === 'not-reversible' ? 'clean, but not alone' : status;
}

function schemaCell({ status, schema, down }: MigrationEvidence): string {
  if (status === 'clean') return 'same';
  if (down.outcome !== 'ok') return 'not known';
  const real = schema.filter(({ noise }) => noise === null);
  if (real.length > 0) return counted(real.length, 'difference');
  return schema.length > 0 ? 'same, but for noise' : 'same';
}

function footerOf({ facts, subject }: Shown): readonly Text[] {
  const engine =
    facts.engine === null ? 'no engine started' : `PostgreSQL ${facts.engine.version} ${facts.engine.kind}`;
  if (facts.scope === 'new') return [engine, headAndBase(subject)];
  return subject.commit === undefined ? [engine] : [engine, `head \`${subject.commit.slice(0, 7)}\``];
}

function conclusionOf(shown: Shown): string {
  const { judged, outcome, evidence, dryRun } = shown;
  if (outcome === 'pass') return hasNothingNew(shown) ? 'nothing new' : tellProven(shown);
  const faults = judged.filter(({ blocks }) => blocks === 'fail').length;
  const warnings = judged.filter(({ blocks, allowance }) => blocks === 'no' && allowance === undefined).length;
  const what = outcome === 'fail' ? counted(faults, 'fault') : dryRun ? 'a dry run proves nothing' : 'not proven';
  const more = warnings === 0 ? '' : `, ${counted(warnings, 'warning')}`;
  return `${what}${more}${evidence.migrations.length === 0 ? '' : ` in ${counted(evidence.migrations.length, 'migration')}`}`;
}

function tellProven({ evidence: { migrations } }: Shown): string {
  const clean = migrations.filter(isClean).length;
  return clean === migrations.length
    ? `${counted(clean, 'migration')} proven`
    : `${clean} of ${counted(migrations.length, 'migration')} proven`;
}
