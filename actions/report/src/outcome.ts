/** What came of the reporting: each delivery, each trouble. Pure. */
import type { Fault } from '@shipgate/schemas';

export type Way = 'backstage' | 'comment' | 'sarif' | 'check-run';

/** One thing that was done for one verdict. */
export interface Delivery {
  readonly way: Way;
  /** As people read it: the path of the verdict or of its SARIF. */
  readonly file: string;
  readonly state: 'sent' | 'was-there' | 'created' | 'updated' | 'unchanged' | 'left' | 'uploaded';
  /** Of the comment, or of the check run. */
  readonly url?: string;
  /** Of the upload. */
  readonly id?: string;
}

/** What one of the ways came to. A notice is no trouble: it says what was not done, and why that is right. */
export interface Delivered {
  readonly deliveries: readonly Delivery[];
  readonly troubles: readonly Fault[];
  readonly notices: readonly string[];
}

export const nothing: Delivered = { deliveries: [], troubles: [], notices: [] };

export function joined(parts: readonly Delivered[]): Delivered {
  return {
    deliveries: parts.flatMap(({ deliveries }) => deliveries),
    troubles: parts.flatMap(({ troubles }) => troubles),
    notices: parts.flatMap(({ notices }) => notices),
  };
}

export const delivered = (delivery: Delivery): Delivered => ({ ...nothing, deliveries: [delivery] });
export const troubled = (...troubles: readonly Fault[]): Delivered => ({ ...nothing, troubles });
export const noticed = (...notices: readonly string[]): Delivered => ({ ...nothing, notices });
