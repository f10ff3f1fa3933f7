import type { Loader } from 'esbuild';

/** What `<package>/build.ts` may export as default. All paths count from the package's folder. */
export interface PackageBuild {
  /** Further bundles: the name in dist without `.cjs`, and the file it starts from (`{ engine: 'src/worker.ts' }`). */
  readonly entryPoints?: Readonly<Record<string, string>>;
  /** Modules that are not bundled but required when they run; esbuild's wildcards. */
  readonly external?: readonly string[];
  readonly define?: Readonly<Record<string, string>>;
  /** How files of an extension are read (`{ '.sql': 'text' }`), besides esbuild's own. */
  readonly loader?: Readonly<Record<string, Loader>>;
  /** Packages of which only what is used is bundled: their files do nothing by being loaded, and their package.json does not say so. */
  readonly withoutSideEffects?: readonly string[];
  /** Files beside the bundles that are no bundle: WebAssembly, data. Pinned in dist/assets.json. */
  readonly assets?: () => readonly AssetSource[] | Promise<readonly AssetSource[]>;
}

/** One file in dist that is copied or made once, and pinned by its SHA-256. */
export interface AssetSource {
  /** Path below dist, with `/`. */
  readonly file: string;
  /** What it is made from, versions included. The file is made anew only when this text changes. */
  readonly from: string;
  /** Makes the content. */
  readonly bytes: () => Uint8Array | Promise<Uint8Array>;
  /** True when `bytes` gives the same every time (a copy): then each check makes it and compares. */
  readonly reproducible: boolean;
  /** npm package whose licence covers the file, when it is not bundled anyway. */
  readonly package?: string;
}

/** A line of dist/assets.json. */
export interface AssetPin {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly from: string;
}

/** A package that has something to bundle. */
export interface Buildable {
  /** From the top of the repository: `actions/migrate-gate`. */
  readonly folder: string;
  /** Name of the main bundle in dist, without `.cjs`. */
  readonly main: string;
  /** Whether the main bundle is a command by itself. */
  readonly command: boolean;
}
