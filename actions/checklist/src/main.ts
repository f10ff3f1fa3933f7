/** The action's entry, and the command's: wires the adapters, nothing else. */
import { runGate } from '@shipgate/kit/run';
import manifest from '../package.json' with { type: 'json' };
import { readManifests } from './adapters/manifest-files.ts';
import { openEvidence, openFiles } from './adapters/open-evidence.ts';
import { gatherSignoffs } from './adapters/open-signoffs.ts';
import { checklistGate } from './gate.ts';
import { initFromCommand } from './init/command.ts';

const { env } = process;
const gate = checklistGate(manifest.version, {
  env,
  openFiles: (site) => openFiles(site, env, env['GITHUB_WORKSPACE'] ?? process.cwd()),
  openEvidence: (occasion) => openEvidence(occasion, env),
  gatherSignoffs: (occasion) => gatherSignoffs(occasion, env),
  readManifests: (occasion) => readManifests(occasion, env),
});

async function main(): Promise<number> {
  return (await initFromCommand(process.argv.slice(2), env)) ?? (await runGate(gate));
}

main().then((code) => {
  process.exitCode = code;
});
