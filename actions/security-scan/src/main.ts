/** The action's entry, and the command's: wires the adapters, nothing else. */
import { runGate } from '@shipgate/kit/run';
import manifest from '../package.json' with { type: 'json' };
import { securityScanGate } from './gate.ts';

runGate(securityScanGate({ env: process.env, version: manifest.version })).then((code) => {
  process.exitCode = code;
});
