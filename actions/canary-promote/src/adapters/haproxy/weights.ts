/**
 * Whole weights that give the canary a percent. Pure. HAProxy's are 0 to 256 for each server, and only their ratio counts
 * (HAProxy Configuration Manual, "weight").
 */
import { TrafficError } from '../../steering/traffic.ts';
import { type Pool, percent, total } from './pool.ts';
import type { Server } from './servers.ts';

const LARGEST = 256;

/**
 * By the name of the server. Within a group the weights have the ratio of the configured ones. The share is right to 0.05 %; among such:
 * no server of a group idle, then the nearest share, the evenest groups, and a sum like the configured one.
 * Throws TrafficError `unfit` when no weights make this percent.
 */
export function weightsFor({ stable, canary }: Pick<Pool, 'stable' | 'canary'>, wanted: number): Weights {
  const usual = total(ratios(stable));
  let best: Candidate | undefined;
  for (const [ours, theirs] of sums(wanted, canary.length, stable.length)) {
    const groups = [spread(ours, canary), spread(theirs, stable)];
    const [left, right] = groups;
    if (left === undefined || right === undefined) continue;
    const error = Math.abs((ours / (ours + theirs)) * 100 - wanted);
    const cost = [
      left.idle + right.idle,
      Math.round(error * 1e6),
      Math.round(Math.max(left.unevenness, right.unevenness) * 1e6),
      Math.abs(ours + theirs - usual),
    ];
    if (best === undefined || isLess(cost, best.cost)) best = { cost, weights: [...left.weights, ...right.weights] };
  }
  if (best === undefined) throw tooFine(wanted, canary.length, stable.length);
  return new Map(best.weights);
}

export type Weights = ReadonlyMap<string, number>;

interface Candidate {
  readonly cost: readonly number[];
  readonly weights: readonly (readonly [string, number])[];
}

/** Sums of canary's and stable's weights that read as this percent. */
function* sums(wanted: number, canaries: number, stables: number): Generator<readonly [number, number]> {
  if (wanted === 0) for (let theirs = 1; theirs <= stables * LARGEST; theirs += 1) yield [0, theirs];
  for (let ours = 1; ours <= canaries * LARGEST && wanted > 0; ours += 1) {
    const theirs = Math.round((ours * (100 - wanted)) / wanted);
    if (theirs <= stables * LARGEST && percent(ours, theirs) === wanted) yield [ours, theirs];
  }
}

interface Spread {
  readonly weights: readonly (readonly [string, number])[];
  readonly idle: number;
  /** The largest distance of a weight from its exact part, as a part of that. */
  readonly unevenness: number;
}

/** Undefined when a server would need more than the largest weight. */
function spread(sum: number, servers: readonly Server[]): Spread | undefined {
  const parts = ratios(servers);
  const whole = total(parts);
  const exact = parts.map((part) => (sum * part) / whole);
  const weights = exact.map(Math.floor);
  const byRest = exact.map((_, at) => at).sort((one, two) => rest(exact, two) - rest(exact, one) || one - two);
  const missing = sum - total(weights);
  for (const at of byRest.slice(0, missing)) weights[at] = (weights[at] ?? 0) + 1;
  if (weights.some((weight) => weight > LARGEST)) return undefined;
  return {
    weights: servers.map(({ name }, at) => [name, weights[at] ?? 0]),
    idle: sum === 0 ? 0 : weights.filter((weight) => weight === 0).length,
    unevenness: sum === 0 ? 0 : Math.max(...weights.map((weight, at) => Math.abs(weight / (exact[at] ?? 1) - 1))),
  };
}

function rest(exact: readonly number[], at: number): number {
  return (exact[at] ?? 0) % 1;
}

/** Configured weights; a group with a 0 in it was configured for the time before a rollout, and says nothing of sizes. */
function ratios(servers: readonly Server[]): readonly number[] {
  const configured = servers.map(({ initial }) => initial);
  return configured.every((weight) => weight > 0) ? configured : configured.map(() => 100);
}

function isLess(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((value, place) => value !== other[place]);
  return at !== -1 && (one[at] ?? 0) < (other[at] ?? 0);
}

function tooFine(wanted: number, canaries: number, stables: number): TrafficError {
  return new TrafficError(
    'unfit',
    `expected a percent that whole weights of 0 to ${LARGEST} make with ${canaries} servers of canary and ${stables} of stable, in steps of 0.1; got ${wanted}`,
  );
}
