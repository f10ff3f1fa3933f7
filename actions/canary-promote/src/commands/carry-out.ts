/** The commands beside `run`: what a second job, a person or a schedule does with a rollout. */
import type { GateContext, GateResult } from '@shipgate/kit/gate';
import type { Host } from '@shipgate/kit/host';
import { ConfigurationError } from '@shipgate/schemas';
import { runUrl } from '../acting-run.ts';
import { machineTimer } from '../adapters/timer.ts';
import type { Configuration } from '../configuration.ts';
import type { Command } from '../inputs.ts';
import { fence } from '../steering/claim.ts';
import { Helm, troubleOf } from '../steering/helm.ts';
import type { OpenRouter } from '../steering/open-router.ts';
import { isOpen, type MoveCause, type RolloutRecord } from '../steering/record.ts';
import { type Seen, TrafficError } from '../steering/traffic.ts';
import { takeBack } from '../steering/way-back.ts';
import { type CommandTold, commandResult } from './command-result.ts';

interface Order {
  readonly configuration: Configuration;
  readonly router: OpenRouter;
  readonly host: Host;
  readonly notes: (text: string) => void;
}

export async function carryOut(
  command: Command,
  configuration: Configuration,
  router: OpenRouter | undefined,
  context: GateContext,
): Promise<GateResult> {
  if (router === undefined) throw withoutRouter(command, configuration);
  const { host, progress, signal } = context;
  const order = { configuration, router, host, notes: (text: string) => progress.note(text) };
  try {
    return tell(order, context, command, await orders[command](order, signal));
  } catch (error) {
    if (!(error instanceof TrafficError)) throw error;
    return tell(order, context, command, { record: undefined, weight: null, trouble: troubleOf(error) });
  }
}

export type Done = Omit<CommandTold, 'command' | 'configuration' | 'router' | 'at'>;

function tell({ configuration, router }: Order, context: GateContext, command: Command, done: Done): GateResult {
  const { kind, description: object } = router.traffic;
  const told = { ...done, command, configuration, router: { kind, object }, at: machineTimer.now() };
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
async function approve({ router, host, configuration }: Order, signal: AbortSignal): Promise<Done> {
  const { traffic } = router;
  for (let tries = 0; ; tries += 1) {
    const seen = await traffic.read(signal);
    const { record, weight } = seen;
    if (record === undefined || !isOpen(record) || record.planHash !== configuration.planHash)
      return { record, weight };
    const { step } = record;
    if (record.approvals.some((each) => each.step === step)) return { record, weight, approved: step };
    const by = personOf(host);
    const next = { ...record, approvals: [...record.approvals, { step, by, at: machineTimer.now() }] };
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
  if (acquired.kind === 'refused' || seen.record === undefined || !isOpen(seen.record))
    return await released(order, { record: seen.record, weight: seen.weight });
  return await back({ order, seen, record: seen.record, epoch: acquired.epoch, cause: 'abort' }, signal);
}

/** Only from a run that is dead: a lease that nobody renews. It does what the run's own cancelling would have done. */
export async function reap(order: Order, signal: AbortSignal): Promise<Done> {
  const { router, host, configuration } = order;
  const acquired = await router.lock.acquire(signal);
  const seen = await router.traffic.read(signal);
  const { record, weight } = seen;
  if (acquired.kind === 'refused') return { record, weight, alive: acquired.holder };
  if (record === undefined || record.state !== 'running') return await released(order, { record, weight });
  if (configuration.plan.onCancel === 'rollback')
    return await back({ order, seen, record, epoch: acquired.epoch, cause: 'reap' }, signal);
  const helm = new Helm(router.traffic, seen, { ...record, epoch: fence(acquired.epoch, record) }, true);
  await helm.claim(runUrl(host), signal);
  await helm.close('held', undefined, signal);
  return await released(order, { record: helm.record, weight: helm.weight, ...troubleIn(helm) });
}

interface Back {
  readonly order: Order;
  readonly seen: Seen;
  readonly record: RolloutRecord;
  readonly epoch: number;
  readonly cause: MoveCause;
}

async function back({ order, seen, record, epoch, cause }: Back, signal: AbortSignal): Promise<Done> {
  const { router, host, notes } = order;
  const helm = new Helm(router.traffic, seen, { ...record, epoch: fence(epoch, record) }, true);
  await helm.claim(runUrl(host), signal);
  const asks = (weight: number) => notes(`the router is told ${weight} %`);
  await takeBack({
    helm,
    timer: machineTimer,
    shown: { asks, notes },
    cause,
    step: record.step,
    budget: undefined,
    signal,
  });
  const by = personOf(host);
  return await released(order, { record: helm.record, weight: helm.weight, back: { cause, by }, ...troubleIn(helm) });
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
