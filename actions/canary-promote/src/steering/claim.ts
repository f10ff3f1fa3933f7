/** Takes the lock and finds out whether this run may begin a rollout, goes on with one, or is refused. */
import type { Journal } from '../journal.ts';
import type { Plan } from '../plan.ts';
import type { Timer } from '../ports.ts';
import { decidedBefore, isGoingBack } from './decided.ts';
import { Helm } from './helm.ts';
import { unpackJournal } from './kept.ts';
import type { Acquired, Lock } from './lock.ts';
import { isOpen, type RolloutRecord } from './record.ts';
import type { Router, TrafficTrouble } from './router.ts';
import type { Seen, Traffic } from './traffic.ts';

export interface ClaimParts {
  readonly plan: Plan;
  readonly planHash: string;
  readonly names: { readonly canary?: string; readonly stable?: string };
  /** Address of this run. */
  readonly run: string | undefined;
  readonly traffic: Traffic;
  readonly lock: Lock;
  readonly timer: Timer;
  /** Whether a route may be managed by a GitOps controller. */
  readonly managed: 'refuse' | 'accept';
}

export interface Claim {
  readonly helm: Helm;
  readonly router: Router;
  /** What an earlier run of the same rollout left. */
  readonly past: 'none' | 'held' | 'cut-off' | 'lost';
  readonly journal: Journal | undefined;
}

export interface Refusal {
  readonly code: TrafficTrouble;
  readonly detail: string;
  /** Percent that the router has; null: not known. */
  readonly weight: number | null;
}

/** Throws TrafficError when the router or the lock cannot be reached. */
export async function claim(parts: ClaimParts, signal: AbortSignal): Promise<Claim | Refusal> {
  const { lock, traffic } = parts;
  const acquired = await lock.acquire(signal);
  if (acquired.kind === 'refused') {
    const detail = `expected to be alone, got ${acquired.holder}, which renews ${lock.description}`;
    return { code: 'lock-held', detail, weight: null };
  }
  const seen = await wayBackDone(parts, await traffic.read(signal), acquired, signal);
  const refusal = refusalOf(parts, seen, acquired);
  if (refusal !== undefined) return refusal;
  const { record } = seen;
  if (record !== undefined && isMine(parts, seen, acquired)) return await goOn(parts, seen, record, acquired, signal);
  return begin(parts, seen, acquired);
}

export function isRefusal(claimed: Claim | Refusal): claimed is Refusal {
  return 'code' in claimed;
}

export type Held = Extract<Acquired, { kind: 'held' }>;

/** Of this plan and version, and not over; or over by its own decision, and its run died before it could say so. */
function isMine({ planHash, names }: ClaimParts, { record, weight }: Seen, { wasReleased }: Held): boolean {
  if (record === undefined) return false;
  if (record.planHash !== planHash || record.canary !== names.canary) return false;
  if (isOpen(record)) return true;
  // Somebody set the weight back behind a rollout that was over: this is the next one.
  if (record.state === 'promoted') return weight === record.weight;
  return !wasReleased && record.state === 'rolled-back' && record.log.at(-1)?.cause === 'rollback';
}

/** Whether a run died between the record and the weight of a way back. One that ended gave its lock back. */
export function isHalfBack({ record, weight }: Seen, { wasReleased }: Held): boolean {
  if (wasReleased || record?.state !== 'rolled-back') return false;
  return weight === record.from && weight !== record.weight;
}

/** No rollout begins, and none is refused, on a way back of which only the record was written. */
async function wayBackDone(parts: ClaimParts, seen: Seen, acquired: Held, signal: AbortSignal): Promise<Seen> {
  const { record } = seen;
  if (record === undefined || !isHalfBack(seen, acquired)) return seen;
  const helm = new Helm(parts.traffic, seen, { ...record, epoch: fence(acquired.epoch, record) }, true);
  await helm.settle(signal);
  return await parts.traffic.read(signal);
}

