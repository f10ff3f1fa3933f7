/**
 * Two Deployments behind one Service as a router: the weight is the canary's part of the pods.
 * https://kubernetes.io/docs/concepts/workloads/management/#canary-deployments
 */
import type { ReplicaOptions } from '../../plan/router.ts';
import { isOpen, type RolloutRecord } from '../../steering/record.ts';
import { readRecord } from '../../steering/record-text.ts';
import { type Effect, type Next, type Seen, type Traffic, TrafficError } from '../../steering/traffic.ts';
import type { Cluster, KubeObject, PatchOperation } from './cluster.ts';
import { RECORD_ANNOTATION } from './cluster.ts';
import { annotation, deploymentPath, readyOf, wantedOf } from './deployment.ts';
import { managedBy } from './managed-by.ts';
import { recordOperations, sameVersion } from './object-traffic.ts';
import { isSame, percentOf, type Replicas, replicasFor } from './replica-plan.ts';
import { unfit } from './routes/unfit.ts';

/** Pods of both together, as they were when the rollout began, and its id. */
const TOTAL = 'shipgate.dev/total';

/** Pods are not all ready: no percentage of them is an arrival. */
export const ON_THE_WAY = -1;

class Pair {
  readonly stable: KubeObject;
  readonly canary: KubeObject;
  readonly total: number;
  constructor(stable: KubeObject, canary: KubeObject, total: number) {
    this.stable = stable;
    this.canary = canary;
    this.total = total;
  }

  get wanted(): Replicas {
    return { stable: wantedOf(this.stable), canary: wantedOf(this.canary) };
  }

  get ready(): Replicas {
    return { stable: readyOf(this.stable), canary: readyOf(this.canary) };
  }
}

export class ReplicaTraffic implements Traffic {
  readonly kind = 'replicas';
  readonly description: string;
  private readonly options: ReplicaOptions;
  private readonly cluster: Cluster;

  constructor(options: ReplicaOptions, cluster: Cluster) {
    this.options = options;
    this.cluster = cluster;
    this.description = `Deployments ${cluster.namespace}/${options.stable} and ${options.canary}`;
  }

  async read(signal: AbortSignal): Promise<Seen> {
    const [stable, canary] = await Promise.all(
      [this.options.stable, this.options.canary].map((name) => this.cluster.get(this.path(name), signal)),
    );
    if (stable === undefined || canary === undefined) throw new TrafficError('missing', 'no such Deployments');
    return this.seenIn(stable, canary);
  }

  plan(seen: Seen, weight: number): readonly Effect[] {
    const { total, wanted } = pairOf(seen);
    const to = replicasFor(total, weight);
    const effect = (arm: 'stable' | 'canary'): Effect => ({
      object: `Deployment ${this.cluster.namespace}/${this.options[arm]}`,
      path: '/spec/replicas',
      from: wanted[arm],
      to: to[arm],
    });
    return (['stable', 'canary'] as const).filter((arm) => wanted[arm] !== to[arm]).map(effect);
  }

  /**
   * The record first, with the canary's pods where they grow; then stable; the side that shrinks comes last. A run that died on the
   * way is seen by `read`: the record says what was meant, and the weight is still the one before.
   */
  async write(seen: Seen, { weight, record }: Next, signal: AbortSignal): Promise<Seen> {
    const pair = pairOf(seen);
    const to = weight === undefined ? pair.wanted : replicasFor(pair.total, weight);
    const grows = to.canary >= pair.wanted.canary;
    const kept = [
      sameVersion(pair.canary),
      ...recordOperations(pair.canary, record),
      ...this.totalOperations(pair, record),
    ];
    const first = [...kept, ...(grows ? scaled(pair.canary, to.canary) : [])];
    const canary = await this.patch(this.options.canary, first, signal);
    try {
      return await this.rest(pair, canary, to, signal);
    } catch (error) {
      // The record is written, and maybe pods: nobody may take this for a write that was not done.
      if (!(error instanceof TrafficError)) throw error;
      throw new TrafficError('unknown-effect', `the record was written, the pods not all: ${error.message}`, {
        cause: error,
      });
    }
  }

  private async rest(pair: Pair, canary: KubeObject, to: Replicas, signal: AbortSignal): Promise<Seen> {
    const stable =
      to.stable === pair.wanted.stable
        ? pair.stable
        : await this.patch(this.options.stable, scaled(pair.stable, to.stable), signal);
    if (wantedOf(canary) === to.canary) return this.seenIn(stable, canary);
    return this.seenIn(stable, await this.patch(this.options.canary, scaled(canary, to.canary), signal));
  }

