/** One run of a rollout in a world: claim, watch, release, as `acting-run.ts` does it, without files. */

import type { Calendar } from '@shipgate/kit/calendar';
import type { Rollout } from '../decide.ts';
import { headOf } from '../journal.fixture.ts';
import type { Entry, JournalHead } from '../journal.ts';
import { planHash } from '../plan/hash.ts';
import type { Plan } from '../plan.ts';
import type { Metrics, Timer } from '../ports.ts';
import { preflight } from '../preflight.ts';
import { watch } from '../watch.ts';
import { ActingSteering } from './acting.ts';
import { claim, isRefusal, type Refusal } from './claim.ts';
import type { LeaseState } from './lease.ts';
import { Lock } from './lock.ts';
import type { Cell, Traffic } from './traffic.ts';
import { leaseOf, metricsOf, timerOf, trafficOf, type World } from './world.fixture.ts';

export interface RunOptions {
  readonly plan: Plan;
  readonly identity?: string;
  readonly version?: string;
  readonly signal?: AbortSignal;
  readonly calendar?: Calendar;
  /** In the place of the world's own. */
  readonly traffic?: Traffic;
  readonly lease?: Cell<LeaseState>;
  readonly timer?: Timer;
  readonly metrics?: Metrics;
  readonly managed?: 'refuse' | 'accept';
  readonly saw?: (rollout: Rollout) => void;
}

export interface Ran {
  readonly refusal?: Refusal;
  readonly rollout?: Rollout;
  readonly entries: readonly Entry[];
  readonly notes: readonly string[];
}

const always: Calendar = { freezes: [], windows: [] };

export async function runIn(world: World, options: RunOptions): Promise<Ran> {
  const { plan, identity = 'run-1', version = '2.4.0', signal = new AbortController().signal } = options;
  const { calendar = always, managed = 'refuse', saw = () => {} } = options;
  const timer = options.timer ?? timerOf(world);
  const lock = new Lock(options.lease ?? leaseOf(world), timer, identity);
  const traffic = options.traffic ?? trafficOf(world);
  const hash = planHash(plan);
  const parts = { plan, planHash: hash, names: { canary: version }, run: undefined, traffic, lock, timer, managed };
  const claimed = await claim(parts, signal);
  const entries: Entry[] = [];
  const notes: string[] = [];
  if (isRefusal(claimed)) return { refusal: claimed, entries, notes };
  const ready = claimed.journal?.head.preflight ?? preflight(plan, []);
  const head: JournalHead = { ...headOf(plan), planHash: hash, preflight: ready, router: claimed.router };
  const steering = new ActingSteering({
    ...{ plan, head, helm: claimed.helm, lock, timer, calendar, signal, past: claimed.past },
    shown: { asks: () => {}, notes: (text) => notes.push(text) },
    count: () => ({ sent: world.calls, failed: 0, repeated: 0, opened: 0, keptBack: 0 }),
  });
  try {
    const metrics = options.metrics ?? metricsOf(world);
    const recorder = { append: (entry: Entry) => void entries.push(entry) };
    const ports = { metrics, timer, recorder, steering };
    const rollout = await watch(plan, ready, ports, saw, signal, claimed.journal?.entries);
    return { rollout, entries, notes };
  } finally {
    await steering.release();
  }
}
