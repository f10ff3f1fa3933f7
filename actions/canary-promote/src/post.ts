/**
 * Behind the job's steps, whatever became of them: GitHub kills a cancelled step after 10 s, and a step that was killed before it
 * could set its safe weight is made good here. https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax#runspost
 */

import type { Host } from '@shipgate/kit/host';
import { readHost } from '@shipgate/kit/host';
import { readInputs } from '@shipgate/kit/inputs';
import { ConfigurationError } from '@shipgate/schemas';
import { machineTimer } from './adapters/timer.ts';
import { reap } from './commands/carry-out.ts';
import { type Configuration, readConfiguration } from './configuration.ts';
import { inputSpecs } from './inputs.ts';
import type { Timer } from './ports.ts';
import type { OpenRouter } from './steering/open-router.ts';

/** Name of the state that the main step leaves for the post step. */
export const STATE = 'shipgate_acting';

export interface PostPorts {
  readonly env: NodeJS.ProcessEnv;
  openRouter(configuration: Configuration, host: Host): Promise<OpenRouter | undefined>;
  say(text: string): void;
  /** Without it the clock of the machine. */
  readonly timer?: Timer;
}

/** Leaves the mark for the post step: `@actions/core` writes GITHUB_STATE. */
export async function rememberForPost(): Promise<void> {
  const { saveState } = await import('@actions/core');
  saveState(STATE, 'true');
}

/** Whether this process is a post step, and whether the step before it acted. */
export function postStep(env: NodeJS.ProcessEnv): 'none' | 'nothing to do' | 'of a rollout' {
  if (env['SHIPGATE_POST'] !== 'true') return 'none';
  return env[`STATE_${STATE}`] === 'true' ? 'of a rollout' : 'nothing to do';
}

/** Never rejects: a job that is over is not failed again by its cleaning up. */
export async function finishJob({ env, openRouter, say, timer = machineTimer }: PostPorts): Promise<void> {
  try {
    const host = readHost(env, process.cwd());
    const { values } = readInputs(inputSpecs, { arguments: [], env, github: true });
    // Beside a rollout, nothing of it is to be finished; a dry run touches nothing, not even behind itself.
    if ((values.command !== 'run' && values.command !== 'resume') || values['dry-run']) return;
    const configuration = await readConfiguration(host, values);
    const router = await openRouter(configuration, host);
    if (router === undefined) return;
    const { record, weight, alive, trouble } = await reap(
      { configuration, router, host, timer, notes: say },
      AbortSignal.timeout(60_000),
    );
    if (trouble !== undefined) say(`canary-promote: the rollout could not be looked at: ${trouble.detail}`);
    else if (alive !== undefined) say('canary-promote: another run has the rollout');
    else say(`canary-promote: ${record?.state ?? 'no rollout'}, the canary has ${weight ?? '?'} %`);
  } catch (error) {
    const text = error instanceof ConfigurationError ? (error.faults[0]?.title ?? '') : String(error);
    say(`canary-promote: nothing could be looked at: ${text}`);
  }
}