  private totalOperations({ canary, total }: Pair, { id, log }: RolloutRecord): readonly PatchOperation[] {
    const value = `${total} ${id}`;
    if (log.length === 0 || annotation(canary, TOTAL) === value) return [];
    // The map is there: the record was put into it one operation before.
    return [{ op: 'add', path: `/metadata/annotations/${TOTAL.replace('/', '~1')}`, value }];
  }

  private patch(name: string, operations: readonly PatchOperation[], signal: AbortSignal): Promise<KubeObject> {
    return this.cluster.patch(this.path(name), operations, signal);
  }

  private path(name: string): string {
    return deploymentPath(this.cluster.namespace, name);
  }

  private seenIn(stable: KubeObject, canary: KubeObject): Seen {
    refuseOnePodSet(stable, canary);
    const record = readRecord(annotation(canary, RECORD_ANNOTATION));
    const pair = new Pair(stable, canary, this.totalOf(stable, canary, record));
    const weight = toldWeight(pair, record);
    const isThere = isSame(pair.ready, pair.wanted);
    return {
      weight,
      live: isThere ? weight : ON_THE_WAY,
      record,
      managedBy: managedBy(canary) ?? managedBy(stable),
      stablePods: undefined,
      token: pair,
    };
  }

  /**
   * Fixed while a rollout is under way, so that a move that is half done can be told from a foreign one; of a rollout that is over,
   * as long as its last move is on the way.
   */
  private totalOf(stable: KubeObject, canary: KubeObject, record: RolloutRecord | undefined): number {
    const wanted = { stable: wantedOf(stable), canary: wantedOf(canary) };
    const fresh = this.options.total ?? wanted.stable + wanted.canary;
    const [number = '', id] = (annotation(canary, TOTAL) ?? '').split(/ (.*)/s);
    const kept = Number(number);
    if (record === undefined || record.log.length === 0 || id !== record.id || !(kept > 0)) return fresh;
    if (isOpen(record)) return kept;
    const behind = possible(kept, record.weight);
    const isHalfDone = behind !== undefined && !isSame(wanted, behind) && isOurs(wanted, kept, record);
    return isHalfDone ? kept : fresh;
  }
}

/** The record's weight where the pods are what it makes; the one before where they are on the way; else what they are. */
function toldWeight({ wanted, total }: Pair, record: RolloutRecord | undefined): number {
  if (record === undefined || record.log.length === 0) return percentOf(wanted);
  const behind = possible(total, record.weight);
  if (behind !== undefined && isSame(wanted, behind)) return record.weight;
  return isOurs(wanted, total, record) ? record.from : percentOf(wanted);
}

/** Each side is what it was before the last move, or what it is to be behind it. */
function isOurs(wanted: Replicas, total: number, { from, weight }: RolloutRecord): boolean {
  const [before, behind] = [from, weight].map((each) => possible(total, each));
  if (before === undefined || behind === undefined) return false;
  return (['stable', 'canary'] as const).every((arm) => wanted[arm] === before[arm] || wanted[arm] === behind[arm]);
}

function possible(total: number, weight: number): Replicas | undefined {
  try {
    return replicasFor(total, weight);
  } catch {
    return undefined;
  }
}

/** Controllers write the status all the time; the generation counts what people and we write of the spec. */
function scaled(object: KubeObject, to: number): readonly PatchOperation[] {
  const path = '/spec/replicas';
  return [
    { op: 'test', path: '/metadata/generation', value: object.metadata?.['generation'] },
    { op: 'test', path, value: wantedOf(object) },
    { op: 'replace', path, value: to },
  ];
}

/** Pods that both Deployments take for theirs could not be told apart. */
function refuseOnePodSet(stable: KubeObject, canary: KubeObject): void {
  const selector = (object: KubeObject) => JSON.stringify(Object(object['spec']).selector);
  if (selector(stable) !== selector(canary)) return;
  throw unfit('two Deployments with pods of their own', 'one selector in both', 'give each a label of its own');
}

function pairOf({ token }: Seen): Pair {
  if (token instanceof Pair) return token;
  throw new TrafficError('unfit', 'expected a view that this router gave, got another one');
}
