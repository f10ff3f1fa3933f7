/** The commands beside `run`: what a second job, a person or a schedule does with a rollout. */
import type { GateContext, GateResult } from '@shipgate/kit/gate';
import type { Host } from '@shipgate/kit/host';
import { ConfigurationError } from '@shipgate/schemas';
import { runUrl } from '../acting-run.ts';
import { machineTimer } from '../adapters/timer.ts';
import type { Configuration } from '../configuration.ts';
import type { Command } from '../inputs.ts';
import type { Timer } from '../ports.ts';
import { fence, type Held, isHalfBack } from '../steering/claim.ts';
import { decidedBefore, isGoingBack } from '../steering/decided.ts';
import { Helm, troubleOf } from '../steering/helm.ts';
import type { Lock } from '../steering/lock.ts';
import type { OpenRouter } from '../steering/open-router.ts';
import { isOpen, type MoveCause, type RolloutRecord } from '../steering/record.ts';
import { type Seen, TrafficError } from '../steering/traffic.ts';
import { takeBack } from '../steering/way-back.ts';
import { type CommandTold, commandResult } from './command-result.ts';

interface Order {
  readonly configuration: Configuration;
  readonly router: OpenRouter;
  readonly host: Host;
  readonly timer: Timer;
  readonly notes: (text: string) => void;
}

export async function carryOut(
  command: Command,
  configuration: Configuration,
  router: OpenRouter | undefined,
  context: GateContext,
  timer: Timer = machineTimer,
): Promise<GateResult> {
  if (router === undefined) throw withoutRouter(command, configuration);
  const { host, progress, signal } = context;
  const order = { configuration, router, host, timer, notes: (text: string) => progress.note(text) };
  try {
    return tell(order, context, command, await orders[command](order, signal));
  } catch (error) {
    if (!(error instanceof TrafficError) && !signal.aborted) throw error;
    return tell(order, context, command, { record: undefined, weight: null, trouble: troubleOf(error) });
  }
}

export type Done = Omit<CommandTold, 'command' | 'configuration' | 'router' | 'at'>;

function tell({ configuration, router, timer }: Order, context: GateContext, command: Command, done: Done): GateResult {
  const { kind, description: object } = router.traffic;
  const told = { ...done, command, configuration, router: { kind, object }, at: timer.now() };
  return commandResult(told, context);
}

const orders: Readonly<Record<Command, (order: Order, signal: AbortSignal) => Promise<Done>>> = {
  status,
  approve,
  abort,
  reap,
};

async function status({ router }: Order, signal: AbortSignal): Promise<Done> {
  const { record, weight } = await router.traffic.read(signal);
  return { record, weight };
}

/** Beside the run that has the lock: it finds the consent at its next look. */
async function approve({ router, host, configuration, timer }: Order, signal: AbortSignal): Promise<Done> {
  const { traffic } = router;
  for (let tries = 0; ; tries += 1) {
    const seen = await traffic.read(signal);
    const { record, weight } = seen;
    if (record === undefined || !isOpen(record) || record.planHash !== configuration.planHash)
      return { record, weight };
    const { step } = record;
    if (record.approvals.some((each) => each.step === step)) return { record, weight, approved: step };
    const by = personOf(host);
    const next = { ...record, approvals: [...record.approvals, { step, by, at: timer.now() }] };
    try {
      await traffic.write(seen, { record: next }, signal);
      return { record: next, weight, approved: step };
    } catch (error) {
      if (!(error instanceof TrafficError) || error.code !== 'conflict' || tries >= 4) throw error;
    }
  }
}

/** Takes the lock from whoever has it: a person decided. The run that had it finds a higher epoch, and writes no more. */
async function abort(order: Order, signal: AbortSignal): Promise<Done> {
  const { router } = order;
  const acquired = await router.lock.acquire(signal, true);
  const seen = await router.traffic.read(signal);
  const { record, weight } = seen;
  // Also behind the end: who pulls the brake does not ask whether the last step is over.
  const canGoBack = (found: RolloutRecord) =>
    isOpen(found) ||
    (acquired.kind === 'held' && isHalfBack(seen, acquired)) ||
    (found.state === 'promoted' && weight > found.safeWeight);
  if (acquired.kind === 'refused' || record === undefined || !canGoBack(record))
    return await released(order, { record, weight });
  return await back({ order, seen, record, epoch: acquired.epoch, cause: 'abort' }, signal);
}

