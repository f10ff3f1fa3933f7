/** Uploads the SARIF beside the verdicts. What GitHub does with it afterwards is not waited for. */
import type { Fault } from '@shipgate/schemas';
import { limits, readCapped } from '../artifacts.ts';
import type { Wish } from '../inputs.ts';
import type { Delivered } from '../outcome.ts';
import { delivered, joined, noticed, troubled } from '../outcome.ts';
import type { CodeScanning } from '../ports.ts';
import { gotOf, isForbidden } from '../trying.ts';
import type { PackedSarif } from './pack.ts';
import { packSarif } from './pack.ts';

export interface PlannedAnalysis {
  readonly shown: string;
  readonly path: string;
  /** The gate that gave the verdict beside it. */
  readonly gate: string;
  readonly commit: string;
  readonly ref: string;
}

export function readPacked({ shown, path, gate }: PlannedAnalysis): PackedSarif | Fault {
  const bytes = readCapped({ shown, path }, limits.sarifBytes);
  return 'title' in bytes ? bytes : packSarif(bytes, shown, gate);
}

/** Where GitHub does not let us, it will not for the next one either: that is told once. */
export async function uploadAnalyses(
  planned: readonly PlannedAnalysis[],
  wish: Wish,
  scanning: CodeScanning,
): Promise<Delivered> {
  const parts: Delivered[] = [];
  for (const analysis of planned) {
    const packed = readPacked(analysis);
    if ('title' in packed) {
      parts.push(troubled(packed));
      continue;
    }
    const { commit, ref, shown } = analysis;
    try {
      const id = await scanning.upload({ commit, ref, packed: packed.base64 });
      parts.push(delivered({ way: 'sarif', file: shown, state: 'uploaded', id }));
    } catch (error) {
      if (isForbidden(error)) return joined([...parts, forbidden(wish, gotOf(error))]);
      parts.push(troubled(refused(shown, gotOf(error))));
    }
  }
  return joined(parts);
}

function forbidden(wish: Wish, got: string): Delivered {
  if (wish === 'auto')
    return noticed(
      `Nothing was uploaded to code scanning: it is off here, or the token may not (${got}). "security-events: write" lets it; a pull request from a fork never has it.`,
    );
  return troubled({
    title: 'nothing was uploaded to code scanning',
    expected: 'a repository in which it is on, and a token that may upload, since sarif is true',
    got,
    do: 'switch code scanning on and add "security-events: write" to the permissions of this job, or say sarif: auto',
  });
}

function refused(shown: string, got: string): Fault {
  return {
    title: `${shown} was not uploaded`,
    expected: 'GitHub to take it for code scanning',
    got,
    do: 'run the job again; when it stays so, report it with the SARIF file',
  };
}
