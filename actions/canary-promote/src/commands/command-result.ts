/** What is told of a command: where the rollout stands, and what was done. Pure. */
import type { GateContext, GateResult } from '@shipgate/kit/gate';
import { code, md, type Text, table } from '@shipgate/kit/report/markdown';
import { mark } from '@shipgate/kit/report/sentence';
import type { Proof } from '@shipgate/schemas';
import type { Configuration } from '../configuration.ts';
import { Course } from '../course.ts';
import type { Finding } from '../findings.ts';
import { subjectFor } from '../head.ts';
import type { Command } from '../inputs.ts';
import { preflight } from '../preflight.ts';
import { weight as percent } from '../reasons/numbers.ts';
import { sceneOf } from '../reasons/scene.ts';
import { tellFinding } from '../reasons.ts';
import type { MoveCause, RolloutRecord } from '../steering/record.ts';
import type { TrafficTrouble } from '../steering/router.ts';
import type { RouterKind } from '../steering/traffic.ts';
import type { Told } from '../told.ts';

export interface CommandTold {
  readonly command: Command;
  readonly configuration: Configuration;
  readonly router: { readonly kind: RouterKind; readonly object: string };
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** As it is now; undefined: no rollout of ours. */
  readonly record: RolloutRecord | undefined;
  /** Percent that the canary has; null: not known. */
  readonly weight: number | null;
  readonly trouble?: { readonly code: TrafficTrouble; readonly detail: string };
  /** The step that was let go on, counted from 0. */
  readonly approved?: number;
  /** The traffic was to be taken back. */
  readonly back?: { readonly cause: MoveCause; readonly by: string };
  /** Who holds the lock, and is alive. */
  readonly alive?: string;
}

export function commandResult(told: CommandTold, { host, docs }: GateContext): GateResult {
  const findings = findingsOf(told);
  const around = toldAround(told, findings);
  const reasons = findings.map((finding) => tellFinding(finding, around, sceneOf(around), docs));
  const { router, record, weight, command } = told;
  return {
    reasons,
    proofs: [proofOf(told)],
    subject: subjectFor(host, told.configuration),
    headline: headlineOf(told),
    evidence: {
      command,
      router: { ...router, before: record?.safeWeight ?? null, after: weight },
      ...(record === undefined ? {} : { rollout: record }),
    },
    view: {
      lead: leadOf(told),
      tables: record === undefined ? [] : [movesTable(record)],
      footer: [router.object, md`plan ${code(told.configuration.planHash.slice(0, 7))}`],
      terminal: { conclusion: headlineOf(told) },
      outputs: { decision: around.decision.action, weight: weight ?? 0 },
    },
  };
}

function findingsOf({ trouble, back, record, weight, command }: CommandTold): readonly Finding[] {
  const at = { weight: record?.from ?? weight ?? 0, after: 0 };
  const troubles: readonly Finding[] = trouble === undefined ? [] : [{ ...trouble, ...at, found: weight }];
  if (back !== undefined && record !== undefined) {
    const isBack = weight === record.safeWeight;
    const taken: Finding = { code: 'taken-back', ...at, ...back };
    if (isBack) return [taken, ...troubles];
    const detail = trouble?.detail ?? 'it had not arrived when the command ended';
    return [
      { code: 'rollback-incomplete', ...at, found: weight, target: record.safeWeight, detail },
      taken,
      ...troubles,
    ];
  }
  const last = record?.log.at(-1);
  const isOver = record?.state === 'rolled-back' || record?.state === 'soak-breached';
  if (command === 'status' && isOver && last !== undefined)
    return [{ code: 'taken-back', weight: last.from, after: 0, cause: last.cause, by: null }, ...troubles];
  if (record === undefined && (command === 'approve' || command === 'abort') && trouble === undefined)
    return [{ code: 'no-rollout', ...at }];
  return troubles;
}

