/** The router of a run, as its verdict tells of it. Plain data. */
import type { RouterKind } from './traffic.ts';

export interface Router {
  readonly kind: RouterKind;
  /** "VirtualService orders/order-service". */
  readonly object: string;
  /** Percent for the canary before the rollout. */
  readonly before: number;
  /** The rollout that the record beside the weights speaks of. */
  readonly rollout: string;
}

/** Why a router cannot be used as it is. Never a rollback by itself: while blind, hold. */
export const trafficTroubles = [
  /** It has another weight than the rollout gave it: somebody else's, which is never overwritten. */
  'weight-changed',
  /** The object is gone, has no pair of destinations any more, or holds a record that nobody can read. */
  'route-changed',
  /** No answer, 429 or 5xx, and the breaker keeps further calls back. */
  'router-unavailable',
  /** 401, 403, or another answer that waiting does not change. */
  'router-refused',
  /** Another run has the lock now: this one writes no more. */
  'taken-over',
  /** Before the first step: another run has the lock, and renews it. */
  'lock-held',
  /** Before the first step: a rollout of another plan or version is not over. */
  'rollout-open',
  /** Before the first step: a GitOps controller would revert every change. */
  'route-managed',
] as const;

export type TrafficTrouble = (typeof trafficTroubles)[number];
