import type { Difference } from '../../catalog/compare.ts';
import type { Script } from '../../layouts/layout.ts';
import type { CatalogHandle, RunResult } from '../../ports.ts';

/** What the engine's thread is told at its start. */
export interface EngineOptions {
  /** One number: how many calls were begun. */
  readonly progress: SharedArrayBuffer;
  /** Folder of PGlite's WebAssembly, its file bundle, the saved data directory and contrib/. */
  readonly assets: string;
}

/** The calls that cross the thread boundary: name -> arguments and result. */
export interface EngineCalls {
  /** Names of extensions to make available. */
  open: { readonly args: [readonly string[]]; readonly result: { readonly version: string } };
  run: { readonly args: [Script]; readonly result: RunResult };
  catalog: { readonly args: []; readonly result: CatalogHandle };
  compare: { readonly args: [number, number]; readonly result: readonly Difference[] };
}

export type EngineCall = {
  [Name in keyof EngineCalls]: { readonly name: Name; readonly args: EngineCalls[Name]['args'] };
}[keyof EngineCalls];

/** Calls and answers cross the boundary in lists: waking the other thread costs more than most calls. */
export type EngineAnswer = { readonly result: unknown } | { readonly error: string };
