/** The step log and the frozen strata in one order of time: all that a decision may look at after it began. */
import type { Subject } from '@shipgate/schemas';
import type { Plan } from './plan.ts';
import type { Preflight } from './preflight.ts';
import type { Stratum } from './strata.ts';

/** Times in milliseconds since the epoch. */
export type Entry =
  /** The weight of this step, counted from 0, was asked for; what is read meanwhile belongs to the step before. */
  | { readonly event: 'moving'; readonly step: number; readonly at: number }
  /** The weight of this step arrived. */
  | { readonly event: 'step'; readonly step: number; readonly at: number }
  | { readonly event: 'approved'; readonly step: number; readonly at: number; readonly by?: string }
  | { readonly event: 'stratum'; readonly stratum: Stratum }
  /** Nothing more was looked at: decided, or cancelled by the signal of that name. */
  | { readonly event: 'end'; readonly at: number; readonly cancelled?: string };

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
