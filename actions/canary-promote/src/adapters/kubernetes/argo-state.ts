/**
 * Where a Rollout of Argo stands among its own steps. https://argo-rollouts.readthedocs.io/en/stable/features/specification/ Pure.
 * The plan of such a rollout stands in the Rollout: a pause first, then `setWeight` and a pause for each weight.
 */
import type { KubeObject } from './cluster.ts';
import { unfit } from './routes/unfit.ts';

export interface ArgoState {
  /** Weights of `setWeight` in order, percent. */
  readonly weights: readonly number[];
  readonly index: number;
  /** Of the last `setWeight` behind which it stands; 0 before the first. */
  readonly reached: number;
  /** What a promotion brings: the next `setWeight`, or 100. */
  readonly next: number;
  /** It waits at a pause of its own. */
  readonly isPaused: boolean;
  readonly isAborted: boolean;
  /** One version only: the newest is the stable one. */
  readonly isWhole: boolean;
  readonly podHash: string;
  /** Percent by traffic routing; undefined without it. */
  readonly routed: number | undefined;
  /** Somebody paused it by hand. */
  readonly isHeld: boolean;
  /** Pods of the newest version. */
  readonly updated: number;
  /** The controller has seen the newest spec. */
  readonly isObserved: boolean;
}

export function argoState(object: KubeObject): ArgoState {
  const { strategy, paused } = Object(object['spec']);
  const { steps } = Object(Object(strategy).canary);
  if (!Array.isArray(steps) || !steps.some((step: unknown) => typeof Object(step).setWeight === 'number'))
    throw unfit(
      'a Rollout with the strategy canary and steps with setWeight',
      'none',
      'give it pause, setWeight, pause, …',
    );
  const status = Object(object['status']);
  const index = typeof status.currentStepIndex === 'number' ? status.currentStepIndex : 0;
  const conditions: unknown = status.pauseConditions;
  const routed: unknown = Object(Object(Object(status.canary).weights).canary).weight;
  const behind = steps.slice(0, index + 1).flatMap(weightOf);
  return {
    weights: steps.flatMap(weightOf),
    index,
    reached: behind.at(-1) ?? 0,
    next: steps.slice(index + 1).flatMap(weightOf)[0] ?? 100,
    isPaused: Array.isArray(conditions) && conditions.length > 0,
    isHeld: paused === true,
    updated: typeof status.updatedReplicas === 'number' ? status.updatedReplicas : 0,
    isAborted: status.abort === true,
    isWhole: status.stableRS !== undefined && status.stableRS === status.currentPodHash,
    podHash: typeof status.currentPodHash === 'string' ? status.currentPodHash : '',
    routed: typeof routed === 'number' ? routed : undefined,
    isObserved: String(status.observedGeneration ?? '') === String(object.metadata?.['generation'] ?? ''),
  };
}

function weightOf(step: unknown): readonly number[] {
  const { setWeight } = Object(step);
  return typeof setWeight === 'number' ? [setWeight] : [];
}

/** Every step must be followed by a pause without end: else the Rollout goes on by itself. */
export function refuseUnpaused(object: KubeObject): void {
  const steps: unknown = Object(Object(Object(object['spec']).strategy).canary).steps;
  const list: readonly unknown[] = Array.isArray(steps) ? steps : [];
  const isPause = (step: unknown) => {
    const { pause } = Object(step);
    return typeof pause === 'object' && pause !== null && Object(pause).duration === undefined;
  };
  const open = list.findIndex((step, at) => weightOf(step).length > 0 && !isPause(list[at + 1]));
  if (!isPause(list[0]))
    throw unfit('a pause without a duration as the first step', 'another one', 'begin the steps with pause: {}');
  if (open === -1) return;
  throw unfit(
    `a pause without a duration behind setWeight: ${weightOf(list[open])[0]}`,
    'another step',
    'write pause: {} there',
  );
}
