/** HAProxy's runtime API as a router. Weights live in the process: a reload goes back to those of the configuration, and is seen as a change. */
import type { HaproxyOptions } from '../../plan/router.ts';
import { type Effect, type Mover, type Seen, TrafficError } from '../../steering/traffic.ts';
import { Pool } from './pool.ts';
import type { RuntimeApi } from './runtime-api.ts';
import { named, parseServers, questions } from './servers.ts';
import { weightsFor } from './weights.ts';

type Read = Omit<Seen, 'record'>;

export class HaproxyMover implements Mover {
  readonly kind = 'haproxy';
  readonly description: string;
  private readonly api: RuntimeApi;
  private readonly options: HaproxyOptions;

  /** Throws TrafficError `unfit` for a name that is none of HAProxy's. */
  constructor(options: HaproxyOptions, api: RuntimeApi) {
    named('backend', options.backend);
    for (const name of [...options.stable, ...options.canary]) named('server', name);
    this.description = `HAProxy backend ${options.backend}`;
    this.options = options;
    this.api = api;
  }

  async read(signal: AbortSignal): Promise<Read> {
    return seenIn(await this.pool(signal));
  }

  plan(seen: Read, weight: number): readonly Effect[] {
    if (weight === seen.weight) return [];
    const pool = poolOf(seen);
    const wanted = weightsFor(pool, weight);
    const change = (isCanary: boolean) =>
      (isCanary ? pool.canary : pool.stable)
        .map(({ name, weight: from }) => ({ name, from, to: wanted.get(name) ?? 0, isCanary }))
        .filter(({ from, to }) => from !== to);
    return [...change(false), ...change(true)]
      .toSorted((one, other) => turn(one) - turn(other))
      .map(({ name, from, to }) => ({
        object: this.description,
        path: this.pathOf(name),
        from,
        to,
      }));
  }

  /**
   * HAProxy has no compare and swap: the weights are compared just before they are set, and read back after it. Between the comparison
   * and the set, a few milliseconds, another writer is not seen.
   */
  async set(seen: Read, weight: number, signal: AbortSignal): Promise<void> {
    const effects = this.plan(seen, weight);
    const before = await this.pool(signal);
    if (!before.hasWeightsOf(poolOf(seen))) throw changed(poolOf(seen), before);
    if (effects.length === 0) return;
    const commands = effects.map(({ path, to }) => `${path} ${String(to)}`);
    const answers = await this.api.run('write', commands, signal);
    const refused = answers.findIndex((answer) => answer !== '');
    if (refused !== -1) throw refusal(commands[refused] ?? '', answers[refused] ?? '');
    await this.verify(weight, effects, signal);
  }

  private async verify(weight: number, effects: readonly Effect[], signal: AbortSignal): Promise<void> {
    const after = await this.pool(signal).catch((cause: unknown) => {
      const text = cause instanceof Error ? cause.message : String(cause);
      throw new TrafficError('unknown-effect', `the weights were set and not read back: ${text}`, { cause });
    });
    const has = new Map(after.servers.map((server) => [this.pathOf(server.name), server.weight]));
    const other = effects.find(({ path, to }) => has.get(path) !== to);
    if (other === undefined && after.weight === weight) return;
    const got = other === undefined ? `${after.weight} %` : `${other.path} ${has.get(other.path) ?? 'gone'}`;
    throw new TrafficError('conflict', `expected ${weight} % as it was just set, got ${got}: somebody else changes it`);
  }

  private pathOf(name: string): string {
    return `set server ${this.options.backend}/${name} weight`;
  }

  private async pool(signal: AbortSignal): Promise<Pool> {
    const { backend } = this.options;
    const answers = await this.api.run('read', questions(backend), signal);
    const denied = answers.find((answer) => answer.startsWith('Permission denied'));
    if (denied !== undefined) throw refusal('show stat', denied);
    return new Pool(parseServers(backend, answers), this.options);
  }
}

/**
 * HAProxy carries out the commands of a line one behind the other: in this order the canary never has more than before and after,
 * and there is always a server with a weight.
 */
function turn({
  isCanary,
  from,
  to,
}: {
  readonly isCanary: boolean;
  readonly from: number;
  readonly to: number;
}): number {
  const isRaised = to > from;
  if (isCanary) return isRaised ? 2 : 1;
  return isRaised ? 0 : 3;
}

function seenIn(pool: Pool): Read {
  return { weight: pool.weight, live: pool.live, managedBy: undefined, stablePods: pool.stableUp, token: pool };
}

function poolOf({ token }: Read): Pool {
  if (token instanceof Pool) return token;
  throw new TrafficError('unfit', 'expected a view that this router gave, got another one');
}

function changed(seen: Pool, now: Pool): TrafficError {
  const tell = ({ servers }: Pool) => servers.map(({ name, weight }) => `${name} ${weight}`).join(', ');
  return new TrafficError('conflict', `expected the weights that were seen (${tell(seen)}), got ${tell(now)}`);
}

function refusal(command: string, answer: string): TrafficError {
  const text = `expected HAProxy to take "${command}", got ${JSON.stringify(answer.slice(0, 200))}`;
  if (answer.startsWith('Permission denied'))
    return new TrafficError('refused', `${text}; the socket needs "level admin" in HAProxy's configuration`);
  if (answer.startsWith('No such')) return new TrafficError('missing', text);
  const how = answer.includes('static LB') ? '; use a dynamic "balance", as roundrobin or leastconn' : '';
  return new TrafficError('unfit', `${text}${how}`);
}
