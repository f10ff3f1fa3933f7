/** From a result to everything that is written about it, and to the exit code. */

import type { Subject, Verdict } from '@shipgate/schemas';
import { formatFault, validateVerdict } from '@shipgate/schemas';
import type { Ending } from '../ending.ts';
import { crashResult } from '../ending.ts';
import { cut, jsonText, visible } from '../escape.ts';
import type { GateResult } from '../gate.ts';
import type { Host } from '../host.ts';
import type { Session } from '../session.ts';
import { messageOf } from '../troubles.ts';
import { buildVerdict, exitCode } from '../verdict.ts';
import type { FailedEffect } from './apply.ts';
import { applyEffects } from './apply.ts';
import type { OutputFiles } from './output-directory.ts';
import { unwritable } from './output-directory.ts';
import { reporters } from './reporters.ts';

/** The folder of a run's files. */
export interface OutputDirectory {
  readonly absolute: string;
  /** As people may read it: not the runner's own path. */
  readonly shown: string;
  /** undefined when it cannot be written to. */
  readonly files: OutputFiles | undefined;
}

/** Reports and gives the exit code: that of the outcome, 0 of an advisory result, or 2 when the verdict could not be written. */
export async function deliver(session: Session, ending: Ending, directory: OutputDirectory): Promise<number> {
  const { host, color, modes, printer, runner, runtime } = session;
  const { result, verdict } = validVerdict(session, ending.result);
  const options = {
    color,
    json: modes.json,
    outputDirectory: directory.files === undefined ? undefined : directory.absolute,
    shownDirectory: host.kind === 'github' || directory.files === undefined ? undefined : directory.shown,
    faults: ending.faults,
  };
  const documents = session.gate.documents?.(verdict, jsonText(verdict)) ?? [];
  const own = [...documents, ...(result.files ?? [])];
  const names = new Set(own.map(({ name }) => name));
  const told = Object.values(reporters).flatMap((reporter) => reporter(verdict, result.view, host, options));
  const effects = [
    ...told.filter((effect) => effect.kind !== 'file' || !names.has(effect.name)),
    ...own.map((file) => ({ kind: 'file', ...file }) as const),
  ];
  const failed = await applyEffects(effects, host, { files: directory.files, printer, runner, stdout: runtime.stdout });
  if (sayFailed(session, failed, directory.shown)) return 2;
  return result.advisory === true ? 0 : exitCode(verdict.outcome);
}

/** The verdict, or that of a crash when the gate's parts do not make one that the schema takes. */
function validVerdict(session: Session, result: GateResult): { result: GateResult; verdict: Verdict } {
  const verdict = verdictOf(session, result);
  const judged = validateVerdict(verdict);
  if (judged.ok) return { result, verdict };
  const [first] = judged.errors;
  const error = new Error(`the verdict does not fit its schema: ${first?.path ?? ''} ${first?.message ?? ''}`);
  const broken = crashResult(session, error);
  return { result: broken, verdict: verdictOf(session, broken) };
}

function verdictOf({ gate, host, runtime, startedAt }: Session, result: GateResult): Verdict {
  const run = result.recorded ?? {
    version: gate.version,
    commit: commitOfAction(host),
    subject: { ...subjectOf(host), ...result.subject },
    startedAt,
    finishedAt: runtime.clock.now(),
  };
  return buildVerdict({
    gate: gate.name,
    ...run,
    reasons: result.reasons,
    proofs: result.proofs,
    evidence: result.evidence,
    headline: result.headline,
    codeOrder: gate.codeOrder,
    keepsOrder: result.keepsOrder,
  });
}

/** Commit of the gate itself, where it is used by one. */
export function commitOfAction({ action }: Host): string | undefined {
  return action !== undefined && /^[0-9a-f]{40}$/.test(action.ref) ? action.ref : undefined;
}

/** What the host says of the run. */
export function subjectOf({ repository, commit, ref, event, run }: Host): Subject {
  return {
    ...(repository === undefined ? {} : { repository }),
    ...(commit === undefined ? {} : { commit }),
    ...(ref === undefined ? {} : { ref }),
    ...(event === undefined ? {} : { event: event.name }),
    ...(run === undefined ? {} : { run }),
  };
}

/** Says what could not be written; true when the verdict itself could not. */
function sayFailed(session: Session, failed: readonly FailedEffect[], shown: string): boolean {
  const { printer, color } = session;
  const lost = failed.find(({ kind }) => kind === 'file');
  if (lost !== undefined) printer.lines(formatFault(unwritable(shown, lost.error), { color }).split('\n'));
  for (const { kind, name, error } of failed) {
    if (kind !== 'file') printer.lines([`warn  ${name} could not be written: ${cut(visible(messageOf(error)), 200)}`]);
  }
  return lost !== undefined;
}
