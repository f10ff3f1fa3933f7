import { GATE_ORDER, type GateResult, type Release } from '@shipgate/backstage-plugin-deployments-common';

/** Releases side by side; more cannot be read. */
export const COLUMNS = 3;

export interface Columns {
  readonly shown: readonly Release[];
  /** How many newer ones are left out. */
  readonly newer: number;
  /** How many older ones are left out. */
  readonly older: number;
}

/**
 * The releases that are shown. `first` is the commit of the first one, so that a release that comes in meanwhile does
 * not move what somebody reads; null, and a commit that is gone, mean the newest.
 */
export function columnsOf(releases: readonly Release[], first: string | null): Columns {
  const newer =
    first === null
      ? 0
      : Math.max(
          0,
          releases.findIndex((release) => release.commit === first),
        );
  const shown = releases.slice(newer, newer + COLUMNS);
  return { shown, newer, older: releases.length - newer - shown.length };
}

/** Names of the gates that have judged any of the releases: the fixed order first, then those not known here. */
export function rowsOf(releases: readonly Release[]): readonly GateResult['gate'][] {
  const present = new Set(releases.flatMap((release) => release.gates.map(({ gate }) => gate)));
  const known = GATE_ORDER.filter((gate) => present.has(gate));
  return [...known, ...[...present].filter((gate) => !GATE_ORDER.includes(gate))];
}
