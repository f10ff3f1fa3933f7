// The second job of a run: actions/report sends the verdict, and proves by an OIDC token which run it belongs to.
import { basename, dirname, join } from 'node:path';
import { runAction } from '@shipgate/kit/testing/harness';
import { runnerFacts } from './job.ts';
import type { JobIssuer } from './oidc.ts';
import type { ReleaseRun } from './releases.ts';

export const reportEntry = 'actions/report/dist/index.cjs';

export interface Sending {
  readonly root: string;
  /** For everything that the run needs; the caller removes it. */
  readonly temporary: string;
  readonly portalUrl: string;
  readonly issuer: JobIssuer;
}

/** Runs the action as a process. Throws, with what it printed, unless it sends the verdict. */
export async function sendVerdict(run: ReleaseRun, { root, temporary, portalUrl, issuer }: Sending): Promise<void> {
  issuer.speakFor(run);
  const { env, ...facts } = runnerFacts(run);
  const ended = await runAction({
    ...facts,
    entry: join(root, reportEntry),
    workspace: dirname(run.artifact),
    temporary: join(temporary, basename(run.artifact), 'report'),
    inputs: { verdicts: basename(run.artifact), 'backstage-url': portalUrl, comment: 'false', sarif: 'false' },
    env: { ...env, ...issuer.environment },
  });
  if (ended.exitCode === 0) return;
  throw new Error(
    `expected actions/report to send the verdict of ${run.verdict.gate} on ${run.release}, got exit code ${ended.exitCode ?? 'none'}:\n` +
      `${ended.stdout}${ended.stderr}`,
  );
}
