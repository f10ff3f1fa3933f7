/** Port: the files that GitHub's runner gives a step for its outputs and its summary; the adapter is @actions/core. */
import type { Host } from '../host.ts';

export interface RunnerFiles {
  /** Throws when the file cannot be written. */
  setOutput(name: string, value: string): Promise<void>;
  appendSummary(markdown: string): Promise<void>;
}

/**
 * @actions/core, loaded when something is to be written: in the esbuild bundle its import takes 45 ms (it brings an HTTP
 * client for OIDC), which a run at a terminal and `--help` need not pay. It reads GITHUB_OUTPUT and GITHUB_STEP_SUMMARY
 * of `process.env` itself. Annotations are written by report/annotations.ts: core cannot put `stop-commands` marks
 * around the rest of the output, nor write to stderr when stdout belongs to `--json`.
 */
export function actionsCoreFiles(): RunnerFiles {
  return {
    async setOutput(name, value) {
      const core = await import('@actions/core');
      core.setOutput(name, value);
    },
    async appendSummary(markdown) {
      const { summary } = await import('@actions/core');
      await summary.addRaw(markdown).write();
    },
  };
}

/** Which of the files the runner gave; without GITHUB_OUTPUT core would print the value as a command. */
export function hasFileFor(host: Host, kind: 'output' | 'summary'): boolean {
  return (kind === 'output' ? host.outputFile : host.summaryFile) !== undefined;
}
