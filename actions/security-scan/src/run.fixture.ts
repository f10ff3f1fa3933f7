/** Runs of the gate in this process, over real repositories, with everything that it wrote. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunnerFiles } from '@shipgate/kit/report/runner-files';
import { runGate } from '@shipgate/kit/run';
import { TestRepository } from '@shipgate/kit/testing/repository';
import type { SecurityScanEvidence, Verdict } from '@shipgate/schemas';
import { validateVerdict } from '@shipgate/schemas';
import { securityScanGate } from './gate.ts';

export type Files = Readonly<Record<string, string | Buffer | null>>;

export interface Ran {
  readonly exitCode: number;
  readonly verdict: Verdict;
  readonly evidence: SecurityScanEvidence;
  readonly codes: readonly string[];
  /** How many findings are new, known, suppressed. */
  readonly counts: readonly [number, number, number];
  /** Standard output and standard error. */
  readonly printed: string;
  /** Every file of the output folder, by its name; `outputs` and `step-summary` are what a step of a workflow gives. */
  readonly written: ReadonlyMap<string, string>;
}

export interface RunOptions {
  /** Flags, as `['--scanners', 'secrets']`. */
  readonly flags?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** What the clock says, always. */
  readonly now?: string;
  readonly baseRef?: string | null;
  /** As a step of a workflow: annotations are printed, a summary and outputs are written. */
  readonly github?: boolean;
}

/** A repository with a base commit, in a temporary folder that `close` takes away. */
export class Checkout {
  readonly repository: TestRepository;
  private readonly folder: string;

  constructor(base: Files = { 'README.md': 'A service.\n' }) {
    this.folder = mkdtempSync(join(tmpdir(), 'shipgate-scan-'));
    this.repository = TestRepository.create(join(this.folder, 'checkout'));
    this.repository.commit(base);
    this.repository.git('branch', 'base');
  }

  /** Commits what the change does. */
  change(files: Files): this {
    this.repository.commit(files);
    return this;
  }

  /** A folder beside the checkout, gone with it. */
  beside(name: string): string {
    return mkdtempSync(join(this.folder, `${name}-`));
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  async run({
    flags = [],
    env = {},
    now = '2026-11-28T12:00:00Z',
    baseRef = 'base',
    github = false,
  }: RunOptions = {}): Promise<Ran> {
    const out = mkdtempSync(join(this.folder, 'out-'));
    const temporary = join(this.folder, 'temporary');
    mkdirSync(temporary, { recursive: true });
    let printed = '';
    const write = (text: string) => {
      printed += text;
    };
    const step = github
      ? {
          GITHUB_ACTIONS: 'true',
          GITHUB_WORKSPACE: this.repository.folder,
          GITHUB_OUTPUT: 'o',
          GITHUB_STEP_SUMMARY: 's',
        }
      : {};
    const own = { PATH: process.env['PATH'], HOME: process.env['HOME'], RUNNER_TEMP: temporary };
    const variables = { ...own, ...step, ...env };
    const told = { outputs: '', summary: '' };
    const runner: RunnerFiles = {
      setOutput: async (name, value) => {
        told.outputs += `${name}=${value}\n`;
      },
      appendSummary: async (markdown) => {
        told.summary += markdown;
      },
    };
    const base = baseRef === null ? [] : ['--base-ref', baseRef];
    const exitCode = await runGate(
      securityScanGate({ env: variables, version: '1.0.0' }),
      {
        arguments: ['--output-directory', out, ...base, ...flags],
        env: variables,
        folder: this.repository.folder,
        stdout: { write },
        stderr: { write },
        clock: { now: () => new Date(now), elapsed: () => performance.now() },
        onInterruption: () => () => undefined,
        end: async () => undefined,
      },
      runner,
    );
    const written = new Map(readdirSync(out).map((name) => [name, readFileSync(join(out, name), 'utf8')]));
    if (github) written.set('outputs', told.outputs).set('step-summary', told.summary);
    const read = validateVerdict(JSON.parse(written.get('verdict.json') ?? 'null'));
    if (!read.ok) throw new Error(`no verdict: ${printed}`);
    const { verdict } = read;
    const evidence: SecurityScanEvidence = { ...verdict.evidence };
    const codes = verdict.reasons.map(({ code }) => code);
    return { exitCode, verdict, evidence, codes, counts: countsOf(evidence), printed, written };
  }
}

function countsOf({ counts }: SecurityScanEvidence): readonly [number, number, number] {
  const sum = (state: 'new' | 'known' | 'suppressed') =>
    Object.values(counts?.[state] ?? {}).reduce((all, count) => all + count, 0);
  return [sum('new'), sum('known'), sum('suppressed')];
}
