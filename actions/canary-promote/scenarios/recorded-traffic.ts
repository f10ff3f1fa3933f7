// Traffic of a rollout, made of seeded random counts and written as a run records it.
import { RecordedMetrics, recordedTimer } from '../src/adapters/recorded.ts';
import { readPlanFile } from '../src/configuration.ts';
import type { Entry, Journal } from '../src/journal.ts';
import type { Plan } from '../src/plan.ts';
import { preflight } from '../src/preflight.ts';
import { random, start, successes } from '../src/rollout.fixture.ts';
import type { Arm, Counts, Reading, Stratum } from '../src/strata.ts';
import { askedSteering } from '../src/steering/asked.ts';
import { watch } from '../src/watch.ts';

export type Readings = Readonly<Record<string, Reading>>;

/** Rates from 0 to 1 at a time in seconds since the start. */
type Rate = number | ((seconds: number) => number);

/** A rollout of which a recording is made. */
export interface Traffic {
  readonly seed: number;
  /** Percent of the traffic that the canary gets, and for how many seconds. */
  readonly weights: readonly (readonly [percent: number, seconds: number])[];
  /** Requests a second of the whole service. */
  readonly perSecond: number;
  readonly errors: { readonly canary: Rate; readonly stable: Rate };
  /** Requests slower than each edge of the metric `latency`; without it latency is not recorded. */
  readonly slow?: { readonly canary: readonly number[]; readonly stable: readonly number[] };
  /** Pods of each arm; without it they are not told apart. */
  readonly pods?: { readonly canary: number; readonly stable: number };
  /** Times the error rate of each pod of stable, in order, for as long as the recording lasts. */
  readonly unlike?: readonly number[];
  /** Last hand on what was read at a time. */
  readonly read?: (seconds: number, readings: Readings) => Readings;
  readonly versions?: { readonly canary: string; readonly stable: string };
  /** Where the counts come from, as the recording says it. */
  readonly source?: string;
  /** Recorded by a run of the plan, which decided meanwhile; else the traffic alone, as `source` of a plan. */
  readonly watched?: boolean;
  /** What a run knows of stable before it begins: an hour of `unlike` pods. */
  readonly past?: boolean;
  /** Last hand on the file. */
  readonly file?: (text: string) => string;
}

/** The text of the recording; the plan is in `folder`. */
export async function recordingOf(recorded: Traffic, folder: string, planFile = '.github/shipgate.yml'): Promise<string> {
  const { versions = { canary: '2.4.0', stable: '2.3.2' } } = recorded;
  const { plan, planHash, names, service } = await readPlanFile(folder, planFile, {
    version: versions.canary,
    stableVersion: versions.stable,
  });
  const { seed, source = 'seeded random counts' } = recorded;
  const next = random(seed);
  const ready = preflight(plan, recorded.past === true ? hourBefore(recorded, plan, next) : []);
  const traffic: Journal = {
    head: {
      ...{ shipgate: 'canary-samples', version: 1, planHash, plan, preflight: ready, names, source },
      subject: { ...(service === undefined ? {} : { service }) },
      tool: { version: '0.1.0' },
      startedAt: new Date(start).toISOString(),
      docs: 'https://example.com/docs/reasons/canary-promote/REASON.md',
    },
    entries: strataOf(recorded, plan.interval, next).map((stratum) => ({ event: 'stratum', stratum })),
  };
  const { head } = traffic;
  const entries = recorded.watched === true ? await watched(traffic) : traffic.entries;
  const text = [head, ...entries].map((line) => `${JSON.stringify(line)}\n`).join('');
  return recorded.file?.(text) ?? text;
}

async function watched(traffic: Journal): Promise<readonly Entry[]> {
  const { plan, preflight: ready } = traffic.head;
  const entries: Entry[] = [];
  if (ready.method === null) return [{ event: 'end', at: start }];
  const timer = recordedTimer(traffic);
  const { signal } = new AbortController();
  const ports = {
    metrics: new RecordedMetrics(traffic),
    timer,
    steering: askedSteering(plan, timer, { asks: () => {} }, signal),
    recorder: { append: (entry: Entry) => void entries.push(entry) },
  };
  await watch(plan, ready, ports, () => {}, signal);
  return entries;
}

function strataOf(recorded: Traffic, interval: number, next: () => number): readonly Stratum[] {
  const strata: Stratum[] = [];
  for (const [percent, seconds] of recorded.weights) {
    for (let t = 0; t < seconds; t += interval) {
      const at = strata.length * interval;
      const readings = readingsAt(recorded, { at, share: percent / 100, interval }, next);
      const from = start + at * 1000;
      strata.push({ from, to: from + interval * 1000, readings: recorded.read?.(at, readings) ?? readings });
    }
  }
  return strata;
}

interface Moment {
  readonly at: number;
  readonly share: number;
  readonly interval: number;
}

function readingsAt(recorded: Traffic, { at, share, interval }: Moment, next: () => number): Readings {
  const { perSecond, errors, slow, pods = { canary: 1, stable: 1 }, unlike = [] } = recorded;
  const all = Math.round(perSecond * interval);
  const ofCanary = split(Math.round(all * share), pods.canary);
  const ofStable = split(all - Math.round(all * share), pods.stable);
  const failed = (requests: readonly number[], rate: Rate, times: readonly number[] = []) =>
    requests.map((each, pod) => successes(each, Math.min(1, rateAt(rate, at) * (times[pod] ?? 1)), next));
  const counted: Counts = {
    kind: 'counts',
    canary: { requests: ofCanary, bad: [failed(ofCanary, errors.canary)] },
    stable: { requests: ofStable, bad: [failed(ofStable, errors.stable, unlike)] },
  };
  if (slow === undefined) return { errors: counted };
  const latency: Counts = {
    kind: 'counts',
    canary: slowArm(ofCanary, slow.canary, next),
    stable: slowArm(ofStable, slow.stable, next),
  };
  return { errors: counted, latency };
}

/** Of those slower than one edge some are slower than the next. */
function slowArm(requests: readonly number[], rates: readonly number[], next: () => number): Arm {
  let among = requests;
  let before = 1;
  const bad = rates.map((rate) => {
    among = among.map((each) => successes(each, rate / before, next));
    before = rate;
    return among;
  });
  return { requests, bad };
}

function hourBefore(recorded: Traffic, plan: Plan, next: () => number): readonly Stratum[] {
  const length = plan.interval * 1000;
  return Array.from({ length: 3600 / plan.interval }, (_, i): Stratum => {
    const from = start - 3_600_000 + i * length;
    const moment = { at: i * plan.interval, share: 0, interval: plan.interval };
    return { from, to: from + length, readings: readingsAt(recorded, moment, next) };
  });
}

function rateAt(rate: Rate, at: number): number {
  return typeof rate === 'number' ? rate : rate(at);
}

function split(requests: number, pods: number): readonly number[] {
  return Array.from({ length: pods }, (_, pod) => Math.floor(requests / pods) + (pod < requests % pods ? 1 : 0));
}
