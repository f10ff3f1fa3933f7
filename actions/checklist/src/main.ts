/** The action's entry, and the command's: wires the adapters, nothing else. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runGate } from '@shipgate/kit/run';
import manifest from '../package.json' with { type: 'json' };
import { signoffsWithoutGitHub } from './adapters/no-signoffs.ts';
import { openFiles } from './adapters/open-files.ts';
import { checklistGate } from './gate.ts';
import { asksForInit } from './init/asked.ts';

const { env } = process;
const dist = import.meta.dirname;
/** In dist a file beside this one (build.ts), loaded when something outside is first asked for. */
const outside = () => createRequire(join(dist, 'index.cjs'))('./outside.cjs') as typeof import('./outside-main.ts');

const gate = checklistGate(manifest.version, {
  env,
  openFiles: (site) => openFiles(site, env, env['GITHUB_WORKSPACE'] ?? process.cwd()),
  openEvidence: (occasion) => outside().openEvidence(occasion, env),
  gatherSignoffs: async (occasion) =>
    (await signoffsWithoutGitHub(occasion, env)) ?? (await outside().gatherSignoffs(occasion, env)),
  judgeManifests: async (occasion) => outside().runManifests(occasion, await outside().readManifests(occasion, env)),
});

async function main(): Promise<number> {
  const args = process.argv.slice(2);
  return asksForInit(args, env) ? outside().initFromCommand(args, env) : await runGate(gate);
}

main().then((code) => {
  process.exitCode = code;
});
