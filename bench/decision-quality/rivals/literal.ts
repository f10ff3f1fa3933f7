/** The seed's trigger as written (row C4): more than 5 % errors of the canary in the last 5 minutes, looked at with each cell. */
import { canaryBetween, type Rival } from './arm-cells.ts';

export const literalTrigger = { above: 0.05, window: 300 } as const;

export const literal: Rival = (cells) => {
  for (const { t } of cells) {
    const { requests, bad } = canaryBetween(cells, t - literalTrigger.window, t);
    if (requests > 0 && bad / requests > literalTrigger.above) return t;
  }
  return Number.POSITIVE_INFINITY;
};
