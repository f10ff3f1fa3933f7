import { Pool } from './pool.ts';
import type { Server } from './servers.ts';

export function server(name: string, over: Partial<Server> = {}): Server {
  const { weight = 100, initial = weight, effective = weight } = over;
  return { name, isUp: true, isBackup: false, ...over, weight, initial, effective };
}

/** Of servers s0, s1, … and c0, c1, … with these weights, which are the configured ones too when no others are given. */
export function poolOf(stable: readonly number[], canary: readonly number[], configured?: number): Pool {
  const group = (letter: string, weights: readonly number[]) =>
    weights.map((weight, at) => server(`${letter}${at}`, { weight, initial: configured ?? weight }));
  const [left, right] = [group('s', stable), group('c', canary)];
  const names = (servers: readonly Server[]) => servers.map(({ name }) => name);
  return new Pool([...left, ...right], { backend: 'web', stable: names(left), canary: names(right) });
}
