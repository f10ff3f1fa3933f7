/** A router with its lock, ready to be used. */
import type { CallCount } from './call-count.ts';
import type { Lock } from './lock.ts';
import type { Traffic } from './traffic.ts';

export interface OpenRouter {
  readonly traffic: Traffic;
  readonly lock: Lock;
  /** Whether a rollout may begin on a route that a GitOps controller manages. */
  readonly managed: 'refuse' | 'accept';
  /** What was asked of the router and the lock so far. */
  readonly count: () => CallCount;
}
