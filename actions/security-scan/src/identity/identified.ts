import type { Merged } from './merge.ts';

/** A finding with what tells it from others. */
export interface IdentifiedFinding extends Merged {
  /** `shipgateIdentity/v1`: 32 digits, and for copies a count: `…:2`. */
  readonly fingerprint: string;
  /** The base has a secret in its place, of another value: what allows that one does not allow this one. */
  readonly isSwapped?: boolean;
  /** `shipgateContent/v1`: as the first without the path. */
  readonly content: string;
  /** As GitHub computes it; undefined where the checkout has no such line. */
  readonly lineHash?: string;
}
