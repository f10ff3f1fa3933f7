/**
 * One Deployment that Kubernetes rolls, held at each step, and taken back as `kubectl rollout undo` does. Its template is to be changed
 * while it is paused: `kubectl rollout pause`, then `kubectl set image`.
 */
import type { RollingOptions } from '../../plan/router.ts';
import type { RolloutRecord } from '../../steering/record.ts';
import { readRecord } from '../../steering/record-text.ts';
import { type Effect, type Next, type Seen, type Traffic, TrafficError } from '../../steering/traffic.ts';
import type { Cluster, KubeObject, PatchOperation } from './cluster.ts';
import { RECORD_ANNOTATION } from './cluster.ts';
import { annotation, deploymentPath, isObserved, wantedOf } from './deployment.ts';
import { managedBy } from './managed-by.ts';
import { recordOperations, sameVersion } from './object-traffic.ts';
import { percentOf } from './replica-plan.ts';
import { ON_THE_WAY } from './replicas.ts';
import { Revisions } from './revisions.ts';
import { freeOperations, heldAt, holdOperations, newPods } from './rolling-plan.ts';
import { unfit } from './routes/unfit.ts';

interface View {
  readonly object: KubeObject;
  readonly revisions: Revisions;
}

export class RollingTraffic implements Traffic {
  readonly kind = 'rolling';
  readonly description: string;
  private readonly cluster: Cluster;
  private readonly path: string;

  constructor({ deployment }: RollingOptions, cluster: Cluster) {
    this.cluster = cluster;
    this.path = deploymentPath(cluster.namespace, deployment);
    this.description = `Deployment ${cluster.namespace}/${deployment}`;
  }

  async read(signal: AbortSignal): Promise<Seen> {
    const object = await this.cluster.get(this.path, signal);
    return this.seenIn({ object, revisions: await this.revisionsOf(object, signal) });
  }

  plan(seen: Seen, weight: number): readonly Effect[] {
    return this.operations(viewOf(seen), weight, seen.record).flatMap((operation): readonly Effect[] => {
      if (!operation.path.startsWith('/spec/')) return [];
      const key = operation.path.split('/')[2] ?? '';
      const from: unknown = Object(viewOf(seen).object['spec'])[key];
      const to = 'value' in operation ? operation.value : null;
      return [{ object: this.description, path: operation.path, from: from ?? null, to }];
    });
  }

  /** One JSON Patch: record, strategy and template together. */
  async write(seen: Seen, { weight, record }: Next, signal: AbortSignal): Promise<Seen> {
    const view = viewOf(seen);
    // Twice the same is once: an undo of an undo would bring the canary back.
    const moves = weight === undefined || weight === seen.weight ? [] : this.operations(view, weight, seen.record);
    const operations = [sameVersion(view.object), ...recordOperations(view.object, record), ...moves];
    const object = await this.cluster.patch(this.path, operations, signal);
    return this.seenIn({ object, revisions: await this.revisionsOf(object, signal) });
  }

  private operations(
    { object, revisions }: View,
    weight: number,
    record: RolloutRecord | undefined,
  ): readonly PatchOperation[] {
    if (weight >= 100) return freeOperations(object);
    if (weight > (record?.safeWeight ?? 0)) {
      if (heldAt(object) === undefined && !isPaused(object)) throw notPaused();
      return holdOperations(object, newPods(object, weight));
    }
    return freeOperations(object, revisions.before(object));
  }

  private async revisionsOf(object: KubeObject, signal: AbortSignal): Promise<Revisions> {
    const folder = `/apis/apps/v1/namespaces/${encodeURIComponent(this.cluster.namespace)}/replicasets`;
    return new Revisions(object, await this.cluster.list(folder, {}, signal));
  }

  private seenIn(view: View): Seen {
    const { object } = view;
    const record = readRecord(annotation(object, RECORD_ANNOTATION));
    const weight = toldWeight(view, record);
    return {
      weight,
      live: liveWeight(view, weight),
      record,
      managedBy: managedBy(object),
      stablePods: undefined,
      token: view,
    };
  }
}

/** Held: what it is held at. Free: all of the newest template, which is the new one until the record says that it went back. */
function toldWeight({ object, revisions }: View, record: RolloutRecord | undefined): number {
  const held = heldAt(object);
  if (held !== undefined) {
    const isTold = record !== undefined && pods(object, record.weight) === held;
    return isTold ? record.weight : percentOf({ canary: held, stable: wantedOf(object) - held });
  }
  const isOver = record === undefined || record.log.length === 0 || record.state === 'promoted';
  if (isPaused(object)) {
    if (!revisions.hasNewTemplate(object))
      throw unfit(
        'a paused Deployment with a new template',
        'the template that runs',
        'set the new image before the rollout',
      );
    return 0;
  }
  if (isOver && revisions.isOne(object)) throw notPaused();
  return record !== undefined && record.weight <= record.safeWeight ? record.weight : 100;
}

function pods(object: KubeObject, weight: number): number | undefined {
  try {
    return weight > 0 && weight < 100 ? newPods(object, weight) : undefined;
  } catch {
    return undefined;
  }
}

function isPaused(object: KubeObject): boolean {
  return Object(object['spec']).paused === true;
}

function notPaused(): TrafficError {
  const remedy = 'run kubectl rollout pause, then set the image';
  return unfit('a paused Deployment with a new template', 'one that is not paused', remedy);
}

/** The weight where the ready pods of both templates are just what it makes; else they are on the way. */
function liveWeight({ object, revisions }: View, weight: number): number {
  if (!isObserved(object)) return ON_THE_WAY;
  const total = wantedOf(object);
  const canary = revisions.readyNew(object);
  const stable = revisions.readyOld(object);
  if (isPaused(object) && canary === 0) return stable === total ? 0 : ON_THE_WAY;
  // Behind an undo the newest template is the old one again.
  const wanted = weight <= 0 || weight >= 100 ? total : (pods(object, weight) ?? -1);
  return canary === wanted && stable === total - wanted ? weight : ON_THE_WAY;
}

function viewOf({ token }: Seen): View {
  if (typeof token === 'object' && token !== null && 'revisions' in token && token.revisions instanceof Revisions)
    return { object: 'object' in token ? Object(token.object) : {}, revisions: token.revisions };
  throw new TrafficError('unfit', 'expected a view that this router gave, got another one');
}
