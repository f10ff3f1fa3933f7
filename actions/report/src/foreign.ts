/** Whether a verdict is about the run and the change that this job may report on. Pure. */
import type { Fault, Subject } from '@shipgate/schemas';
import type { ExpectedSubject } from './origin.ts';
import { isSame } from './origin.ts';

/**
 * What of the subject belongs to something else. Repository and commit must be there; what else is there must agree. An
 * earlier attempt of the same run is the same run: a job that is run again does not give the verdicts of the others anew.
 */
export function foreignParts(subject: Subject, expected: ExpectedSubject): readonly string[] {
  const { repository, commit, run, event, ref } = subject;
  const parts: readonly (readonly [name: string, got: string | undefined, agrees: boolean, wanted: string])[] = [
    ['repository', repository ?? 'none', isSame(repository ?? '', expected.repository), expected.repository],
    ['commit', commit ?? 'none', commit === expected.commit, expected.commit],
    ['run', run?.id, run?.id === expected.run.id, expected.run.id],
    ['attempt', numberText(run?.attempt), (run?.attempt ?? 0) <= expected.run.attempt, `${expected.run.attempt}`],
    ['event', event, event === expected.event, expected.event],
    ['ref', expected.ref === undefined ? undefined : ref, ref === expected.ref, expected.ref ?? ''],
  ];
  return parts
    .filter(([, got, agrees]) => got !== undefined && !agrees)
    .map(([name, got, , wanted]) => `${name} ${got} and not ${wanted}`);
}

/** The refusal of such a verdict; undefined when it is of this run. `file` as people read it. */
export function foreignVerdict(file: string, subject: Subject, expected: ExpectedSubject): Fault | undefined {
  const parts = foreignParts(subject, expected);
  if (parts.length === 0) return undefined;
  return {
    title: `${file} is about something else`,
    expected: `a verdict on ${expected.repository} at ${expected.commit.slice(0, 7)}, given in run ${expected.run.id}`,
    got: parts.join(', '),
    do: 'download only artifacts of the run that is reported on',
  };
}

function numberText(number: number | undefined): string | undefined {
  return number === undefined ? undefined : String(number);
}
