import type { ReasonSummary } from '@shipgate/backstage-plugin-deployments-common';
import type { Tone } from '../look/tone';

/** How bad a reason is. `word` is a key of the words below `reason`. */
export interface ReasonLook {
  readonly word: 'dataLoss' | 'fault' | 'warning' | 'note' | 'blocksUnknown';
  readonly tone: Tone;
}

const quiet = new Map<string, ReasonLook>([
  ['warning', { word: 'warning', tone: 'caution' }],
  ['note', { word: 'note', tone: 'rest' }],
]);

/** What it blocks counts before its severity: an error that a policy does not require stops nothing. */
export function reasonLook({ blocks, severity }: Pick<ReasonSummary, 'blocks' | 'severity'>): ReasonLook {
  if (blocks === 'unknown') return { word: 'blocksUnknown', tone: 'caution' };
  if (severity === 'data-loss') return { word: 'dataLoss', tone: 'stop' };
  if (blocks === 'fail') return { word: 'fault', tone: 'stop' };
  return quiet.get(severity) ?? { word: 'warning', tone: 'caution' };
}
