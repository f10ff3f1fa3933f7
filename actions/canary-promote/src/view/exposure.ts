/** How many requests met the canary, and how many of them failed: of all strata that were counted, also those that no test used. Pure. */
import { isCounts } from '../evidence/rollout.ts';
import { total } from '../evidence/total.ts';
import type { Portion } from '../findings.ts';
import { partOf } from '../reasons/numbers.ts';
import type { Told } from '../told.ts';
import type { Headed } from './headline.ts';
import { shownMetric } from './steps.ts';

/** Up to the decision. */
export function exposureOf(told: Told): Portion {
  const metric = shownMetric(told);
  let requests = 0;
  let bad = 0;
  for (const { stratum } of told.course.strata) {
    const reading = metric === undefined ? undefined : stratum.readings[metric.name];
    if (!isCounts(reading)) continue;
    requests += total(reading.canary.requests);
    bad += total(reading.canary.bad.at(-1) ?? []);
  }
  return { requests, bad };
}

/** "Until then 250 requests had met 2.4.0, 12 of them failed." Of a metric of errors; nothing when nothing was counted. */
export function exposureWords({ told, scene }: Headed): string {
  const metric = shownMetric(told);
  const { requests, bad } = exposureOf(told);
  if (metric === undefined || requests === 0) return '';
  const what = metric.kind === 'errors' ? 'failed' : 'were slow';
  return `Until the decision ${partOf({ requests, bad })} requests that met ${scene.canary} ${what}.`;
}