/** The state as the reasons and the outcome read it. */
export function toldAround(told: CommandTold, findings: readonly Finding[]): Told {
  const { configuration, at, router } = told;
  const { plan, planHash, names } = configuration;
  const ready = preflight(plan, []);
  const action =
    told.back !== undefined || findings.some(({ code: each }) => each === 'taken-back' || each === 'soak-breached')
      ? 'rollback'
      : 'stop';
  return {
    plan,
    planHash,
    preflight: ready,
    course: new Course(plan, ready.ground),
    decision: { action, at, findings, logE: 0 },
    names: { canary: names.canary ?? told.record?.canary, stable: names.stable ?? told.record?.stable },
    subject: {},
    source: '',
    router: { ...router, before: told.record?.safeWeight ?? 0, rollout: told.record?.id ?? '' },
    samples: null,
    dryRun: false,
  };
}

/** What the command was for. A rollout that goes on is no proof of anything. */
function proofOf(told: CommandTold): Proof {
  const { command, record, approved, back, alive, trouble } = told;
  const proof = (name: string, outcome: Proof['outcome'], seen: string): Proof => ({
    name,
    required: true,
    outcome,
    seen,
  });
  if (trouble !== undefined) return proof('state of the rollout', 'not-proven', 'it is not known');
  if (command === 'approve')
    return approved === undefined
      ? proof('consent', 'not-proven', 'no step waits for it')
      : proof('consent', 'pass', `step ${approved + 1} of the plan may go on`);
  if (back !== undefined) return proof('all steps', 'fail', 'taken back');
  if (command === 'reap' && alive !== undefined) return proof('no dead run', 'pass', 'the run renews its lock');
  if (record === undefined)
    return proof('no open rollout', command === 'abort' ? 'not-proven' : 'pass', 'there is none');
  // Whoever pulled the brake must not read a pass where nothing was done.
  if (command === 'abort') return proof('way back', 'not-proven', 'nothing was taken back');
  if (record.state === 'promoted' || record.state === 'soaked') return proof('all steps', 'pass', 'all are done');
  if (record.state === 'running' || record.state === 'held')
    return proof('all steps', 'not-proven', `${record.state} at ${percent(record.weight)}`);
  return proof('all steps', command === 'status' ? 'fail' : 'pass', 'it was taken back');
}

function headlineOf(told: CommandTold): string {
  const { record, weight, approved, back, alive, trouble, command } = told;
  const name = record?.canary === undefined ? 'the canary' : mark(record.canary);
  const has = weight === null ? 'nobody knows what the canary has' : `${name} has ${percent(weight)}`;
  if (back !== undefined) {
    const isBack = weight === record?.safeWeight;
    return isBack ? `${name} was taken back, it has ${percent(weight ?? 0)}` : `${name} is not taken back, ${has}`;
  }
  if (trouble !== undefined) return `the rollout cannot be read, ${has}`;
  if (approved !== undefined) return `${name} may go on from ${percent(record?.weight ?? 0)} when that is proven`;
  if (alive !== undefined) return `nothing to take over, the run is alive, ${has}`;
  if (record === undefined) return `no rollout is under way, ${has}`;
  return `${states[record.state]}, ${has}${command === 'approve' ? ', and no step waits' : command === 'abort' ? ', and nothing was taken back' : ''}`;
}

const states = {
  running: 'the rollout goes on',
  held: 'the rollout is held',
  promoted: 'the rollout is promoted',
  'rolled-back': 'the rollout was taken back',
  soaked: 'the rollout is over, its soak too',
  'soak-breached': 'the soak was breached',
} as const;

function leadOf({ record, router }: CommandTold): Text {
  if (record === undefined) return md`${router.object} holds no record of a rollout.`;
  const run = record.run === undefined ? '' : ` The run that wrote it last: ${record.run}`;
  return md`${router.object}: plan ${code(record.planHash.slice(0, 7))}, epoch ${record.epoch}.${run}`;
}

function movesTable({ log, approvals }: RolloutRecord): Text {
  const clock = (at: number) => `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
  const rows = log.map(({ step, from, weight, cause, asked }) => [
    clock(asked),
    `${step + 1}`,
    `${percent(from)} to ${percent(weight)}`,
    cause,
    approvals.find((each) => each.step === step)?.by ?? '',
  ]);
  return table(['Asked', 'Step', 'Weight', 'Why', 'Let on by'], rows);
}
