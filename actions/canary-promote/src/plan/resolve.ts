/** From the plan as people write it to the plan as it is carried out. */
import type { Canary, CanaryStep } from '@shipgate/schemas';
import type { Plan, Step } from '../plan.ts';
import { resolveGauge, resolveMetrics } from './metrics.ts';
import * as presets from './presets.ts';
import { resolveBurnRate, resolveSoak, resolveTriggers } from './triggers.ts';
import { seconds, share, unlessOff } from './written.ts';

/** What a plan may take from around it. */
export interface PlanContext {
  /** Value of the arms' label for the canary, when the plan names none. */
  readonly version?: string | undefined;
  readonly stableVersion?: string | undefined;
  /** `service.name` of the file: narrows the default metrics. */
  readonly service?: string | undefined;
  /** Whether the health probe knows where to ask; it does unless this is false. */
  readonly canProbe?: boolean | undefined;
}

/** Pure. `section` was read by `readCanaryPlan`, which finds what could be wrong in it. */
export function resolvePlan(section: Canary, context: PlanContext = {}): Plan {
  const strategy = section.strategy ?? 'canary';
  const metrics = resolveMetrics(section, context.service);
  return {
    strategy,
    environment: section.environment,
    steps: (section.steps ?? presets.weights[strategy]).map(resolveStep),
    ...resolveTimes(section),
    baseline: section.baseline ?? 'stable',
    mode: section.mode ?? 'evidence',
    ...resolveStatistics(section),
    arms: resolveArms(section, context),
    metrics,
    gauges: (section.gauges ?? []).map(resolveGauge),
    triggers: resolveTriggers(section, metrics, context.canProbe ?? true),
    burnRate: resolveBurnRate(section['burn-rate']),
    noData: section['no-data'] ?? 'hold',
    onCancel: section['on-cancel'] ?? 'hold',
    atMax: section['at-max'] ?? 'hold',
    soak: resolveSoak(section.soak),
    runbook: section.runbook,
  };
}

function resolveStep(step: CanaryStep): Step {
  const { weight, hold, max, manual } = typeof step === 'number' ? { weight: step } : step;
  return {
    weight,
    hold: hold === undefined ? presets.stepTimes.hold : seconds(hold),
    max: max === undefined ? presets.stepTimes.max : seconds(max),
    manual: manual ?? false,
  };
}

function resolveTimes(section: Canary): Pick<Plan, 'warmUp' | 'interval' | 'requestTimeout' | 'noDataAfter'> {
  const time = (key: keyof typeof presets.times) => seconds(section[key] ?? presets.times[key]);
  return {
    warmUp: time('warm-up'),
    interval: time('interval'),
    requestTimeout: time('request-timeout'),
    noDataAfter: time('no-data-after'),
  };
}

function resolveStatistics(section: Canary): Pick<Plan, 'alpha' | 'beta' | 'margin' | 'floor' | 'assume' | 'test'> {
  return {
    alpha: share(section.alpha ?? presets.shares.alpha),
    beta: share(section.beta ?? presets.shares.beta),
    margin: section.margin ?? 1,
    floor: unlessOff(section.floor ?? presets.shares.floor, share) ?? 'off',
    assume: section.assume ?? 'exchangeable',
    test: section.test ?? 'auto',
  };
}

/** What the plan says wins: it was reviewed. */
function resolveArms({ arms = {} }: Canary, context: PlanContext): Plan['arms'] {
  return {
    label: arms.label ?? 'version',
    pod: arms.pod ?? 'pod',
    canary: arms.canary ?? context.version,
    stable: arms.stable ?? context.stableVersion,
  };
}
