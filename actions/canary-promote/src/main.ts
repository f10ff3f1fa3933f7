/** The action's entry, and the command's: wires the adapters, nothing else. */
import { runGate } from '@shipgate/kit/run';
import manifest from '../package.json' with { type: 'json' };
import { openRouter } from './adapters/open-router.ts';
import { openSource } from './adapters/open-source.ts';
import { canaryPromote } from './gate.ts';
import { replayedTraces } from './replay/command.ts';

const gate = canaryPromote(manifest.version, {
  openSource: (configuration) => openSource(configuration, process.env),
  openRouter: (configuration, host) => openRouter(configuration, host, process.env),
});

async function main(): Promise<number> {
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
