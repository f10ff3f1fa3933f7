// Requests to two releases, as a router with a weight sends them.
import { Agent, get } from 'node:http';
import type { Release } from './release.ts';

export interface Traffic {
  /** Percent of the requests that the canary gets from now on. */
  setWeight(percent: number): void;
  stop(): void;
}

export interface TrafficSettings {
  readonly canary: Release;
  readonly stable: Release;
  readonly perSecond: number;
  /** Numbers from 0 to 1. */
  readonly next: () => number;
}

/** Of each hundred requests in a row the canary gets as many as the weight says; the pods of a release take turns. */
export function startTraffic({ canary, stable, perSecond, next }: TrafficSettings): Traffic {
  const agent = new Agent({ keepAlive: true });
  let weight = 0;
  let due = 0;
  let timer: NodeJS.Timeout | undefined;
  const turns = { canary: 0, stable: 0 };
  const send = (): void => {
    due += weight;
    const arm = due >= 100 ? 'canary' : 'stable';
    if (arm === 'canary') due -= 100;
    const { addresses } = arm === 'canary' ? canary : stable;
    const address = addresses[turns[arm] % addresses.length] ?? '';
    turns[arm] += 1;
    get(`${address}/orders`, { agent }, (response) => response.resume()).on('error', () => undefined);
    // Requests come by chance, as those of many people do.
    timer = setTimeout(send, (-Math.log(1 - next()) / perSecond) * 1000);
  };
  send();
  return {
    setWeight: (percent) => {
      weight = percent;
    },
    stop: () => {
      clearTimeout(timer);
      agent.destroy();
    },
  };
}
