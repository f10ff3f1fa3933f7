/** What the end and the output of a command say. Pure. What it printed is never repeated but for the one number. */
import type { CommandResult } from '@shipgate/kit/command';
import type { Threshold } from '../markdown/model.ts';
import type { CommandEntry } from './entry.ts';
import { expressionOf } from './expression.ts';
import { fits } from './file-data.ts';
import { failed, type Judged, passed, unknown } from './judged.ts';
import { chosenThreshold, isWithin, quantityOf } from './limit.ts';
import { shownLimit, shownValue } from './shown.ts';

/** Undefined when the exit code is as wanted and the output is to be looked at. */
export function judgeExit(
  { exitCode, signal, timedOut }: CommandResult,
  entry: CommandEntry,
  seconds: number,
): Judged | undefined {
  if (timedOut)
    return unknown(
      `the command did not end within ${seconds}\u00a0s`,
      'Make it faster, or give it a longer `timeout:`',
    );
  if (exitCode === null)
    return unknown(
      `the command was ended by ${signal ?? 'a signal'}`,
      'Look at the log of this step for what ended it',
    );
  const wanted = entry['exit-codes'] ?? [0];
  if (!wanted.includes(exitCode))
    return failed(
      `the command ends with exit code ${exitCode}, wanted ${wanted.join(' or ')}`,
      'Mend what the command complains of in the log of this step',
    );
  return entry.value === undefined ? passed(`the command ends with exit code ${exitCode}`) : undefined;
}

/** The number in stdout; several that differ are none. */
export function judgeOutput(result: CommandResult, entry: CommandEntry, ofItem: readonly Threshold[]): Judged {
  const pattern = entry.value ?? '';
  const expression = expressionOf(pattern);
  if (expression === undefined || expression.groups !== 1)
    return unknown(`\`${pattern}\` is no expression of RE2 with one group`, 'Write one group around the number');
  if (result.truncated) return unknown('the command prints too much to be read', 'Make it print less');
  const groups = expression.groupsIn(result.stdout.toString('utf8'));
  const [text, ...others] = new Set(groups);
  if (text === undefined)
    return unknown(
      'the output has no number where the expression looks for it',
      'Correct `value:`, or make the command print the number',
    );
  if (others.length > 0)
    return unknown(
      `the output has ${others.length + 1} numbers where the expression looks for one`,
      'Write `value:` so that it means one',
    );
  const quantity = quantityOf(text);
  if (quantity === undefined)
    return unknown(
      'what the expression finds in the output is no number',
      'Write one group around the number and its unit',
    );
  const choice = chosenThreshold(entry.threshold, ofItem, quantity.unit);
  if ('trouble' in choice) return unknown(choice.trouble, choice.mend);
  const { threshold: limit } = choice;
  if (!fits(quantity, limit.unit))
    return unknown(
      `the number has another unit than the limit ${shownLimit(limit)}`,
      'Put the unit into the group: `([0-9.]+%)`',
    );
  const [value, threshold] = [shownValue(quantity.value, limit), shownLimit(limit)];
  const more = { value, threshold, decidedBy: limit };
  if (isWithin(quantity.value, limit)) return passed(`the command says ${value}, wanted ${threshold}`, more);
  return failed(`the command says ${value}, wanted ${threshold}`, 'Mend what the command measures', more);
}
