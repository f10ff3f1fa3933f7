/** What a decision says, as data. Reasons are told from it. */
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
  readonly code: 'manual-step' | 'weight-not-reached' | 'promoted-without-proof';
  readonly measured?: number;
}

export type Finding =
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
