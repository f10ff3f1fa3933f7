/** What a terminal shows besides the reasons: notes before the verdict, and the finding in a few words. Pure. */
import type { ReportView } from '@shipgate/kit/report/view';
import { replayCommand } from '../reasons/back.ts';
import { span } from '../reasons/numbers.ts';
import { visibleWords } from './claims.ts';
import { type Headed, headlineOf } from './headline.ts';
import { stateNote } from './state.ts';

export function terminalOf(headed: Headed): NonNullable<ReportView['terminal']> {
  const { told, outcome } = headed;
  const { plan, preflight, decision } = told;
  const noise = preflight.ground.method.merge * plan.interval;
  const compares = plan.mode === 'evidence' && preflight.ground.method.test === 'R';
  return {
    notes: [
      ...(decision.action === 'rollback' ? [stateNote(headed)] : []),
      ...(told.dryRun ? preflight.visible.map(visibleWords) : []),
      ...(compares && !told.dryRun
        ? [`not claimed: noise that lasts longer than ${span(noise)} and hits the canary alone`]
        : []),
      ...(plan.soak !== undefined && outcome === 'pass'
        ? [
            `soak: ${span(plan.soak.duration)} in the plan, ${told.router === undefined ? 'not watched without a router' : 'watched by a scheduled `command: resume`'}`,
          ]
        : []),
      ...(told.samples === null ? [] : [`replay: ${replayCommand(told.samples)}`]),
    ],
    conclusion: headlineOf(headed),
  };
}
