import type { GateResult } from '@shipgate/backstage-plugin-deployments-common';
import type { Sign } from '../look/icons';
import type { Tone } from '../look/tone';

/** An outcome as the tab names it. `word` is a key of the words below `outcome`. */
export interface OutcomeLook {
  readonly word: 'pass' | 'fail' | 'unknown' | 'notProven';
  readonly tone: Tone;
  readonly sign: Sign;
}

const looks = new Map<string, OutcomeLook>([
  ['pass', { word: 'pass', tone: 'good', sign: 'tick' }],
  ['fail', { word: 'fail', tone: 'stop', sign: 'octagon' }],
  ['not-proven', { word: 'notProven', tone: 'caution', sign: 'question' }],
]);
const unknown: OutcomeLook = { word: 'unknown', tone: 'caution', sign: 'question' };

/** Whatever is neither pass nor fail looks unknown, so that nothing new is taken for a pass. */
export function outcomeLook(outcome: GateResult['outcome'] | GateResult['proofs'][number]['outcome']): OutcomeLook {
  return looks.get(outcome) ?? unknown;
}
