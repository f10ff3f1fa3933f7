/** The action's entry, and the command's: wires the adapters, nothing else. */
import { join } from 'node:path';
import { runGate } from '@shipgate/kit/run';
import manifest from '../package.json' with { type: 'json' };
import { neededExtensions } from './adapters/embedded/assets.ts';
import { EmbeddedEngine, EngineThreads } from './adapters/embedded/engine.ts';
import { migrateGate } from './gate.ts';

const dist = import.meta.dirname;
const threads = new EngineThreads({ assets: dist, program: join(dist, 'engine.cjs') });

const gate = migrateGate(manifest.version, {
  env: process.env,
  neededExtensions,
  expectEngine: () => threads.startAhead(),
  engine: (settings) => new EmbeddedEngine({ ...settings, threads }),
});

runGate(gate).then((code) => {
  process.exitCode = code;
});
