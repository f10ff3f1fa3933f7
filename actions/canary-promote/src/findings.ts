/** What a decision says, as data. Reasons are told from it. */
import type { MoveCause } from './steering/record.ts';
import type { TrafficTrouble } from './steering/router.ts';
import type { TroubleCode } from './strata.ts';

export interface Portion {
  readonly requests: number;
  readonly bad: number;
}

interface AtStep {
  /** Percent. */
  readonly weight: number;
  /** Seconds since the step began. */
  readonly after: number;
}

/** Evidence of the mixture reached 1/alpha. */
export interface WorseFinding extends AtStep {
  readonly code:
    | 'error-rate-higher'
    | 'latency-higher'
    | 'error-rate-above-limit'
    | 'latency-above-limit'
    | 'jointly-worse';
  /** The metric with the most evidence. */
  readonly metric: string;
  /** Seconds, of latency. */
  readonly edge?: number;
  /** Absolute limit, a rate, where there is one. */
  readonly allowed?: number;
  readonly canary: Portion;
  readonly stable: Portion;
  /** E of the rollout, E of the metric by itself, and its weight. */
  readonly value: number;
  readonly metricValue: number;
  readonly metricWeight: number;
  /** 1/alpha. */
  readonly limit: number;
}

/** Outside alpha: fired as written. */
export interface TriggerFinding extends AtStep {
  readonly code: 'trigger-error-rate' | 'trigger-latency' | 'burn-rate-exceeded';
  readonly metric: string;
  readonly window: number;
  readonly seen: number;
  readonly above: number;
  readonly canary: Portion;
}

export interface HealthFinding extends AtStep {
  readonly code: 'health-failed';
  readonly failures: number;
  readonly probes: number;
  readonly window: number;
}

export interface GaugeFinding extends AtStep {
  readonly code: 'gauge-beyond-limit';
  readonly gauge: string;
  readonly value: number;
  readonly side: 'above' | 'below';
  readonly limit: number;
  readonly for: number;
  readonly action: 'rollback' | 'hold' | 'warn';
}

/** Something that was to be read could not be. */
export interface TroubleFinding extends AtStep {
  readonly code: TroubleCode;
  readonly metric: string;
  readonly detail: string;
  /** Seconds without a usable stratum of this metric. */
  readonly for: number;
  readonly policy: 'hold' | 'rollback' | 'fail';
  /** Whether `policy` has decided, after `no-data-after`. */
  readonly decided: boolean;
}

export interface UnprovenFinding extends AtStep {
  readonly code: 'promotion-not-proven';
  readonly promotion: number;
  /** 1/beta. */
  readonly limit: number;
  readonly atMax: 'hold' | 'promote' | 'rollback';
  readonly canary: Portion;
  readonly stable: Portion;
}

export interface NoisyFinding extends AtStep {
  readonly code: 'noisy-baseline';
  /** Before the rollout: fake canaries and how many looked guilty; during it: their mean E. */
  readonly groups: number;
  readonly reached: number | null;
  readonly mean: number | null;
}

export interface ShareFinding extends AtStep {
  readonly code: 'share-off';
  readonly measured: number;
  readonly value: number;
}

export interface StepFinding extends AtStep {
  readonly code: 'manual-step' | 'weight-not-reached' | 'promoted-without-proof' | 'no-rollout';
  readonly measured?: number;
}

/** The router is not as the rollout left it, or cannot be seen. */
export interface RouterFinding extends AtStep {
  readonly code: TrafficTrouble;
  /** Percent that the router was found with; null: not known. */
  readonly found: number | null;
  readonly detail: string;
}

/** Stable could not bear the traffic that a rollback brings. */
export interface CapacityFinding extends AtStep {
  readonly code: 'stable-scaled-down';
  readonly ready: number;
  readonly before: number;
}

/** A freeze, or outside of the windows. */
export interface CalendarFinding extends AtStep {
  readonly code: 'calendar-closed';
  readonly why: string;
}

/** It was decided that the traffic goes back, and it is not all back. */
export interface WayBackFinding extends AtStep {
  readonly code: 'rollback-incomplete';
  readonly found: number | null;
  readonly target: number;
  readonly detail: string;
}

/** Somebody, or a run that came later, took the traffic back. */
export interface TakenBackFinding extends AtStep {
  readonly code: 'taken-back';
  readonly cause: MoveCause;
  readonly by: string | null;
}

/** The hours behind the rollout do not keep a limit of the soak. */
export interface SoakFinding extends AtStep {
  readonly code: 'soak-breached';
  readonly limit: 'error-rate' | 'latency-p95' | 'availability' | 'critical-alerts';
  readonly allowed: number;
  readonly seen: number;
}

/** What was counted before is lost with the run that counted it. */
export interface LostFinding extends AtStep {
  readonly code: 'journal-lost';
}

export type Finding =
  | RouterFinding
  | CapacityFinding
  | CalendarFinding
  | WayBackFinding
  | TakenBackFinding
  | LostFinding
  | SoakFinding
  | WorseFinding
  | TriggerFinding
  | HealthFinding
  | GaugeFinding
  | TroubleFinding
  | UnprovenFinding
  | NoisyFinding
  | ShareFinding
  | StepFinding;

export type FindingCode = Finding['code'];
