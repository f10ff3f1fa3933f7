/** The course of a rollout so far: what rules look at. Folded from the journal, entry by entry. */
import { LEAST_GROUPS, PlaceboEvidence, placeboGroups } from './evidence/placebo.ts';
import { type Ground, isCounts, RolloutEvidence } from './evidence/rollout.ts';
import { isSplitAs, ShareEvidence } from './evidence/share.ts';
import { total } from './evidence/total.ts';
import type { Portion } from './findings.ts';
import type { Entry, TrafficEntry } from './journal.ts';
import type { Metric, Plan } from './plan.ts';
import type { Counts, Stratum, Trouble } from './strata.ts';

/** One stratum that was read, and what was made of it. */
export interface SeenStratum {
  readonly stratum: Stratum;
  readonly step: number;
  /** `settling`: too near to the weight change. */
  readonly use: 'used' | 'settling' | 'trouble';
  /** E of the rollout behind it. */
  readonly value: number;
}

/** One step's sums over its used strata, by metric. */
export interface StepSums {
  readonly step: number;
  readonly weight: number;
  /** Milliseconds since the epoch. */
  readonly from: number;
  readonly sums: Map<string, MetricSums>;
  highest: number;
  /** Seconds after which the promotion evidence stood. */
  provenAfter: number | null;
  approved: boolean;
}

export interface MetricSums {
  canary: Portion;
  stable: Portion;
}

export class Course {
  readonly plan: Plan;
  readonly evidence: RolloutEvidence;
  readonly strata: SeenStratum[] = [];
  readonly steps: StepSums[] = [];
  share: ShareEvidence | undefined;
  /** By metric that decides: the end of its last usable stratum. */
  readonly lastUsable = new Map<string, number>();
  /** Trouble of the last stratum, by metric or gauge. */
  readonly troubles = new Map<string, Trouble>();
  now = 0;
  ended = false;
  /** Name of the signal that ended it before it was decided. */
  cancelled: string | undefined;
  /** Milliseconds since the epoch at which another step's weight was asked for. */
  moving: { readonly step: number; readonly since: number } | undefined;
  /** As the router was seen last; undefined where nobody looks. */
  traffic: TrafficEntry | undefined;
  /** Why the calendar lets nothing go on. */
  closed: string | null = null;
  /** Counts of an earlier run were lost, so that the step began anew. */
  isLost = false;
  /** Another run goes on, and has looked at nothing so far: what was true before may be no more. */
  isUnseen = false;
  private placebo: { readonly pods: number; readonly evidence: PlaceboEvidence } | undefined;
  private readonly ground: Ground;

  constructor(plan: Plan, ground: Ground) {
    this.plan = plan;
    this.ground = ground;
    this.evidence = new RolloutEvidence(plan, ground);
  }

  take(entry: Entry): void {
    if (entry.event === 'moving') this.move(entry.step, entry.at);
    else if (entry.event === 'step') this.begin(entry.step, entry.at);
    else if (entry.event === 'approved') this.approve(entry.step);
    else if (entry.event === 'stratum') this.look(entry.stratum);
    else if (entry.event === 'traffic') this.see(entry);
    else if (entry.event === 'closed') this.closed = entry.why;
    else if (entry.event === 'resumed') this.resume(entry.at, entry.lost, entry.anew);
    else {
      this.now = Math.max(this.now, entry.at);
      this.ended = true;
      this.cancelled = entry.cancelled;
    }
  }

  /** What happens to the traffic is told to the end, also behind the decision. */
  see(entry: TrafficEntry): void {
    this.traffic = entry;
    this.now = Math.max(this.now, entry.at);
  }

  /** The step that lasts; undefined before the first. */
  get step(): StepSums | undefined {
    return this.steps.at(-1);
  }

  /** Seconds since the step began. */
  get after(): number {
    return this.step === undefined ? 0 : (this.now - this.step.from) / 1000;
  }

  /** Seconds of a step whose strata are not used. */
  get settling(): number {
    return Math.max(this.plan.interval, this.plan.requestTimeout, this.plan.warmUp);
  }

  /** Mean E of fake canaries among stable's pods; 0 when pods are too few or not told apart. */
  get placeboMean(): number {
    return this.placebo?.evidence.mean ?? 0;
  }

  private move(step: number, at: number): void {
    this.moving = { step, since: at };
    this.now = Math.max(this.now, at);
  }

  private begin(step: number, at: number): void {
    const weight = this.plan.steps[step]?.weight ?? 100;
    this.moving = undefined;
    this.steps.push({ step, weight, from: at, sums: new Map(), highest: 0, provenAfter: null, approved: false });
    this.evidence.begin(step);
    this.share = new ShareEvidence(weight / 100);
    this.now = Math.max(this.now, at);
    for (const { name } of this.plan.metrics) this.lastUsable.set(name, at + this.settling * 1000);
  }

  /** What was proven of the step stays; its time and its sums begin anew. */
  private resume(at: number, lost: boolean, anew: boolean): void {
    this.isLost ||= lost;
    this.isUnseen = true;
    this.traffic = undefined;
    this.now = Math.max(this.now, at);
    if (!anew) return;
    this.ended = false;
    this.cancelled = undefined;
    if (this.moving !== undefined) this.moving = { ...this.moving, since: at };
    const { step } = this;
    if (step === undefined) return;
    this.steps.push({ ...step, from: at, sums: new Map(), highest: 0, approved: step.approved });
    for (const { name } of this.plan.metrics) this.lastUsable.set(name, at + this.settling * 1000);
  }

