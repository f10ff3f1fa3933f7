/** Runs of a gate of a few lines inside the test's process, with ports that remember. */
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Reason, Verdict } from '@shipgate/schemas';
import { validateVerdict } from '@shipgate/schemas';
import type { Gate, GateResult } from './gate.ts';
import type { RunnerFiles } from './report/runner-files.ts';
import { runGate } from './run.ts';
import type { Interruption, Runtime } from './runtime.ts';

export const evidence = { scope: 'new', migrations: [], timings: {} };
export const view = { lead: 'All 3 of 3 things were looked at.', outputs: { things: 3 } };
export const fault: Reason = {
  code: 'drift',
  severity: 'error',
  blocks: 'fail',
  title: '`down` loses a trigger',
  seen: 'it is gone.',
  hurts: 'it is missed.',
  mend: 'give it back.',
  location: { file: 'migrations/1.down.sql', line: 2, column: 3 },
  docs: 'docs/reasons/migrate-gate/drift.md',
  evidence: {},
};

export function gateOf(run: () => Promise<Partial<GateResult>> | Partial<GateResult>): Gate {
  return {
    name: 'migrate-gate',
    version: '1.0.0',
    description: 'A gate for tests.',
    inputs: [{ name: 'path', kind: 'path' }],
    run: async () => ({ reasons: [], proofs: [], evidence, view, ...(await run()) }),
  };
}

interface Given {
  readonly arguments?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly github?: boolean;
}

/** A run in this process, with a folder of its own; what it wrote, and everything that was printed. */
export async function runOf(gate: Gate, given: Given = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'shipgate-run-'));
  const written = { stdout: '', stderr: '', summary: '', outputs: new Map<string, string>() };
  const github = {
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: folder,
    RUNNER_TEMP: folder,
    GITHUB_OUTPUT: 'o',
    GITHUB_STEP_SUMMARY: 's',
  };
  let interrupt: (interruption: Interruption) => void = () => {};
  const ended: number[] = [];
  const runtime: Runtime = {
    arguments: given.arguments ?? [],
    env: { ...(given.github === true ? github : {}), ...given.env },
    folder,
    stdout: { write: (text) => (written.stdout += text) },
    stderr: { write: (text) => (written.stderr += text) },
    clock: { now: () => new Date('2026-11-20T14:00:00Z'), elapsed: () => 0 },
    onInterruption: (tell) => {
      interrupt = tell;
      return () => {};
    },
    end: async (code) => void ended.push(code),
  };
  const runner: RunnerFiles = {
    setOutput: async (name, value) => void written.outputs.set(name, value),
    appendSummary: async (markdown) => {
      written.summary += markdown;
    },
  };
  const running = runGate(gate, runtime, runner);
  const read = (name: string) =>
    readFileSync(join(folder, given.github === true ? 'shipgate/migrate-gate' : 'out', name), 'utf8');
  return {
    running,
    folder,
    written,
    read,
    ended,
    interrupt: (interruption: Interruption) => interrupt(interruption),
    verdict: () => verdictIn(read('verdict.json')),
  };
}

export function verdictIn(text: string): Verdict {
  const judged = validateVerdict(JSON.parse(text));
  if (!judged.ok) throw new Error(JSON.stringify(judged.errors));
  return judged.verdict;
}
