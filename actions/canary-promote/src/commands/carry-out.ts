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
import { shownFor } from '../tell.ts';
import { type CommandTold, commandResult } from './command-result.ts';

interface Order {
  readonly configuration: Configuration;
  readonly router: OpenRouter;
  readonly context: GateContext;
}

export async function carryOut(
  command: Command,
  configuration: Configuration,
  router: OpenRouter | undefined,
  context: GateContext,
): Promise<GateResult> {
  if (router === undefined) throw withoutRouter(command, configuration);
  const order = { configuration, router, context };
  try {
    return tell(order, command, await orders[command](order));
  } catch (error) {
    if (!(error instanceof TrafficError)) throw error;
    return tell(order, command, { record: undefined, weight: null, trouble: troubleOf(error) });
  }
}

type Done = Omit<CommandTold, 'command' | 'configuration' | 'router' | 'at'>;

function tell({ configuration, router, context }: Order, command: Command, done: Done): GateResult {
  const { kind, description: object } = router.traffic;
  const told = { ...done, command, configuration, router: { kind, object }, at: machineTimer.now() };
  return commandResult(told, context);
}

const orders: Readonly<Record<Command, (order: Order) => Promise<Done>>> = { status, approve, abort, reap };

async function status({ router, context }: Order): Promise<Done> {
  const { record, weight } = await router.traffic.read(context.signal);
  return { record, weight };
}

/** Beside the run that has the lock: it finds the consent at its next look. */
async function approve({ router, context, configuration }: Order): Promise<Done> {
  const { traffic } = router;
  for (let tries = 0; ; tries += 1) {
    const seen = await traffic.read(context.signal);
    const { record, weight } = seen;
    if (record === undefined || !isOpen(record) || record.planHash !== configuration.planHash)
      return { record, weight };
    const { step } = record;
    if (record.approvals.some((each) => each.step === step)) return { record, weight, approved: step };
    const by = personOf(context.host);
    const next = { ...record, approvals: [...record.approvals, { step, by, at: machineTimer.now() }] };
    try {
      await traffic.write(seen, { record: next }, context.signal);
      return { record: next, weight, approved: step };
    } catch (error) {
      if (!(error instanceof TrafficError) || error.code !== 'conflict' || tries >= 4) throw error;
    }
  }
}

/** Takes the lock from whoever has it: a person decided. The run that had it finds a higher epoch, and writes no more. */
async function abort(order: Order): Promise<Done> {
  const { router, context } = order;
  const acquired = await router.lock.acquire(context.signal, true);
  const seen = await router.traffic.read(context.signal);
  if (acquired.kind === 'refused' || seen.record === undefined || !isOpen(seen.record))
    return await released(order, { record: seen.record, weight: seen.weight });
  return await back(order, seen, seen.record, acquired.epoch, 'abort');
}

/** Only from a run that is dead: a lease that nobody renews. It does what the run's own cancelling would have done. */
async function reap(order: Order): Promise<Done> {
  const { router, context, configuration } = order;
  const acquired = await router.lock.acquire(context.signal);
  const seen = await router.traffic.read(context.signal);
  const { record, weight } = seen;
  if (acquired.kind === 'refused') return { record, weight, alive: acquired.holder };
  if (record === undefined || record.state !== 'running') return await released(order, { record, weight });
  if (configuration.plan.onCancel === 'rollback') return await back(order, seen, record, acquired.epoch, 'reap');
  const helm = new Helm(router.traffic, seen, { ...record, epoch: fence(acquired.epoch, record) }, true);
  await helm.claim(runUrl(context.host), context.signal);
  await helm.close('held', undefined, context.signal);
  return await released(order, { record: helm.record, weight: helm.weight, ...troubleIn(helm) });
}

async function back(order: Order, seen: Seen, record: RolloutRecord, epoch: number, cause: MoveCause): Promise<Done> {
  const { router, context } = order;
  const { signal, progress } = context;
  const helm = new Helm(router.traffic, seen, { ...record, epoch: fence(epoch, record) }, true);
  await helm.claim(runUrl(context.host), signal);
  const { step } = record;
  await takeBack({ helm, timer: machineTimer, shown: shownFor(progress), cause, step, budget: undefined, signal });
  const by = personOf(context.host);
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
