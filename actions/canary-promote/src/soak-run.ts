/** A scheduled look at the hours behind a rollout: no runner waits a day. */
import type { GateContext, GateResult } from '@shipgate/kit/gate';
import { md } from '@shipgate/kit/report/markdown';
import { counted, grouped } from '@shipgate/kit/verdict';
import type { Proof, Reason } from '@shipgate/schemas';
import { toldAround } from './commands/command-result.ts';
import type { Configuration } from './configuration.ts';
import type { Finding } from './findings.ts';
import { subjectFor } from './head.ts';
import type { Soak } from './plan.ts';
import { partOf, span } from './reasons/numbers.ts';
import { sceneOf } from './reasons/scene.ts';
import { tellFinding } from './reasons.ts';
import { judgeSoak, type SoakSeen, soakPlan, soakWindows } from './soak.ts';
import type { Source } from './source.ts';
import { fence } from './steering/claim.ts';
import { Helm } from './steering/helm.ts';
import type { OpenRouter } from './steering/open-router.ts';
import type { RolloutRecord } from './steering/record.ts';
import type { Seen } from './steering/traffic.ts';
import type { Stratum } from './strata.ts';

export interface SoakRun {
  readonly configuration: Configuration;
  readonly soak: Soak;
  readonly router: OpenRouter;
  readonly seen: Seen;
  readonly record: RolloutRecord & { readonly soakUntil: number };
  readonly openSource: (configuration: Configuration) => Promise<Source>;
  readonly context: GateContext;
}

export async function soakRun(run: SoakRun): Promise<GateResult> {
  const { configuration, soak, record, openSource, context } = run;
  const plan = soakPlan(configuration.plan, soak);
  const { metrics, timer } = await openSource({ ...configuration, plan });
  const from = record.soakUntil - soak.duration * 1000;
  const now = Math.min(timer.now(), record.soakUntil);
  const strata: Stratum[] = [];
  for (const window of soakWindows(from, now)) {
    context.progress.note(`soak: counts from ${new Date(window.from).toISOString()}`);
    strata.push(await metrics.read(window, context.signal));
  }
  const judged = judgeSoak(soak, plan, strata);
  const isOver = timer.now() >= record.soakUntil;
  const isWhole = isWholeIn(run, judged);
  const state = judged.breaches.length > 0 ? 'soak-breached' : isOver && isWhole ? 'soaked' : undefined;
  if (state !== undefined) await close(run, state);
  return result(run, judged, { isOver, after: (now - from) / 1000, at: timer.now() });
}

/** Every piece was counted, there was something to count, and the canary has what the rollout left it. */
function isWholeIn({ seen, record }: Pick<SoakRun, 'seen' | 'record'>, { missing, requests }: SoakSeen): boolean {
  return missing === 0 && requests > 0 && seen.weight === record.weight;
}

async function close({ router, seen, record, context }: SoakRun, state: 'soaked' | 'soak-breached'): Promise<void> {
  const helm = new Helm(router.traffic, seen, { ...record, epoch: fence(record.epoch, record) }, true);
  await helm.close(state, undefined, context.signal);
}

interface Moment {
  readonly isOver: boolean;
  /** Seconds since the end of the rollout. */
  readonly after: number;
  readonly at: number;
}

function result(run: SoakRun, judged: SoakSeen, { isOver, after, at }: Moment): GateResult {
  const { configuration, router, seen, record, context } = run;
  const findings: readonly Finding[] = judged.breaches.map((breach) => ({
    code: 'soak-breached',
    weight: seen.weight,
    after,
    ...breach,
  }));
  const { kind, description: object } = router.traffic;
  const told = { command: 'status', configuration, router: { kind, object }, at, record, weight: seen.weight } as const;
  const around = toldAround(told, findings);
  const reasons: readonly Reason[] = findings.map((finding) =>
    tellFinding(finding, around, sceneOf(around), context.docs),
  );
  const headline = headlineOf(run, judged, isOver, after);
  return {
    reasons,
    proofs: [proofOf(run, judged, isOver, after)],
    subject: subjectFor(context.host, configuration),
    headline,
    evidence: {
      command: 'resume',
      router: { kind, object, before: record.safeWeight, after: seen.weight },
      soak: judged,
    },
    view: {
      lead: md`${grouped(judged.requests)} requests since the rollout ended, in ${counted(judged.pieces, 'piece')} of at most an hour.`,
      footer: [object],
      terminal: { conclusion: headline },
      outputs: { decision: reasons.length > 0 ? 'rollback' : 'finish', weight: seen.weight },
    },
  };
}

/** Unknown never passes: what could not be counted leaves a soak that is over unproven. One that goes on proves nothing yet. */
function proofOf(run: SoakRun, judged: SoakSeen, isOver: boolean, after: number): Proof {
  const { soak, record, seen: now } = run;
  const seen = `errors ${partOf({ requests: judged.requests, bad: judged.errors })} in ${span(after)} of ${span(soak.duration)}`;
  const gap =
    judged.missing === 0
      ? ''
      : `; ${judged.missing} of ${judged.pieces} pieces are not whole (${judged.why ?? 'no data'})`;
  const moved =
    now.weight === record.weight ? '' : `; the canary has ${now.weight} %, the rollout left ${record.weight} %`;
  if (judged.breaches.length > 0) return { name: 'soak', required: true, outcome: 'fail', seen };
  const isProven = isOver && isWholeIn(run, judged);
  return { name: 'soak', required: isOver, outcome: isProven ? 'pass' : 'not-proven', seen: `${seen}${gap}${moved}` };
}

function headlineOf(run: SoakRun, judged: SoakSeen, isOver: boolean, after: number): string {
  const { soak } = run;
  const { breaches } = judged;
  if (breaches.length > 0)
    return `the soak is breached after ${span(after)}: ${breaches.map(({ limit }) => limit).join(', ')}`;
  if (!isOver) return `the soak goes on, ${span(after)} of ${span(soak.duration)} within its limits`;
  return isWholeIn(run, judged)
    ? `the soak of ${span(soak.duration)} is over, within its limits`
    : 'the soak is over and not proven';
}
