/** Does what the reporters planned, through ports. */
import type { Host } from '../host.ts';
import type { OutputStream } from '../runtime.ts';
import type { OutputFiles } from './output-directory.ts';
import type { Printer } from './printer.ts';
import type { RunnerFiles } from './runner-files.ts';
import { hasFileFor } from './runner-files.ts';
import type { Effect } from './view.ts';

export interface EffectPorts {
  /** undefined when there is no folder to write to. */
  readonly files: OutputFiles | undefined;
  readonly printer: Printer;
  readonly runner: RunnerFiles;
  readonly stdout: OutputStream;
}

/** What could not be done. */
export interface FailedEffect {
  readonly kind: Effect['kind'];
  readonly name: string;
  readonly error: unknown;
}

/** Every effect is tried: a summary that cannot be written keeps no verdict from its file, and none from the log. */
export async function applyEffects(
  effects: readonly Effect[],
  host: Host,
  ports: EffectPorts,
): Promise<FailedEffect[]> {
  const failed: FailedEffect[] = [];
  for (const effect of effects) {
    try {
      await applyEffect(effect, host, ports);
    } catch (error) {
      failed.push({ kind: effect.kind, name: 'name' in effect ? effect.name : effect.kind, error });
    }
  }
  return failed;
}

async function applyEffect(effect: Effect, host: Host, ports: EffectPorts): Promise<void> {
  switch (effect.kind) {
    case 'file':
      return ports.files?.write(effect.name, effect.text);
    case 'print':
      return ports.printer.lines(effect.lines);
    case 'command':
      return ports.printer.command(effect.line);
    case 'summary':
      if (hasFileFor(host, 'summary')) await ports.runner.appendSummary(effect.markdown);
      return;
    case 'output':
      if (hasFileFor(host, 'output')) await ports.runner.setOutput(effect.name, effect.value);
      return;
    case 'stdout':
      ports.stdout.write(effect.text);
  }
}
