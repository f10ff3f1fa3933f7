/** The step log and the frozen strata in one order of time: all that a decision may look at after it began. */
import type { Subject } from '@shipgate/schemas';
import type { Plan } from './plan.ts';
import type { Preflight } from './preflight.ts';
import type { CallCount } from './steering/call-count.ts';
import type { MoveCause } from './steering/record.ts';
import type { Router, TrafficTrouble } from './steering/router.ts';
import type { Stratum } from './strata.ts';

/** Times in milliseconds since the epoch. */
export type Entry =
  /** The weight of this step, counted from 0, was asked for; what is read meanwhile belongs to the step before. */
  | { readonly event: 'moving'; readonly step: number; readonly at: number }
  /** The weight of this step arrived. */
  | { readonly event: 'step'; readonly step: number; readonly at: number }
  | { readonly event: 'approved'; readonly step: number; readonly at: number; readonly by?: string }
  | { readonly event: 'stratum'; readonly stratum: Stratum }
  | TrafficEntry
  /** The calendar of the plan: why nothing may go on now; null when it may again. */
  | { readonly event: 'closed'; readonly at: number; readonly why: string | null }
  /** Another run goes on with the rollout. `lost`: it could not have what was counted before. `anew`: the run before ended held, and the step's time begins anew. */
  | { readonly event: 'resumed'; readonly at: number; readonly lost: boolean; readonly anew: boolean }
  /** Nothing more was looked at: decided, or cancelled by the signal of that name. */
  | { readonly event: 'end'; readonly at: number; readonly cancelled?: string };

/** What was seen of the router, when it changed. */
export interface TrafficEntry {
  readonly event: 'traffic';
  readonly at: number;
  /** Percent for the canary, as the router is told, and as it really goes; null: not known. */
  readonly weight: number | null;
  readonly live: number | null;
  /** Ready pods of stable, and how many there were when the rollout began; where the router knows them. */
  readonly stablePods?: { readonly ready: number; readonly before: number };
  /** Why the router cannot be used as it is. */
  readonly trouble?: { readonly code: TrafficTrouble; readonly detail: string };
  /** What was asked of the router and its lock, on the last entry. */
  readonly calls?: CallCount;
  /** What took the traffic back, on the entry that tells that it is back. */
  readonly cause?: MoveCause;
}

/** What a journal begins with: everything that the verdict says besides what its entries decide. */
export interface JournalHead {
  readonly shipgate: 'canary-samples';
  readonly version: 1;
  /** sha256 of the plan, hex. */
  readonly planHash: string;
  readonly plan: Plan;
  readonly preflight: Preflight;
  readonly names: { readonly canary?: string; readonly stable?: string };
  readonly source: string;
  /** Who moves the traffic; absent: somebody else. */
  readonly router?: Router;
  readonly subject: Subject;
  readonly tool: { readonly version: string; readonly commit?: string };
  /** ISO 8601. */
  readonly startedAt: string;
  /** Address of a reason's page, with REASON for its code. */
  readonly docs: string;
}

export interface Journal {
  readonly head: JournalHead;
  readonly entries: readonly Entry[];
}
