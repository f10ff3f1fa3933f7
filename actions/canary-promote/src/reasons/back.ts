/** The way back, and the way to look again: what every rollback ends with. */
import { mark } from '@shipgate/kit/report/sentence';
import type { Scene } from './scene.ts';

/** "take the traffic back to 2.3.2. The runbook `docs/runbooks/rollback.md` says how." Where it is back, what is left to do. */
export function takeBack({ stable, plan, isBack }: Scene): string {
  const how = plan.runbook === undefined ? '' : ` The runbook ${mark(plan.runbook)} says how.`;
  if (!isBack) return `take the traffic back to ${stable}.${how}`;
  return plan.runbook === undefined
    ? 'the traffic is back.'
    : `follow the runbook ${mark(plan.runbook)}; the traffic is back.`;
}

/** "from 14:03:00 to 14:04:45 UTC": the step that lasts. */
export function during({ course }: Scene): string {
  const clock = (at: number) => new Date(at).toISOString().slice(11, 19);
  return `from ${clock(course.step?.from ?? course.now)} to ${clock(course.now)} UTC`;
}

/** The decision once more, from the recorded samples; nothing when there are none. */
export function replayed({ samples }: Scene): string {
  return samples === null ? '' : ` The same verdict offline: ${mark(replayCommand(samples))}`;
}

export function replayCommand(samples: string): string {
  return `node dist/index.cjs --replay ${/^[\w./-]+$/.test(samples) ? samples : quoted(samples)} --json`;
}

/** For a shell: nothing in it is anything but text. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
