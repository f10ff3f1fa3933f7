/** What a finding made of the rollout. Pure. */
import type { Reason } from '@shipgate/schemas';
import type { Decision } from '../decide.ts';
import type { Finding } from '../findings.ts';
import type { Plan } from '../plan.ts';
import { HEALTH } from '../rules/health.ts';

/**
 * `fail`: it took the release back, or ended the rollout by the plan. `unknown`: it left the rollout undecided. `no`: it
 * stands beside what decided. A rollout that is finished was not blocked by anything.
 */
export function blocksOf(finding: Finding, { action, findings }: Decision, plan: Plan): Reason['blocks'] {
  if (action === 'finish') return 'no';
  if (finding.code === 'taken-back') return finding.cause === 'cancel' ? 'no' : 'fail';
  if (finding.code === 'rollback-incomplete') return action === 'rollback' ? 'fail' : 'unknown';
  const wanted = wants(finding, plan);
  if (wanted === 'rollback') return action === 'rollback' ? 'fail' : 'no';
  if (wanted === 'fail') return action === 'stop' ? 'fail' : 'no';
  if (wanted === 'note') return 'no';
  if (finding.code === 'promotion-not-proven') return action === 'rollback' ? 'fail' : 'unknown';
  // What held until the time was over left undecided what `at-max` then decided.
  if (action === 'rollback') return findings.some(({ code }) => code === 'promotion-not-proven') ? 'unknown' : 'no';
  return 'unknown';
}

function wants(finding: Finding, plan: Plan): 'rollback' | 'fail' | 'hold' | 'note' {
  if ('policy' in finding) {
    if (!isNeeded(finding.metric, plan)) return 'note';
    return finding.decided ? finding.policy : 'hold';
  }
  switch (finding.code) {
    case 'gauge-beyond-limit':
      return finding.action === 'warn' ? 'note' : finding.action;
    case 'promoted-without-proof':
    case 'journal-lost':
      return 'note';
    case 'promotion-not-proven':
    case 'noisy-baseline':
    case 'share-off':
    case 'manual-step':
    case 'weight-not-reached':
    case 'weight-changed':
    case 'route-changed':
    case 'router-unavailable':
    case 'router-refused':
    case 'taken-over':
    case 'lock-held':
    case 'rollout-open':
    case 'route-managed':
    case 'stable-scaled-down':
    case 'calendar-closed':
    case 'no-rollout':
      return 'hold';
    default:
      return 'rollback';
  }
}

/** As the rule about troubles has it: what decides, and the health probe. */
function isNeeded(name: string, { metrics, triggers }: Plan): boolean {
  if (name === HEALTH && triggers.health !== undefined) return true;
  return metrics.some((metric) => metric.name === name && !metric.dryRun);
}
