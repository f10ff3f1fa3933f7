/** A recorded run decided again: the same verdict, byte by byte. */
import { isAbsolute, join } from 'node:path';
import type { GateContext, GateResult } from '@shipgate/kit/gate';
import type { Proof } from '@shipgate/schemas';
import { ConfigurationError } from '@shipgate/schemas';
import { readSamples, samplesFile } from '../adapters/journal-file.ts';
import { foldJournal } from '../conclude.ts';
import { readConfiguration } from '../configuration.ts';
import type { Inputs } from '../inputs.ts';
import type { Journal } from '../journal.ts';
import { planHash } from '../plan/hash.ts';
import { recordedResult } from '../recorded-run.ts';
import { parseJournal } from './recorded.ts';
import { ShapeError } from './shape.ts';

export async function replayRecorded(
  inputs: Inputs,
  { host, progress }: GateContext,
  isChange: boolean,
): Promise<GateResult> {
  const file = inputs.replay ?? '';
  const { head, entries } = readJournal(isAbsolute(file) ? file : join(host.workspace, file), file);
  if (planHash(head.plan) !== head.planHash) throw otherPlan(head.planHash, planHash(head.plan), file);
  if (inputs.plan !== undefined) await refuseOtherPlan(inputs, host, head.planHash);
  progress.heading(head.subject.service ?? '', 'decided again from its samples');
  const rollout = foldJournal(head, entries);
  const result = recordedResult(head, rollout, samplesFile);
  return isChange ? { ...result, proofs: [...result.proofs, proposed] } : result;
}

/** A change may bring a recording that says what it likes. */
const proposed: Proof = {
  name: 'own run',
  required: true,
  outcome: 'not-proven',
  seen: 'the recording is part of a proposal: it lets nothing through',
};

function readJournal(path: string, shown: string): Journal {
  try {
    return parseJournal(readSamples(path));
  } catch (error) {
    const known = error instanceof ShapeError;
    throw new ConfigurationError([
      {
        title: `the recording ${shown} cannot be read`,
        expected: known ? error.expected : 'a file of recorded samples, as a run writes it',
        got: known
          ? `${error.got} (${error.at})`
          : error instanceof Error
            ? (error.message.split(',')[0] ?? '')
            : 'nothing',
        do: 'give samples.jsonl of a run, whole',
      },
    ]);
  }
}

async function refuseOtherPlan(inputs: Inputs, host: GateContext['host'], recorded: string): Promise<void> {
  const { planHash: given, file } = await readConfiguration(host, inputs);
  if (given !== recorded) throw otherPlan(recorded, given, file);
}

function otherPlan(recorded: string, given: string, file: string): ConfigurationError {
  return new ConfigurationError([
    {
      title: 'the plan is not the one of the recorded run',
      expected: `a plan with sha256 ${recorded.slice(0, 12)}`,
      got: `${given.slice(0, 12)}, of ${file}`,
      do: 'leave plan out: the recording holds its own; another plan is tried with source: {kind: recorded}',
      location: { file, line: 1, column: 1 },
    },
  ]);
}
