/** Everything of a trace that is drawn once and shared by cells: noise, the hour of the day, the outage, bursts. */
import type { Random } from './random.ts';
import type { Noise, Service } from './service.ts';

const DAY = 86_400;

export class Weather {
  private readonly service: Service;
  private readonly random: Random;
  private readonly hour: number;
  private readonly outageFrom: number;
  private readonly effects: readonly number[];
  private readonly blocks = new Map<number, Float64Array>();
  private readonly bursts: readonly { readonly at: number; readonly pod: number; readonly size: number }[];

  constructor(service: Service, random: Random) {
    this.service = service;
    this.random = random;
    const { day, outage, podEffects, pods } = service;
    const end = service.steps.at(-1)?.to ?? 0;
    this.hour = day === undefined ? 0 : random.unit() * DAY;
    this.outageFrom = outage === undefined ? end : random.unit() * (end - outage.seconds);
    // One effect for each pod of either release: a pod that is replaced is another pod.
    this.effects = podEffects === undefined ? [] : Array.from({ length: 2 * pods }, () => random.noise(podEffects.cv));
    this.bursts = drawBursts(service, end, random);
  }

  /** Factor of the traffic. */
  load(from: number, to: number): number {
    return 1 + (this.service.day?.load ?? 0) * this.sun(from, to);
  }

  /** Mean error rate of an arm in an interval, before what its pods differ in. */
  armRate(arm: 'canary' | 'stable', from: number, to: number): number {
    const { base, fault, day, armNoise } = this.service;
    const share = arm === 'canary' && fault !== undefined ? overlap(from, to, fault.from, Number.POSITIVE_INFINITY) : 0;
    const rate = share === 0 ? base : base * (1 - share) + (fault?.rate ?? 0) * share;
    const noise = armNoise === undefined ? 1 : this.noise(armNoise, arm === 'canary' ? 0 : 1, 2, from);
    return rate * (1 + (day?.errors ?? 0) * this.sun(from, to)) * noise;
  }

  podRate(armRate: number, arm: 'canary' | 'stable', pod: number, from: number, to: number): number {
    const { podNoise, podEffects, outage, pods } = this.service;
    const number = arm === 'canary' ? pod : pods + pod;
    let rate = armRate;
    if (podEffects !== undefined) rate *= this.effects[number] ?? 1;
    if (podNoise !== undefined) rate *= this.noise(podNoise, number, 2 * pods, from);
    rate = Math.min(1, rate);
    if (outage === undefined) return rate;
    const share = overlap(from, to, this.outageFrom, this.outageFrom + outage.seconds);
    return rate * (1 - share) + Math.max(rate, outage.rate) * share;
  }

  /** Failing requests of bursts that hit a pod. */
  burst(pod: number, from: number, to: number): number {
    let sum = 0;
    for (const { at, pod: hit, size } of this.bursts) if (hit === pod && at >= from && at < to) sum += size;
    return sum;
  }

  private sun(from: number, to: number): number {
    return this.service.day === undefined ? 0 : Math.sin((2 * Math.PI * ((from + to) / 2 + this.hour)) / DAY);
  }

  /** The factor of one arm or pod in the block in which `from` lies. */
  private noise({ cv, seconds }: Noise, number: number, of: number, from: number): number {
    const block = Math.floor(from / seconds);
    let factors = this.blocks.get(block);
    if (factors === undefined) {
      factors = Float64Array.from({ length: of }, () => this.random.noise(cv));
      this.blocks.set(block, factors);
    }
    return factors[number] ?? 1;
  }
}

function drawBursts({ bursts, pods }: Service, end: number, random: Random) {
  const drawn: { at: number; pod: number; size: number }[] = [];
  if (bursts === undefined) return drawn;
  for (let at = random.exponential() * bursts.every; at < end; at += random.exponential() * bursts.every) {
    drawn.push({
      at,
      pod: random.below(pods),
      size: 1 + Math.floor(random.exponential() / -Math.log1p(-1 / bursts.requests)),
    });
  }
  return drawn;
}

/** Share of the interval that lies between two moments. */
function overlap(from: number, to: number, start: number, end: number): number {
  return Math.max(0, Math.min(to, end) - Math.max(from, start)) / (to - from);
}
