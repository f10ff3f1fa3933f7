/** Whether the targets of a scenario are met. */
import type { Target } from './scenario.ts';
import type { Tally } from './tally.ts';

export interface Judged {
  readonly what: string;
  readonly target: number;
  /** Null: never. */
  readonly measured: number | null;
  readonly met: boolean;
}

/** Shares are compared as they are, seconds and errors as whole numbers. */
export function judge(target: Target, tally: Tally): readonly Judged[] {
  const judged: Judged[] = [];
  const atMost = (what: string, limit: number | undefined, measured: number | null) => {
    if (limit !== undefined)
      judged.push({ what, target: limit, measured, met: measured !== null && measured <= limit });
  };
  atMost('false rollbacks, upper 95 % bound', target.falseAtMost, tally.interval[1]);
  atMost('median seconds', target.median, tally.median);
  atMost('90 % seconds', target.p90, tally.p90);
  atMost('canary errors', target.errors, Math.round(tally.meanErrors));
  atMost('median seconds to promote', target.promotedBy, tally.steps[0]?.median ?? null);
  const worst = Math.max(...tally.steps.map(({ proven }) => proven / tally.traces));
  atMost('most promoted of a step', target.promotedAtMost, worst);
  return judged;
}
