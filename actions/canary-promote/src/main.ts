/** The action's entry, and the command's: wires the adapters, nothing else. */
import { commandProof, visible } from '@shipgate/kit/escape';
import type { Host } from '@shipgate/kit/host';
import { runGate } from '@shipgate/kit/run';
import manifest from '../package.json' with { type: 'json' };
import { openMirror, tellAfterRollback } from './adapters/open-mirror.ts';
import { openRouter } from './adapters/open-router.ts';
import { openSource } from './adapters/open-source.ts';
import type { Configuration } from './configuration.ts';
import { canaryPromote } from './gate.ts';
import { finishJob, postStep, rememberForPost } from './post.ts';
import { replayedTraces } from './replay/command.ts';

const gate = canaryPromote(manifest.version, {
  openSource: (configuration) => openSource(configuration, process.env),
  openRouter: async (configuration, host) => {
    const router = await openRouter(configuration, host, process.env);
    if (router !== undefined && host.kind === 'github') await rememberForPost();
    return router;
  },
  tellers: {
    openMirror: (configuration, host, about) => openMirror(configuration, host, process.env, about),
    afterRollback: (configuration, host, facts) => tellAfterRollback(configuration, host, process.env, facts),
  },
});

async function main(): Promise<number> {
  const post = postStep(process.env);
  if (post === 'nothing to do') return 0;
  if (post === 'of a rollout') {
    const open = (configuration: Configuration, host: Host) => openRouter(configuration, host, process.env);
    await finishJob({ env: process.env, openRouter: open, say: (text) => console.log(commandProof(visible(text))) });
    return 0;
  }
  return (await replayedTraces(process.argv.slice(2))) ?? (await runGate(gate));
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(`canary-promote: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 2;
  },
);
