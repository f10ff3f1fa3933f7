import type { DeploymentState } from '@shipgate/backstage-plugin-deployments-common';
import type { Sign } from '../look/icons';
import type { Tone } from '../look/tone';

/** A state of a deployment as the tab names it. `word` is a key of the words below `state`. */
export interface StateLook {
  readonly word: 'healthy' | 'failed' | 'inactive' | 'unknown' | 'moving' | 'waiting';
  readonly tone: Tone;
  readonly sign: Sign;
}

const failed: StateLook = { word: 'failed', tone: 'stop', sign: 'octagon' };
const inactive: StateLook = { word: 'inactive', tone: 'rest', sign: 'clock' };
const unknown: StateLook = { word: 'unknown', tone: 'caution', sign: 'question' };
const moving: StateLook = { word: 'moving', tone: 'motion', sign: 'ring' };
const waiting: StateLook = { word: 'waiting', tone: 'caution', sign: 'clock' };

const running = new Map<DeploymentState, StateLook>([
  ['success', { word: 'healthy', tone: 'good', sign: 'tick' }],
  ['failure', failed],
  ['error', failed],
  ['inactive', inactive],
]);

const coming = new Map<DeploymentState, StateLook>([
  ['queued', moving],
  ['pending', moving],
  ['in_progress', moving],
  ['waiting', waiting],
  ['failure', failed],
  ['error', failed],
  ['inactive', inactive],
]);

/** Of what runs in an environment. A state that this version does not know is unknown, never healthy. */
export function runningLook(state: DeploymentState): StateLook {
  return running.get(state) ?? unknown;
}

/** Of a deployment that is newer than what runs. Null when it has succeeded: then there is nothing to tell of it. */
export function comingLook(state: DeploymentState): StateLook | null {
  return state === 'success' ? null : (coming.get(state) ?? unknown);
}
