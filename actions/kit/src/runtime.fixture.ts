/** A gate of a few lines, run as a process by runtime.test.ts: what it does is told by `--deed`. */
import { setTimeout } from 'node:timers/promises';
import { runCommand } from './command.ts';
import type { Gate } from './gate.ts';
import { actionsCoreFiles } from './report/runner-files.ts';
import { runGate } from './run.ts';
import { nodeRuntime } from './runtime.ts';

const inputs = [{ name: 'deed', kind: 'string', default: 'pass' }] as const;

const gate: Gate<typeof inputs> = {
  name: 'security-scan',
  version: '1.0.0',
  description: 'A gate for tests.',
  inputs,
  async run({ deed }, { progress, signal }) {
    progress.stage('deed', deed, 'ok');
    if (deed === 'stall') await new Promise(() => {});
    if (deed === 'throw-late')
      globalThis.setTimeout(() => {
        throw new Error('late');
      }, 10);
    if (deed === 'wait' || deed === 'throw-late') {
      const timer = setInterval(() => {}, 1000);
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      clearInterval(timer);
      process.stderr.write('cleaned up\n');
    }
    if (deed === 'command') {
      const argv = ['sleep', '60'] as const;
      const running = runCommand({
        argv,
        cwd: '/',
        env: { PATH: process.env['PATH'] ?? '' },
        timeoutMs: 60_000,
        maxOutputBytes: 1,
      });
      await setTimeout(200);
      process.stderr.write('started\n');
      await running;
    }
    const evidence = deed === 'large' ? { items: Array.from({ length: 60_000 }, (_, index) => `item ${index}`) } : {};
    return { reasons: [], proofs: [], evidence, view: { lead: 'All is well.' } };
  },
};

runGate(gate, nodeRuntime(), actionsCoreFiles()).then((code) => {
  process.exitCode = code;
});
