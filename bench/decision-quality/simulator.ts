/** Traces of a rollout that follow a described service exactly: Poisson arrivals, independent errors at the rate of the moment. Pure: the stream of random numbers is an argument. */
import { PodQueue } from './queue.ts';
import type { Random } from './random.ts';
import type { ArmCounts, Service, SimulatedCell, SimulatedTrace } from './service.ts';
import { Weather } from './weather.ts';

const HOUR = 3600;

export function simulate(service: Service, random: Random): SimulatedTrace {
  const { interval, steps, misaligned = 0 } = service;
  const requests = random.poisson(service.perSecond * HOUR);
  const before = { requests, errors: random.binomial(requests, service.base) };
  const weather = new Weather(service, random);
  const pods = new Pods(service, weather, random);
  const cells: SimulatedCell[] = [];
  const served: { t: number; errors: number }[] = [];
  let errors = 0;
  for (const [step, { weight, from, to }] of steps.entries()) {
    const canaryPods = Math.round((weight / 100) * service.pods);
    for (let t = from + interval; t <= to; t += interval) {
      const canary = pods.arm('canary', 0, canaryPods, t - misaligned);
      const stable = pods.arm('stable', canaryPods, service.pods, t);
      errors += canary.served;
      served.push({ t, errors });
      const dropped = misaligned > 0 && t === from + interval;
      const lost = service.gaps !== undefined && random.unit() < service.gaps;
      if (!dropped && !lost) cells.push({ t, step, canary: canary.counts, stable: stable.counts });
    }
  }
  return { interval, steps, cells, before, served };
}

/** Stable alone, all pods of it, for `seconds`: what a placebo looks at. */
export function simulatePast(
  service: Service,
  random: Random,
  seconds: number,
): readonly { t: number; stable: ArmCounts }[] {
  const last = { weight: 0, from: 0, to: seconds };
  const past: Service = { ...service, steps: [last] };
  const pods = new Pods(past, new Weather(past, random), random);
  const cells: { t: number; stable: ArmCounts }[] = [];
  for (let t = service.interval; t <= seconds; t += service.interval) {
    cells.push({ t, stable: pods.arm('stable', 0, service.pods, t).counts });
  }
  return cells;
}

type Arm = 'canary' | 'stable';

class Pods {
  private readonly service: Service;
  private readonly weather: Weather;
  private readonly random: Random;
  private readonly queues = new Map<string, PodQueue>();

  constructor(service: Service, weather: Weather, random: Random) {
    this.service = service;
    this.weather = weather;
    this.random = random;
  }

  /** Pods `first` to before `end` in the interval that ends at `to`; `served` counts lost errors too. */
  arm(arm: Arm, first: number, end: number, to: number): { readonly counts: ArmCounts; readonly served: number } {
    const { interval, queue } = this.service;
    const from = to - interval;
    const load = (this.service.perSecond / this.service.pods) * interval * this.weather.load(from, to);
    const rate = this.weather.armRate(arm, from, to);
    const requests: number[] = [];
    const bad: number[] = [];
    const slow: number[][] = queue?.edges.map(() => []) ?? [];
    let served = 0;
    for (let pod = first; pod < end; pod += 1) {
      const podRate = this.weather.podRate(rate, arm, pod, from, to);
      const all = queue === undefined ? undefined : this.queueOf(arm, pod, from).answered(this.random, to);
      for (const [e, each] of slow.entries()) each.push(all?.slow[e] ?? 0);
      const kept = this.keptShare();
      const seen = all?.requests ?? this.random.poisson(load * kept);
      const burst = this.weather.burst(pod, from, to);
      const failed = this.random.binomial(seen, podRate) + burst;
      requests.push(seen + burst);
      bad.push(failed);
      served += failed + (kept < 1 ? this.random.binomial(this.random.poisson(load * (1 - kept)), podRate) : 0);
    }
    return { counts: { requests, bad, slow }, served };
  }

  /** After a restart a counter begins at 0: of the interval only the part behind the last restart is seen. */
  private keptShare(): number {
    const { restarts, interval } = this.service;
    if (restarts === undefined) return 1;
    const behind = this.random.exponential() * restarts.every;
    return behind >= interval ? 1 : behind / interval;
  }

  private queueOf(arm: Arm, pod: number, from: number): PodQueue {
    const name = `${arm} ${pod}`;
    const known = this.queues.get(name);
    if (known !== undefined) return known;
    const { perSecond, pods, queue } = this.service;
    const made = new PodQueue(this.random, {
      from,
      arrivalRate: perSecond / pods,
      service: (queue?.service ?? 0) * (arm === 'canary' ? (queue?.canaryTimes ?? 1) : 1),
      edges: queue?.edges ?? [],
    });
    this.queues.set(name, made);
    return made;
  }
}
