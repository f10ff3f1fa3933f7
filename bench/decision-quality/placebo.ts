/** What a run does before its first step: the placebo on an hour of stable chooses the method, or none. */
import type { Method } from '../../actions/canary-promote/src/evidence/method.ts';
import { placeboTrial } from '../../actions/canary-promote/src/evidence/placebo.ts';
import type { Plan } from '../../actions/canary-promote/src/plan.ts';
import type { Stratum } from '../../actions/canary-promote/src/strata.ts';
import type { Random } from './random.ts';
import type { Service } from './service.ts';
import { simulatePast } from './simulator.ts';

const HOUR = 3600;

/** Undefined: "noisy baseline", the rollout holds. */
export function methodByPlacebo(service: Service, plan: Plan, random: Random): Method | undefined {
  const past = simulatePast(service, random, HOUR).map(
    ({ t, stable }): Stratum => ({
      from: (t - service.interval) * 1000,
      to: t * 1000,
      readings: {
        errors: {
          kind: 'counts',
          canary: { requests: [], bad: [[]] },
          stable: { requests: stable.requests, bad: [stable.bad] },
        },
      },
    }),
  );
  return placeboTrial(past, 'errors', plan).find(({ accepted }) => accepted)?.method;
}
