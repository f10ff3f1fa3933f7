import type { ScannerSummary } from '@shipgate/backstage-plugin-deployments-common';
import type { Sign } from '../look/icons';
import type { Tone } from '../look/tone';

/** What came of a scanner, as the tab names it. `word` is a key of the words below `security`. */
export interface ScannerLook {
  readonly word: 'clean' | 'found' | 'noAnswer' | 'notRun';
  readonly tone: Tone;
  /** None: what was found is told by its number, and judged by the reasons. */
  readonly sign: Sign | null;
}

/** Whatever is neither clean nor findings is no answer, so that nothing broken or new is taken for clean. */
export function scannerLook({
  outcome,
  findings,
  required,
}: Pick<ScannerSummary, 'outcome' | 'findings' | 'required'>): ScannerLook {
  return lookOf(outcome, findings, required ? 'caution' : 'rest');
}

function lookOf(outcome: ScannerSummary['outcome'], findings: number | null, unanswered: Tone): ScannerLook {
  if (outcome === 'clean' && findings === 0) return { word: 'clean', tone: 'good', sign: 'tick' };
  if (outcome === 'findings' && findings !== null) return { word: 'found', tone: 'rest', sign: null };
  return { word: outcome === 'not-run' ? 'notRun' : 'noAnswer', tone: unanswered, sign: 'question' };
}
