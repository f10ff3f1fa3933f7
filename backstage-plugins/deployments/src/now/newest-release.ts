import type { GateResult, Release } from '@shipgate/backstage-plugin-deployments-common';
import { type OutcomeLook, outcomeLook } from '../gates/outcomes';

/** What the gates say of one release, as far as they gate. */
export interface GateSum {
  /** Fail wins over unknown, unknown over pass. */
  readonly look: OutcomeLook;
  /** How many gates said it. */
  readonly count: number;
  /** How many that gate have spoken. */
  readonly of: number;
  /** The first gate that said it. */
  readonly worst: GateResult;
}

/**
 * Null when nothing that gates was said. A verdict given on a pull request counts for nothing here: the change can
 * alter what judges it.
 */
export function sumOf(release: Release): GateSum | null {
  const gating = release.gates.filter((gate) => gate.isGating);
  for (const word of ['fail', 'unknown', 'pass']) {
    const said = gating.filter(({ outcome }) => outcomeLook(outcome).word === word);
    const worst = said[0];
    if (worst !== undefined) {
      return { look: outcomeLook(worst.outcome), count: said.length, of: gating.length, worst };
    }
  }
  return null;
}
