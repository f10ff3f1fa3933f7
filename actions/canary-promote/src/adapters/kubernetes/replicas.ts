/**
 * Two Deployments behind one Service as a router: the weight is the canary's part of the pods.
 * https://kubernetes.io/docs/concepts/workloads/management/#canary-deployments
 */
import type { ReplicaOptions } from '../../plan/router.ts';
import type { RolloutRecord } from '../../steering/record.ts';
import { readRecord } from '../../steering/record-text.ts';
import { type Effect, type Next, type Seen, type Traffic, TrafficError } from '../../steering/traffic.ts';
import type { Cluster, KubeObject, PatchOperation } from './cluster.ts';
import { RECORD_ANNOTATION } from './cluster.ts';
import { annotation, deploymentPath, readyOf, wantedOf } from './deployment.ts';
import { managedBy } from './managed-by.ts';
import { recordOperations, sameVersion } from './object-traffic.ts';
import { isSame, percentOf, type Replicas, replicasFor } from './replica-plan.ts';
import { unfit } from './routes/unfit.ts';

/** Pods of both together, as they were when the rollout began. */
const TOTAL = 'shipgate.dev/total';

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
    let canary = await this.patch(this.options.canary, first, signal);
    const stable =
      to.stable === pair.wanted.stable
        ? pair.stable
        : await this.patch(this.options.stable, scaled(pair.stable, to.stable), signal);
    if (!grows) canary = await this.patch(this.options.canary, scaled(canary, to.canary), signal);
    return this.seenIn(stable, canary);
  }

  private totalOperations({ canary, total }: Pair, record: RolloutRecord): readonly PatchOperation[] {
    if (annotation(canary, TOTAL) === String(total)) return [];
    // The map is there: the record was put into it one operation before.
    return record.log.length === 0
      ? []
      : [{ op: 'add', path: `/metadata/annotations/${TOTAL.replace('/', '~1')}`, value: String(total) }];
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
    const isReady = weight === record?.weight && isSame(pair.ready, pair.wanted);
    return {
      weight,
      live: isReady ? weight : percentOf(pair.ready),
      record,
      managedBy: managedBy(canary) ?? managedBy(stable),
      stablePods: undefined,
      token: pair,
    };
  }

  /** Fixed while a rollout is under way, so that a move that is half done can be told from a foreign one. */
  private totalOf(stable: KubeObject, canary: KubeObject, record: RolloutRecord | undefined): number {
    const kept = Number(annotation(canary, TOTAL));
    const isUnderWay = record !== undefined && record.log.length > 0;
    if (isUnderWay && Number.isSafeInteger(kept) && kept > 0) return kept;
    return this.options.total ?? wantedOf(stable) + wantedOf(canary);
  }
}

/** The record's weight where the pods are what it makes; the one before where they are on the way; else what they are. */
function toldWeight({ wanted, total }: Pair, record: RolloutRecord | undefined): number {
  if (record === undefined || record.log.length === 0) return percentOf(wanted);
  const [before, behind] = [record.from, record.weight].map((weight) => possible(total, weight));
  if (behind !== undefined && isSame(wanted, behind)) return record.weight;
  if (before === undefined || behind === undefined) return percentOf(wanted);
  const isOurs = (arm: 'stable' | 'canary') => wanted[arm] === before[arm] || wanted[arm] === behind[arm];
  return isOurs('stable') && isOurs('canary') ? record.from : percentOf(wanted);
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
