/** Entry of outside.cjs: everything that main.ts loads when a run first needs it. */
export { readManifests } from './adapters/manifest-files.ts';
export { openEvidence } from './adapters/open-evidence.ts';
export { gatherSignoffs } from './adapters/open-signoffs.ts';
export { initFromCommand } from './init/command.ts';
export { runManifests } from './manifests-run.ts';