  /** A step that went on in another run is there once more. */
  private approve(step: number): void {
    for (const each of this.steps) if (each.step === step) each.approved = true;
  }

  private look(read: Stratum): void {
    const { step } = this;
    this.now = Math.max(this.now, read.to);
    this.isUnseen = false;
    if (step === undefined) return;
    const stratum = sound(this.plan, step.weight >= 100 ? read : withStable(read));
    this.noteTroubles(stratum);
    const settling = stratum.from < step.from + this.settling * 1000 || this.isLeaving(stratum, step);
    for (const { name } of this.plan.metrics) {
      if (isCounts(stratum.readings[name]))
        this.lastUsable.set(name, Math.max(stratum.to, this.lastUsable.get(name) ?? 0));
    }
    const usable = this.plan.metrics.some(({ name }) => isCounts(stratum.readings[name]));
    if (!settling && usable) this.use(stratum, step);
    const use = settling ? 'settling' : usable ? 'used' : 'trouble';
    this.strata.push({ stratum, step: step.step, use, value: this.evidence.value });
  }

  private noteTroubles(stratum: Stratum): void {
    this.troubles.clear();
    for (const [name, reading] of Object.entries(stratum.readings)) {
      if (reading.kind === 'trouble') this.troubles.set(name, reading);
    }
  }

  /** The next weight was asked for, and this window no longer has the step's own: it mixes both. */
  private isLeaving({ readings }: Stratum, { weight }: StepSums): boolean {
    const counts = this.plan.metrics.map(({ name }) => readings[name]).find(isCounts);
    if (this.moving === undefined || counts === undefined) return false;
    return !isSplitAs(weight / 100, total(counts.canary.requests), total(counts.stable.requests));
  }

  private use(stratum: Stratum, step: StepSums): void {
    const alone = step.weight >= 100;
    this.evidence.advance(stratum, alone);
    for (const metric of this.plan.metrics) {
      const reading = stratum.readings[metric.name];
      if (!isCounts(reading)) continue;
      addTo(step, metric, reading);
    }
    this.guard(stratum, step);
    step.highest = Math.max(step.highest, this.evidence.value);
    if (
      step.provenAfter === null &&
      this.moving === undefined &&
      !alone &&
      this.evidence.promotion >= 1 / this.plan.beta
    ) {
      step.provenAfter = (stratum.to - step.from) / 1000;
    }
  }

  /** Both guards look at the first metric that has counts. */
  private guard(stratum: Stratum, step: StepSums): void {
    const counts = this.plan.metrics.map(({ name }) => stratum.readings[name]).find(isCounts);
    if (counts === undefined) return;
    if (this.moving === undefined) this.share?.advance(total(counts.canary.requests), total(counts.stable.requests));
    if (step.weight >= 100) return;
    const pods = counts.stable.requests.length;
    if (this.placebo?.pods !== pods) this.placebo = { pods, evidence: this.freshPlacebo(pods) };
    this.placebo.evidence.advance(counts, step.step);
  }

  private freshPlacebo(pods: number): PlaceboEvidence {
    const weights = this.plan.steps.map(({ weight }) => weight).filter((weight) => weight < 100);
    const groups = placeboGroups(pods, weights);
    return new PlaceboEvidence(groups.length < LEAST_GROUPS ? [] : groups, weights.length, this.ground.method);
  }
}

/** Below 100 % a reading without stable's half is no reading. */
function withStable(stratum: Stratum): Stratum {
  const { readings } = stratum;
  if (!Object.values(readings).some((reading) => isCounts(reading) && reading.stableTrouble !== undefined))
    return stratum;
  const whole = Object.entries(readings).map(([name, reading]) => [
    name,
    (isCounts(reading) && reading.stableTrouble) || reading,
  ]);
  return { ...stratum, readings: Object.fromEntries(whole) };
}

/** Counts of other edges than the plan has are no counts of it. */
function sound(plan: Plan, stratum: Stratum): Stratum {
  const odd = plan.metrics.filter((metric) => {
    const reading = stratum.readings[metric.name];
    const edges = metric.kind === 'errors' ? 1 : metric.edges.length;
    return isCounts(reading) && [reading.canary, reading.stable].some(({ bad }) => bad.length !== edges);
  });
  if (odd.length === 0) return stratum;
  const trouble = {
    kind: 'trouble',
    code: 'metrics-inconsistent',
    detail: 'counts of other edges than the plan has',
  } as const;
  return {
    ...stratum,
    readings: { ...stratum.readings, ...Object.fromEntries(odd.map(({ name }) => [name, trouble])) },
  };
}

/** A latency metric is summed at its last edge: what the plan calls slow. */
function addTo(step: StepSums, metric: Metric, { canary, stable }: Counts): void {
  const edge = metric.kind === 'errors' ? 0 : metric.edges.length - 1;
  const before = step.sums.get(metric.name) ?? { canary: { requests: 0, bad: 0 }, stable: { requests: 0, bad: 0 } };
  const plus = (one: Portion, requests: readonly number[], bad: readonly number[]): Portion => ({
    requests: one.requests + total(requests),
    bad: one.bad + total(bad),
  });
  step.sums.set(metric.name, {
    canary: plus(before.canary, canary.requests, canary.bad[edge] ?? []),
    stable: plus(before.stable, stable.requests, stable.bad[edge] ?? []),
  });
}
