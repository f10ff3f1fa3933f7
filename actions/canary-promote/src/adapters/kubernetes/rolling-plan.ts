/**
 * One Deployment held in the middle of its rolling update. New pods that count as available only after a day, no surge, and u of N
 * pods that may be missing: the controller then keeps N - u old pods and makes u new ones, and stays there, whoever watches.
 * https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#rolling-update-deployment Pure.
 */
import { isRecord } from '@shipgate/kit/host';
import type { KubeObject, PatchOperation } from './cluster.ts';
import { annotation, wantedOf } from './deployment.ts';
import { replicasFor } from './replica-plan.ts';
import { unfit } from './routes/unfit.ts';

/** What the Deployment had before, so that it gets it back. */
export const ROLLING = 'shipgate.dev/rolling';
/** Seconds; longer than any rollout. */
const NEVER = 30 * 86_400;

export interface Before {
  readonly strategy: unknown;
  readonly minReadySeconds: unknown;
  readonly progressDeadlineSeconds: unknown;
}

/** Undefined when the Deployment is not held by us. */
export function beforeOf(object: KubeObject): Before | undefined {
  const text = annotation(object, ROLLING);
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (isRecord(value)) {
      const { strategy, minReadySeconds, progressDeadlineSeconds } = value;
      return { strategy, minReadySeconds, progressDeadlineSeconds };
    }
  } catch {
    // Told below, as any other text that is none of ours.
  }
  throw unfit(
    `what the Deployment had before in ${ROLLING}`,
    'something else',
    'take the annotation away when no rollout is under way',
  );
}

/** New pods at this weight, of all that the Deployment wants. */
export function newPods(object: KubeObject, weight: number): number {
  return replicasFor(wantedOf(object), weight).canary;
}

/** New pods that the Deployment is held at; undefined when it is not held. */
export function heldAt(object: KubeObject): number | undefined {
  const { strategy, minReadySeconds, paused } = Object(object['spec']);
  const { maxUnavailable } = Object(Object(strategy).rollingUpdate);
  if (paused === true || minReadySeconds !== NEVER || typeof maxUnavailable !== 'number') return undefined;
  return maxUnavailable;
}

/** Holds it at u new pods. */
export function holdOperations(object: KubeObject, pods: number): readonly PatchOperation[] {
  const strategy = { type: 'RollingUpdate', rollingUpdate: { maxSurge: 0, maxUnavailable: pods } };
  return [
    ...keptOperations(object),
    ...set(object, 'strategy', strategy),
    ...set(object, 'progressDeadlineSeconds', NEVER + 600),
    ...set(object, 'minReadySeconds', NEVER),
    ...set(object, 'paused', undefined),
  ];
}

/** Lets it roll to its end by its own rules, or leaves it with another template that it rolls to. */
export function freeOperations(object: KubeObject, template?: unknown): readonly PatchOperation[] {
  const before = beforeOf(object);
  return [
    ...(before === undefined
      ? []
      : [
          ...set(object, 'strategy', before.strategy),
          ...set(object, 'minReadySeconds', before.minReadySeconds),
          ...set(object, 'progressDeadlineSeconds', before.progressDeadlineSeconds),
          { op: 'remove', path: `/metadata/annotations/${ROLLING.replace('/', '~1')}` } as const,
        ]),
    ...(template === undefined ? [] : set(object, 'template', template)),
    ...set(object, 'paused', undefined),
  ];
}

/** The map of annotations is there: the record was put into it before. */
function keptOperations(object: KubeObject): readonly PatchOperation[] {
  if (beforeOf(object) !== undefined) return [];
  const { strategy, minReadySeconds, progressDeadlineSeconds } = Object(object['spec']);
  const value = JSON.stringify({ strategy, minReadySeconds, progressDeadlineSeconds });
  return [{ op: 'add', path: `/metadata/annotations/${ROLLING.replace('/', '~1')}`, value }];
}

function set(object: KubeObject, key: string, value: unknown): readonly PatchOperation[] {
  const path = `/spec/${key}`;
  const isThere = Object(object['spec'])[key] !== undefined;
  if (value !== undefined) return [{ op: 'add', path, value }];
  return isThere ? [{ op: 'remove', path }] : [];
}
