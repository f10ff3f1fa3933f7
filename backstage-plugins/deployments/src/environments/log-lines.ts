import type { DeploymentStep } from '@shipgate/backstage-plugin-deployments-common';
import { comingLook, runningLook, type StateLook } from './states';

/** Lines of the log that are seen without a click. */
const MOST_OPEN = 6;
/** Characters of a line: GitHub takes 140, and a sender that is not GitHub may not fill the page. */
const LONGEST = 280;

/** One line of the log of a deployment. */
export interface LogLine {
  /** From the oldest, so that it stays when newer ones come. */
  readonly place: number;
  /** ISO 8601. */
  readonly at: string;
  readonly look: StateLook;
  /** At most 280 characters of what the status says, and "…" when there are more. */
  readonly text: string;
}

/** The newest line first: those that are seen at once, and the older ones. `steps` come the oldest first. */
export function logLines(steps: readonly DeploymentStep[]): {
  readonly open: readonly LogLine[];
  readonly older: readonly LogLine[];
} {
  const lines = steps.map(lineOf).reverse();
  return { open: lines.slice(0, MOST_OPEN), older: lines.slice(MOST_OPEN) };
}

function lineOf({ at, state, description }: DeploymentStep, place: number): LogLine {
  return { place, at, look: comingLook(state) ?? runningLook(state), text: cut(description) };
}

function cut(text: string): string {
  // Of two units a character at most: no more is looked at of a text without an end.
  const characters = [...text.slice(0, 2 * LONGEST + 2)];
  return characters.length <= LONGEST ? text : `${characters.slice(0, LONGEST - 1).join('')}…`;
}
