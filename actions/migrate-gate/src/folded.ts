/** The folded sections of the summary: the way back, the noise, and a baseline to copy. Pure. */
import { fencedBlock } from '@shipgate/kit/escape';
import { code, table } from '@shipgate/kit/report/markdown';
import { mark } from '@shipgate/kit/report/sentence';
import type { FoldedSection } from '@shipgate/kit/report/view';
import { counted } from '@shipgate/kit/verdict';
import type { MigrateGateEvidence } from '@shipgate/schemas';
import { describeDifference } from './catalog/describe.ts';
import type { Facts, KnownFault } from './facts.ts';
import type { Judged } from './judge.ts';
import { subjectOf } from './judge.ts';

/** Rows of a table beyond which clean migrations are counted, not listed: a summary has 1 MiB. */
export const MOST_ROWS = 60;

export interface FoldedInput {
  readonly facts: Facts;
  readonly judged: readonly Judged[];
  readonly evidence: MigrateGateEvidence;
}

export function foldedSections({ facts, judged, evidence }: FoldedInput): readonly FoldedSection[] {
  const plan = facts.engine === null ? [] : planSection(evidence.plan ?? []);
  return [...plan, ...noiseSection(facts), ...(facts.scope === 'all' ? baselineSection(judged) : [])];
}

function planSection(plan: NonNullable<MigrateGateEvidence['plan']>): readonly FoldedSection[] {
  if (plan.length === 0 || plan.length > MOST_ROWS) return [];
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

function noiseSection({ alone }: Facts): readonly FoldedSection[] {
  const noise = alone.flatMap(({ step, afterDown }) =>
    afterDown.filter((difference) => difference.noise !== null).map((difference) => ({ step, difference })),
  );
  if (noise.length === 0) return [];
  const rows = noise
    .slice(0, MOST_ROWS)
    .map(({ step, difference }) => [code(step.entry.id), describeDifference(difference, mark), difference.noise ?? '']);
  return [
    {
      title: `${counted(noise.length, 'difference')} that only noise explains`,
      body: table(['Migration', 'After down', 'Noise'], rows),
    },
  ];
}

/** For whoever adopts the gate on an old history: the faults of today as a file that lets them pass. */
function baselineSection(judged: readonly Judged[]): readonly FoldedSection[] {
  const known = judged
    .filter(({ blocks }) => blocks === 'fail')
    .flatMap(({ finding }): readonly KnownFault[] => {
      const migration = subjectOf(finding);
      return migration === undefined ? [] : [{ migration, code: finding.code }];
    });
  if (known.length === 0) return [];
  const each = new Map(known.map((fault) => [`${fault.code} ${fault.migration}`, fault]));
  const text = JSON.stringify({ version: 1, known: [...each.values()] }, null, 2);
  return [{ title: 'As a baseline, to block new faults only', body: { markdown: fencedBlock(text, 'json') } }];
}
