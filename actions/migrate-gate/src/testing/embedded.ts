/** The embedded engine from the sources, as tests start it. */
import { fileURLToPath } from 'node:url';
import { EmbeddedEngine, EngineThreads } from '../adapters/embedded/engine.ts';

export function embeddedThreads(assets = fileURLToPath(new URL('../../dist', import.meta.url))): EngineThreads {
  return new EngineThreads({ assets, program: new URL('../adapters/embedded/worker.ts', import.meta.url) });
}

export function embeddedEngine(
  options: { readonly extensions?: readonly string[]; readonly stepTimeoutMs?: number } = {},
): EmbeddedEngine {
  return new EmbeddedEngine({
    threads: embeddedThreads(),
    extensions: options.extensions ?? [],
    stepTimeoutMs: options.stepTimeoutMs ?? 60_000,
  });
}
