/**
 * Argo Rollouts as a router: the controller moves the weights, this lets it go on or aborts, as the plugin's `promote` and `abort` do.
 * https://argo-rollouts.readthedocs.io/en/stable/features/kubectl-plugin/
 */
import type { ArgoOptions } from '../../plan/router.ts';
import { isOpen, type RolloutRecord } from '../../steering/record.ts';
import { readRecord } from '../../steering/record-text.ts';
import { type Effect, type Next, type Seen, type Traffic, TrafficError } from '../../steering/traffic.ts';
import { type ArgoState, argoState, refuseUnpaused } from './argo-state.ts';
import type { Cluster, KubeObject, PatchOperation } from './cluster.ts';
import { RECORD_ANNOTATION } from './cluster.ts';
import { annotation } from './deployment.ts';
import { managedBy } from './managed-by.ts';
import { objectOf, recordOperations, sameVersion } from './object-traffic.ts';
import { ON_THE_WAY } from './replicas.ts';
import { unfit } from './routes/unfit.ts';

/** Pods of the version that a rollout began with, and its id. */
const POD_HASH = 'shipgate.dev/pod-hash';

export class ArgoTraffic implements Traffic {
  readonly kind = 'argo-rollouts';
  readonly description: string;
  private readonly cluster: Cluster;
  private readonly path: string;

  constructor({ rollout }: ArgoOptions, cluster: Cluster) {
    this.cluster = cluster;
    const folder = `/apis/argoproj.io/v1alpha1/namespaces/${encodeURIComponent(cluster.namespace)}/rollouts`;
    this.path = `${folder}/${encodeURIComponent(rollout)}`;
    this.description = `Rollout ${cluster.namespace}/${rollout}`;
  }

  async read(signal: AbortSignal): Promise<Seen> {
    return seenIn(await this.cluster.get(this.path, signal));
  }

  /** A promotion goes one pause further; a dry run is told of every weight that the Rollout has. */
  plan(seen: Seen, weight: number): readonly Effect[] {
    const object = objectOf(seen);
    refuseUnpaused(object);
    const { weights, index } = argoState(object);
    const effect = (path: string, from: unknown, to: unknown) => [{ object: this.description, path, from, to }];
    if (weight === seen.weight) return [];
    if (weight === 0) return effect('/status/abort', false, true);
    if (weight !== 100 && !weights.includes(weight)) throw otherWeight(weights, weight);
    return effect('/status/pauseConditions', `paused at step ${index + 1}`, null);
  }

  /** The record first: a run that died behind it is seen by `read`, and the same write again completes it. */
  async write(seen: Seen, { weight, record }: Next, signal: AbortSignal): Promise<Seen> {
    const object = objectOf(seen);
    const state = argoState(object);
    const moves = weight === undefined || weight === seen.weight ? [] : statusOperations(object, state, weight);
    const kept = [sameVersion(object), ...recordOperations(object, record), ...hashOperations(object, state, record)];
    const written = await this.cluster.patch(this.path, kept, signal);
    if (moves.length === 0) return seenIn(written);
    try {
      // The spec must still be the one that was seen: the controller may not have looked at a newer one yet.
      const same = { op: 'test', path: '/metadata/generation', value: written.metadata?.['generation'] } as const;
      await this.cluster.patch(`${this.path}/status`, [same, ...moves], signal);
    } catch (error) {
      if (!(error instanceof TrafficError)) throw error;
      throw new TrafficError('unknown-effect', `the record was written, the Rollout not moved: ${error.message}`, {
        cause: error,
      });
    }
    return seenIn(await this.cluster.get(this.path, signal));
  }
}

/** The version that the rollout began with: another image in its place is another rollout. */
function hashOperations(
  object: KubeObject,
  { podHash }: ArgoState,
  { id, log }: RolloutRecord,
): readonly PatchOperation[] {
  const value = `${podHash} ${id}`;
  const known = annotation(object, POD_HASH);
  if (log.length === 0 || known === value || known?.endsWith(` ${id}`) === true) return [];
  return [{ op: 'add', path: `/metadata/annotations/${POD_HASH.replace('/', '~1')}`, value }];
}

function refuseOtherVersion(
  object: KubeObject,
  { podHash, isObserved }: ArgoState,
  record: RolloutRecord | undefined,
): void {
  const [hash, id] = (annotation(object, POD_HASH) ?? '').split(/ (.*)/s);
  if (record === undefined || id !== record.id || !isOpen(record) || !isObserved || podHash === hash) return;
  throw unfit(
    `the version that the rollout began with (pods ${hash})`,
    `pods ${podHash}`,
    'end this rollout, and begin one for the new image',
  );
}

/** Each stands behind tests: the same pause, and the pods of the same version. A second promotion of one pause finds none. */
function statusOperations(object: KubeObject, state: ArgoState, weight: number): readonly PatchOperation[] {
  refuseUnpaused(object);
  const same: readonly PatchOperation[] = [{ op: 'test', path: '/status/currentPodHash', value: state.podHash }];
  if (weight === 0 && state.isWhole)
    throw unfit('a Rollout in the middle of its steps', 'one that is through', 'undo it: kubectl argo rollouts undo');
  if (weight === 0) return [...same, { op: 'add', path: '/status/abort', value: true }];
  if (state.isHeld) throw unfit('a Rollout that goes on', 'spec.paused: true', 'resume it');
  if (weight !== state.next) throw otherWeight(state.weights, weight, state.next);
  const { pauseConditions } = Object(object['status']);
  if (!Array.isArray(pauseConditions))
    throw new TrafficError('conflict', 'expected a Rollout that waits at a pause, got one that moves');
  return [
    ...same,
    { op: 'test', path: '/status/currentStepIndex', value: state.index },
    { op: 'test', path: '/status/pauseConditions', value: pauseConditions },
    { op: 'remove', path: '/status/pauseConditions' },
  ];
}

function seenIn(object: KubeObject): Seen {
  const record = readRecord(annotation(object, RECORD_ANNOTATION));
  const state = argoState(object);
  refuseOtherVersion(object, state, record);
  const weight = toldWeight(state, record);
  return {
    weight,
    live: liveWeight(state, weight),
    record,
    managedBy: managedBy(object),
    stablePods: undefined,
    token: object,
  };
}

function toldWeight(state: ArgoState, record: RolloutRecord | undefined): number {
  const isBegun = record !== undefined && record.log.length > 0;
  // The controller takes an abort away from a Rollout that is through: all of it is the new version.
  if (state.isWhole && state.isObserved) {
    if (isBegun) return record.weight > record.safeWeight ? 100 : record.weight;
    throw unfit(
      'a Rollout with a new version that waits at its first pause',
      'one version',
      'set the new image before the rollout',
    );
  }
  if (state.isAborted) return 0;
  if (state.isPaused || !isBegun) return state.reached;
  // On its way from one pause to the next.
  return record.weight === state.reached || record.weight === state.next ? record.weight : state.reached;
}

function liveWeight({ isPaused, isAborted, isWhole, reached, routed, updated }: ArgoState, told: number): number {
  if (isWhole) return told;
  if (isAborted) return routed ?? (updated === 0 ? 0 : ON_THE_WAY);
  if (!isPaused) return told === 0 ? 0 : ON_THE_WAY;
  return routed ?? reached;
}

function otherWeight(weights: readonly number[], got: number, next?: number): TrafficError {
  const wanted = next === undefined ? `one of ${[...weights, 100].join(', ')} %` : `${next} %, the Rollout's next`;
  return unfit(wanted, `${got} %`, 'give the plan the steps of the Rollout');
}
