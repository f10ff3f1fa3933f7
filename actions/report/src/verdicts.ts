/** Edge: reads the verdicts that were found, judges each by the schema and by its subject, and lets each be there once. */
import type { Fault, Verdict } from '@shipgate/schemas';
import { readVerdictFile } from '@shipgate/schemas';
import type { ArtifactFile } from './artifacts.ts';
import { limits, readCapped } from './artifacts.ts';
import { foreignVerdict } from './foreign.ts';
import type { ExpectedSubject } from './origin.ts';

/** A verdict that may be reported. */
export interface ReadVerdict {
  readonly file: ArtifactFile;
  readonly verdict: Verdict;
  /** The verdict as compact JSON: what is sent, the same in every try. */
  readonly body: string;
}

export interface VerdictsRead {
  readonly verdicts: readonly ReadVerdict[];
  readonly troubles: readonly Fault[];
  readonly notices: readonly string[];
}

/** Faults of one file that are told; the rest is counted. */
const mostFaults = 3;

/** `expected` null: the subjects are not compared (a dry run outside of GitHub). */
export function readVerdicts(files: readonly ArtifactFile[], expected: ExpectedSubject | null): VerdictsRead {
  const verdicts: ReadVerdict[] = [];
  const troubles: Fault[] = [];
  const notices: string[] = [];
  const firstOf = new Map<string, ArtifactFile>();
  for (const file of files) {
    const read = readOne(file, expected);
    if (!('body' in read)) {
      troubles.push(...read.faults);
      continue;
    }
    const command = besideRollout(read.verdict);
    if (command !== undefined) {
      notices.push(
        `${file.shown} is of canary-promote's command ${command}: it says nothing about the release, and is not reported.`,
      );
      continue;
    }
    const first = firstOf.get(read.body);
    if (first === undefined) verdicts.push(read);
    else notices.push(`${file.shown} is the same as ${first.shown}, and is reported once.`);
    firstOf.set(read.body, first ?? file);
  }
  return { verdicts, troubles, notices };
}

/** A consent that was written, or a look at a rollout, passes without a word about the release: shown as its verdict it would fool. */
function besideRollout({ gate, evidence }: Verdict): string | undefined {
  if (gate !== 'canary-promote') return undefined;
  const command: unknown = Object(evidence).command;
  return command === 'approve' || command === 'status' || command === 'reap' ? command : undefined;
}

function readOne(file: ArtifactFile, expected: ExpectedSubject | null): ReadVerdict | { readonly faults: Fault[] } {
  const bytes = readCapped(file, limits.verdictBytes);
  if ('title' in bytes) return { faults: [bytes] };
  const { value, faults } = readVerdictFile(bytes, { file: file.shown });
  if (value === undefined) return { faults: fewFaults(file, faults) };
  const foreign = expected === null ? undefined : foreignVerdict(file.shown, value.subject, expected);
  return foreign === undefined ? { file, verdict: value, body: JSON.stringify(value) } : { faults: [foreign] };
}

function fewFaults(file: ArtifactFile, faults: readonly Fault[]): Fault[] {
  const more = faults.length - mostFaults;
  if (more <= 0) return [...faults];
  const rest: Fault = {
    title: `${file.shown} has ${more} more ${more === 1 ? 'fault' : 'faults'}`,
    expected: 'a verdict as schemas/verdict.schema.json describes it',
    got: 'another document',
    do: 'let a gate of this release write it',
  };
  return [...faults.slice(0, mostFaults), rest];
}