function refusalOf(parts: ClaimParts, seen: Seen, acquired: Held): Refusal | undefined {
  const { weight, record } = seen;
  const refuse = (code: TrafficTrouble, detail: string): Refusal => ({ code, detail, weight });
  if (record !== undefined && isMine(parts, seen, acquired)) {
    const before = decidedBefore(record, acquired.kept);
    if (record.state === 'rolled-back' && before === undefined) return refuse('rollout-open', lostBack);
    const isOrdered = isGoingBack(record, before) && before?.decision.action !== 'rollback';
    return isOrdered ? refuse('rollout-open', orderedBack) : undefined;
  }
  if (record !== undefined && isOpen(record)) {
    const { planHash, names } = parts;
    const which = record.planHash === planHash ? `version ${names.canary ?? 'without a name'}` : 'this plan';
    const theirs = `${record.canary ?? 'another one'} at ${record.weight} %, plan ${record.planHash.slice(0, 7)}`;
    return refuse('rollout-open', `expected no rollout but one of ${which}, got ${theirs}`);
  }
  const trouble = unready(parts.plan, seen, parts.managed);
  return trouble === undefined ? undefined : refuse(trouble.code, trouble.detail);
}

/** Why no rollout may begin on a router that is otherwise fit. */
export function unready(
  { steps }: Plan,
  { weight, managedBy }: Pick<Seen, 'weight' | 'managedBy'>,
  managed: 'refuse' | 'accept',
): { readonly code: TrafficTrouble; readonly detail: string } | undefined {
  if (managedBy !== undefined && managed === 'refuse')
    return {
      code: 'route-managed',
      detail: `expected a route that only this rollout changes, got one of ${managedBy}`,
    };
  const first = steps[0]?.weight ?? 100;
  if (weight < first) return undefined;
  const detail = `expected less than ${first} %, the weight of the first step, got ${weight} %`;
  return { code: 'weight-changed', detail };
}

/** Nothing of it can be watched, and nobody has heard of it. */
const lostBack =
  'expected the counts of a rollout that was taken back, got none: its run died before it could tell; the same command begins a new rollout';

/** Stages of `command: abort`, of a cancelled or of a reaped run: the journal knows nothing of them. */
const orderedBack =
  'expected a rollout that may go on, got one that somebody took back in stages and that is not back yet; command: abort completes it';

async function goOn(
  parts: ClaimParts,
  seen: Seen,
  record: RolloutRecord,
  { epoch, kept }: Held,
  signal: AbortSignal,
): Promise<Claim> {
  const journal = unpackJournal(kept);
  const isOwn = journal?.head.router?.rollout === record.id;
  const last = record.log.at(-1);
  // Its journal says that the weight was there: a router that has the one before was set back by somebody else.
  const wasThere = isOwn && journal.entries.some((entry) => entry.event === 'step' && entry.step === last?.step);
  const arrived = wasThere && last?.cause === 'step' ? record.log.length : 0;
  const helm = new Helm(parts.traffic, seen, { ...record, epoch: fence(epoch, record) }, true, arrived);
  // From here on the run before, should it still live, finds itself fenced.
  await helm.claim(parts.run, signal);
  return {
    helm,
    router: routerOf(parts.traffic, record),
    past: !isOwn ? 'lost' : record.state === 'held' || hasEnded(journal) ? 'held' : 'cut-off',
    journal: isOwn ? journal : undefined,
  };
}

/** Its run ended and could not say so on the record: the router did not answer. */
function hasEnded({ entries }: Journal): boolean {
  return entries.at(-1)?.event === 'end';
}

function begin({ traffic, planHash, names, run, timer }: ClaimParts, seen: Seen, { epoch }: Held): Claim {
  const record: RolloutRecord = {
    version: 1,
    id: `${names.canary ?? 'canary'}@${new Date(timer.now()).toISOString()}`,
    planHash,
    ...names,
    ...(run === undefined ? {} : { run }),
    epoch: fence(epoch, seen.record),
    state: 'running',
    safeWeight: seen.weight,
    from: seen.weight,
    weight: seen.weight,
    step: -1,
    log: [],
    approvals: [],
    ...(seen.stablePods === undefined ? {} : { stablePods: seen.stablePods }),
  };
  return {
    helm: new Helm(traffic, seen, record, false),
    router: routerOf(traffic, record),
    past: 'none',
    journal: undefined,
  };
}

/** Above every epoch that was ever written, also when the lock was made anew. */
export function fence(epoch: number, record: RolloutRecord | undefined): number {
  return Math.max(epoch, (record?.epoch ?? 0) + 1);
}

function routerOf({ kind, description }: Traffic, { safeWeight, id }: RolloutRecord): Router {
  return { kind, object: description, before: safeWeight, rollout: id };
}
