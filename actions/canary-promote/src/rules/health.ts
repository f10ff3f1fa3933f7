/** Health probes and gauges: counted as they come, outside alpha. */
import type { Course } from '../course.ts';
import type { Gauge } from '../plan.ts';
import type { Window } from '../strata.ts';
import type { Ruled } from './rule.ts';
import { within } from './window.ts';

/** The readings' name of the health probe. */
export const HEALTH = 'health';

/** Seed row C4: so many failed probes within the window. */
export function healthRule(course: Course): readonly Ruled[] {
  const { health } = course.plan.triggers;
  const { step, after } = course;
  if (health === undefined || step === undefined) return [];
  // With one probe an interval that many failures must fit into it.
  const seconds = Math.max(health.window, health.failures * course.plan.interval);
  let failures = 0;
  let probes = 0;
  for (const { stratum, step: at } of within(course, seconds)) {
    const reading = stratum.readings[HEALTH];
    if (reading?.kind !== 'health' || at !== step.step) continue;
    failures += reading.failures;
    probes += reading.probes;
  }
  if (failures < health.failures) return [];
  const finding = {
    code: 'health-failed' as const,
    failures,
    probes,
    window: health.window,
    weight: step.weight,
    after,
  };
  return [{ finding, asks: 'rollback' }];
}

/** A gauge beyond its limit in every stratum of its time, without a gap. */
export function gaugeRule(course: Course): readonly Ruled[] {
  return course.plan.gauges.flatMap((gauge) => {
    const strata = within(course, gauge.for).map(({ stratum }) => stratum);
    const values = strata.map(({ readings }) => readings[gauge.name]);
    const covered = isWhole(strata) && (strata.at(-1)?.to ?? 0) - (strata[0]?.from ?? 0) >= gauge.for * 1000;
    const last = values.at(-1);
    if (
      !covered ||
      last?.kind !== 'gauge' ||
      !values.every((each) => each?.kind === 'gauge' && beyond(gauge, each.value))
    ) {
      return [];
    }
    const side = gauge.above !== undefined && last.value > gauge.above ? ('above' as const) : ('below' as const);
    const finding = {
      code: 'gauge-beyond-limit' as const,
      gauge: gauge.name,
      value: last.value,
      side,
      limit: (side === 'above' ? gauge.above : gauge.below) ?? 0,
      for: gauge.for,
      action: gauge.action,
      weight: course.step?.weight ?? 0,
      after: course.after,
    };
    return [{ finding, asks: ({ rollback: 'rollback', hold: 'hold', warn: 'note' } as const)[gauge.action] }];
  });
}

function isWhole(strata: readonly Window[]): boolean {
  return strata.length > 0 && strata.every(({ from }, i) => i === 0 || from === strata[i - 1]?.to);
}

function beyond({ above, below }: Gauge, value: number): boolean {
  return (above !== undefined && value > above) || (below !== undefined && value < below);
}