/** Only from a run that is dead: a lease that nobody renews. What it had decided is done, else what its own cancelling would have done. */
export async function reap(order: Order, signal: AbortSignal): Promise<Done> {
  const { router, host } = order;
  const acquired = await router.lock.acquire(signal);
  const seen = await router.traffic.read(signal);
  const { record, weight } = seen;
  if (acquired.kind === 'refused') return { record, weight, alive: acquired.holder };
  if (record === undefined || !(record.state === 'running' || isHalfBack(seen, acquired)))
    return await released(order, { record, weight });
  const end = endOf(order, record, acquired);
  if (end === 'back') return await back({ order, seen, record, epoch: acquired.epoch, cause: 'reap' }, signal);
  const helm = new Helm(router.traffic, seen, { ...record, epoch: fence(acquired.epoch, record) }, true);
  await helm.claim(runUrl(host), signal);
  await helm.close(end, end === 'promoted' ? soakUntil(order) : undefined, signal);
  return await released(order, { record: helm.record, weight: helm.weight, ...troubleIn(helm) });
}

function endOf({ configuration }: Order, record: RolloutRecord, { kept }: Held): 'back' | 'promoted' | 'held' {
  const before = decidedBefore(record, kept);
  if (!isOpen(record) || isGoingBack(record, before)) return 'back';
  if (before?.decision.action === 'finish') return 'promoted';
  if (before?.decision.action === 'stop' && before.course.cancelled === undefined) return 'held';
  return configuration.plan.onCancel === 'rollback' ? 'back' : 'held';
}

function soakUntil({ configuration, timer }: Order): number | undefined {
  const { soak } = configuration.plan;
  return soak === undefined ? undefined : timer.now() + soak.duration * 1000;
}

interface Back {
  readonly order: Order;
  readonly seen: Seen;
  readonly record: RolloutRecord;
  readonly epoch: number;
  readonly cause: MoveCause;
}

async function back({ order, seen, record, epoch, cause }: Back, signal: AbortSignal): Promise<Done> {
  const { router, host, notes, timer } = order;
  const helm = new Helm(router.traffic, seen, { ...record, epoch: fence(epoch, record) }, true);
  await helm.claim(runUrl(host), signal);
  const asks = (weight: number) => notes(`the router is told ${weight} %`);
  await takeBack({
    helm,
    timer: renewing(router.lock, helm, timer),
    shown: { asks, notes },
    cause,
    step: record.step,
    budget: undefined,
    signal,
  });
  const by = personOf(host);
  return await released(order, { record: helm.record, weight: helm.weight, back: { cause, by }, ...troubleIn(helm) });
}

/** Waits, and keeps the lock: a way back may take minutes. */
function renewing(lock: Lock, helm: Helm, { now, until }: Timer): Timer {
  let renewedAt = now();
  const renew = async (signal: AbortSignal) => {
    if (Math.abs(now() - renewedAt) < lock.times.renewEvery) return;
    renewedAt = now();
    const isOurs = await lock.renew(signal).catch(() => true);
    if (!isOurs) helm.lose(`another run holds ${lock.description}`);
  };
  return {
    now,
    until: async (time, signal) => {
      await until(time, signal);
      await renew(signal);
    },
  };
}

async function released({ router }: Order, done: Done): Promise<Done> {
  await router.lock.release(AbortSignal.timeout(2_000)).catch(() => undefined);
  return done;
}

function troubleIn(helm: Helm): Pick<Done, 'trouble'> {
  const { trouble } = helm.entry();
  return trouble === undefined ? {} : { trouble };
}

function personOf({ actor }: Host): string {
  return actor ?? 'somebody at a terminal';
}

function withoutRouter(command: Command, { places }: Configuration): ConfigurationError {
  const words = {
    title: `the command ${command} needs a router`,
    expected: 'router: {kind: …} of the rollout in the plan',
    got: 'none: nothing of ours moves the traffic',
    do: 'give the plan that the rollout was begun with',
  };
  return new ConfigurationError([places.faultAt(['router'], words)]);
}
