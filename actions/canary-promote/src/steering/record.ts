/** The state of record of one rollout: kept beside the weights themselves, so that any run can go on from it. Plain data. */

/** How a rollout stands. `running` and `held` can go on; the others are over. */
export type RolloutState = 'running' | 'held' | 'promoted' | 'rolled-back' | 'soaked' | 'soak-breached';

export interface RolloutRecord {
  readonly version: 1;
  /** Of this rollout: two of them never have the same. */
  readonly id: string;
  /** sha256 of the plan, hex: another plan cannot go on with it. */
  readonly planHash: string;
  readonly canary?: string;
  readonly stable?: string;
  /** Address of the run that wrote it last, where it has one. */
  readonly run?: string;
  /** The fence: rises with every run that takes the lock. Whoever finds a higher one than its own writes no more. */
  readonly epoch: number;
  readonly state: RolloutState;
  /** Percent before the first step: what a rollback goes back to. */
  readonly safeWeight: number;
  /** The last move: percent that was left, and percent that was asked for. A router without a common write may show either. */
  readonly from: number;
  readonly weight: number;
  /** Counted from 0; the step whose weight was asked for last. */
  readonly step: number;
  /** Every move, in order. */
  readonly log: readonly Move[];
  readonly approvals: readonly Approval[];
  /** Ready pods of stable when the rollout began, where the router knows them. */
  readonly stablePods?: number;
  /** Milliseconds since the epoch at which the soak is over. */
  readonly soakUntil?: number;
}

export type MoveCause = 'step' | 'rollback' | 'stage' | 'abort' | 'cancel' | 'reap' | 'soak';

export interface Move {
  readonly step: number;
  readonly from: number;
  readonly weight: number;
  readonly cause: MoveCause;
  /** Milliseconds since the epoch. */
  readonly asked: number;
  /** When the router was seen to have it. */
  readonly arrived?: number;
}

export interface Approval {
  readonly step: number;
  readonly by: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** Whether a run can go on with it. */
export function isOpen({ state }: RolloutRecord): boolean {
  return state === 'running' || state === 'held';
}
