/** All that a report is written from. */
import type { Subject } from '@shipgate/schemas';
import type { Course } from './course.ts';
import type { Decision } from './decide.ts';
import type { Plan } from './plan.ts';
import type { Preflight } from './preflight.ts';
import type { Router } from './steering/router.ts';
import type { Effect } from './steering/traffic.ts';

/** A router of ours has the weight that it had before the rollout. */
export function isTrafficBack({ router, course }: Pick<Told, 'router' | 'course'>): boolean {
  const { traffic } = course;
  return router !== undefined && traffic?.weight === router.before && traffic.live === router.before;
}

export interface Told {
  readonly plan: Plan;
  /** sha256, hex. */
  readonly planHash: string;
  readonly preflight: Preflight;
  readonly course: Course;
  readonly decision: Decision;
  /** Versions and the service, for sentences; "the canary" and "stable" without them. */
  readonly names: { readonly canary: string | undefined; readonly stable: string | undefined };
  readonly subject: Subject;
  /** "Prometheus at prometheus.example.com". */
  readonly source: string;
  /** Who moves the traffic; undefined: somebody else, by what this gate says. */
  readonly router: Router | undefined;
  /** Name of the file of recorded samples in the output directory; null when there is none. */
  readonly samples: string | null;
  /** Only the preflight was done; nothing passes. */
  readonly dryRun: boolean;
  /** Of a dry run: what would be written, step by step. */
  readonly planned?: readonly PlannedStep[];
}

export interface PlannedStep {
  /** Percent. */
  readonly weight: number;
  readonly effects: readonly Effect[];
}
