import type { SignatureSummary } from '@shipgate/backstage-plugin-deployments-common';
import type { Sign } from '../look/icons';
import type { Tone } from '../look/tone';

/** A signature as the tab names it. `word` is a key of the words below `signature`. */
export interface SignatureLook {
  readonly word: 'signed' | 'claimed' | 'missing' | 'stale' | 'void' | 'notAllowed' | 'unknown';
  readonly tone: Tone;
  readonly sign: Sign;
}

const looks = new Map<string, SignatureLook>([
  ['proven', { word: 'signed', tone: 'good', sign: 'tick' }],
  ['claimed', { word: 'claimed', tone: 'caution', sign: 'question' }],
  ['missing', { word: 'missing', tone: 'caution', sign: 'clock' }],
  ['stale', { word: 'stale', tone: 'stop', sign: 'octagon' }],
  ['void', { word: 'void', tone: 'stop', sign: 'octagon' }],
  ['not-allowed', { word: 'notAllowed', tone: 'stop', sign: 'octagon' }],
]);
const unknown: SignatureLook = { word: 'unknown', tone: 'caution', sign: 'question' };

/** Whatever is no state that is known here looks unknown, so that nothing new is taken for a signature. */
export function signatureLook(state: SignatureSummary['state']): SignatureLook {
  return looks.get(state) ?? unknown;
}
