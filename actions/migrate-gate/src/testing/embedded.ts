/** The embedded engine from the sources, as tests start it. */
import { fileURLToPath } from 'node:url';
import { EmbeddedEngine } from '../adapters/embedded/engine.ts';

export function embeddedEngine(
  options: { readonly extensions?: readonly string[]; readonly stepTimeoutMs?: number } = {},
): EmbeddedEngine {
  return new EmbeddedEngine({
    assets: fileURLToPath(new URL('../../dist', import.meta.url)),
    program: new URL('../adapters/embedded/worker.ts', import.meta.url),
    extensions: options.extensions ?? [],
    stepTimeoutMs: options.stepTimeoutMs ?? 60_000,
  });
}
