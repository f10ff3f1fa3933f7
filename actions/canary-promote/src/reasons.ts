/** Every reason code with its words; docs/reasons/canary-promote/ has a page for each. */
import type { Reason } from '@shipgate/schemas';
import type { Finding, FindingCode } from './findings.ts';
import { blocksOf } from './reasons/blocks.ts';
import { heldTexts } from './reasons/held.ts';
import type { Scene } from './reasons/scene.ts';
import type { ReasonText, ReasonTexts } from './reasons/text.ts';
import { trafficTexts } from './reasons/traffic.ts';
import { triggerTexts } from './reasons/triggers.ts';
import { troubleTexts } from './reasons/troubles.ts';
import { worseTexts } from './reasons/worse.ts';
import type { Told } from './told.ts';

export const reasonTexts: ReasonTexts<FindingCode> = {
  ...worseTexts,
  ...triggerTexts,
  ...troubleTexts,
  ...heldTexts,
  ...trafficTexts,
};

/** Codes, worst first among those of one severity: what was proven, what fired, why nothing is known, what follows from it. */
export const codeOrder: readonly FindingCode[] = [
  'rollback-incomplete',
  'error-rate-higher',
  'error-rate-above-limit',
  'latency-higher',
  'latency-above-limit',
  'jointly-worse',
  'health-failed',
  'trigger-error-rate',
  'trigger-latency',
  'burn-rate-exceeded',
  'gauge-beyond-limit',
  'soak-breached',
  'taken-back',
  'no-rollout',
  'taken-over',
  'lock-held',
  'rollout-open',
  'route-managed',
  'weight-changed',
  'route-changed',
  'router-refused',
  'router-unavailable',
  'stable-scaled-down',
  'calendar-closed',
  'metrics-missing',
  'metrics-stale',
  'scrape-gap',
  'counter-reset',
  'metrics-not-a-number',
  'metrics-infinite',
  'metrics-inconsistent',
  'several-series',
  'several-stable-releases',
  'source-unavailable',
  'source-rate-limited',
  'source-timeout',
  'source-incomplete',
  'source-refused',
  'noisy-baseline',
  'share-off',
  'weight-not-reached',
  'manual-step',
  'promotion-not-proven',
  'promoted-without-proof',
  'journal-lost',
];

/** A finding in words, as it stands in the verdict. */
export function tellFinding(finding: Finding, told: Told, scene: Scene, docs: (code: string) => string): Reason {
  // The table is keyed by code; TypeScript does not follow a union through an index.
  const text = reasonTexts[finding.code] as unknown as ReasonText<never>;
  const argument = finding as never;
  const blocks = blocksOf(finding, told.decision, told.plan);
  const repair = text.repair?.(argument, scene);
  const { code, ...evidence } = finding;
  return {
    code,
    severity: blocks === 'no' && text.severity === 'error' ? 'warning' : text.severity,
    blocks,
    title: text.title(argument, scene),
    seen: text.seen(argument, scene),
    hurts: text.hurts(argument, scene),
    mend: text.mend(argument, scene),
    ...(repair === undefined ? {} : { repair }),
    docs: docs(code),
    evidence: { ...evidence },
  };
}

/** The worst of what decided: what a headline is made of. Undefined when nothing was found. */
export function mainFinding({ decision, plan }: Told): Finding | undefined {
  const rank = (finding: Finding) => {
    const blocks = blocksOf(finding, decision, plan);
    return (blocks === 'fail' ? 0 : blocks === 'unknown' ? 1 : 2) * codeOrder.length + codeOrder.indexOf(finding.code);
  };
  return decision.findings.toSorted((one, two) => rank(one) - rank(two))[0];
}
