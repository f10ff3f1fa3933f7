/** The two groups of servers of a backend, and how they share its traffic. Pure. */
import { TrafficError } from '../../steering/traffic.ts';
import type { Server } from './servers.ts';

export interface Wanted {
  readonly backend: string;
  /** Names of servers. */
  readonly stable: readonly string[];
  readonly canary: readonly string[];
}

export class Pool {
  readonly stable: readonly Server[];
  readonly canary: readonly Server[];

  /**
   * Throws TrafficError `missing` when a server is not in the backend, `unfit` when another one takes part of the traffic, a name is in
   * both groups, or no server has a weight.
   */
  constructor(servers: readonly Server[], wanted: Wanted) {
    const both = [...wanted.stable, ...wanted.canary];
    if (new Set(both).size < both.length || wanted.stable.length === 0 || wanted.canary.length === 0)
      throw unfit('names of servers of stable and of canary, each once', both.join(', ') || 'none');
    this.stable = pick(servers, wanted, wanted.stable);
    this.canary = pick(servers, wanted, wanted.canary);
    const other = servers.find(({ name, weight, isBackup }) => !both.includes(name) && weight > 0 && !isBackup);
    if (other !== undefined)
      throw unfit(
        `all traffic of ${wanted.backend} in stable and canary`,
        `server ${other.name} with weight ${other.weight}; name it in one of them, or give it weight 0`,
      );
    const backup = [...this.stable, ...this.canary].find(({ isBackup }) => isBackup);
    if (backup !== undefined) throw unfit('servers that take part of the traffic', `${backup.name}, which is a backup`);
    if (total(this.servers.map(({ weight }) => weight)) === 0)
      throw unfit(`a server of ${wanted.backend} with a weight above 0`, 'none');
  }

  get servers(): readonly Server[] {
    return [...this.stable, ...this.canary];
  }

  /** Percent for the canary, as HAProxy was told. */
  get weight(): number {
    return percent(total(this.canary.map(({ weight }) => weight)), total(this.stable.map(({ weight }) => weight)));
  }

  /** Percent that really goes there. While no server can take a request, none does. */
  get live(): number {
    const share = (servers: readonly Server[]) => total(servers.map(({ isUp, effective }) => (isUp ? effective : 0)));
    return percent(share(this.canary), share(this.stable));
  }

  /** Servers of stable that take requests, or would with a weight. */
  get stableUp(): number {
    return this.stable.filter(({ isUp }) => isUp).length;
  }

  /** Whether both have the same weights: health is no matter of it. */
  hasWeightsOf(other: Pool): boolean {
    const weights = ({ servers }: Pool) => JSON.stringify(servers.map(({ name, weight }) => [name, weight]));
    return weights(this) === weights(other);
  }
}

/** Rounded to 0.1: whole weights cannot be nearer to every percent. */
export function percent(canary: number, stable: number): number {
  return canary === 0 ? 0 : Math.round((canary / (canary + stable)) * 1000) / 10;
}

export function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function pick(servers: readonly Server[], { backend }: Wanted, names: readonly string[]): readonly Server[] {
  return names.map((name) => {
    const found = servers.find((server) => server.name === name);
    if (found !== undefined) return found;
    const there = servers.map((server) => server.name).join(', ') || 'none';
    throw new TrafficError('missing', `expected a server ${name} in backend ${backend} of HAProxy, got: ${there}`);
  });
}

function unfit(expected: string, got: string): TrafficError {
  return new TrafficError('unfit', `router: expected ${expected}; got ${got}`);
}
