import type { Difference } from '../../catalog/compare.ts';
import type { Script } from '../../layouts/layout.ts';
import type { CatalogHandle, RunResult } from '../../ports.ts';

/** What the engine's thread is told at its start. */
export interface EngineOptions {
  /** Folder of PGlite's WebAssembly, its file bundle, the saved data directory and contrib/. */
  readonly assets: string;
  /** Names of extensions to make available. */
  readonly extensions: readonly string[];
}

/** The calls that cross the thread boundary: name -> arguments and result. */
export interface EngineCalls {
  open: { readonly args: []; readonly result: { readonly version: string } };
  run: { readonly args: [Script]; readonly result: RunResult };
  catalog: { readonly args: []; readonly result: CatalogHandle };
  compare: { readonly args: [number, number]; readonly result: readonly Difference[] };
}

export type EngineCall = {
  [Name in keyof EngineCalls]: { readonly id: number; readonly name: Name; readonly args: EngineCalls[Name]['args'] };
}[keyof EngineCalls];

export type EngineAnswer =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: string };
