import { posix } from 'node:path';
import { parseDocument } from 'yaml';
import type { ManifestFile } from './read.ts';

/** What a kustomization changes before it is applied: https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/ */
export interface Kustomization {
  readonly path: string;
  /** Files that are parts of objects, from the top of the repository. */
  readonly patchFiles: readonly string[];
  /** How many patches and charts it has, written in it or in files. */
  readonly changes: number;
}

const NAME = /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/;

export function isKustomizationPath(path: string): boolean {
  return NAME.test(path);
}

/** Reads a kustomization. One that cannot be read changes nothing: its files are judged as they stand. Never throws. */
export function readKustomization({ path, text }: ManifestFile): Kustomization {
  const root = rootOf(text);
  const patches = ['patches', 'patchesStrategicMerge', 'patchesJson6902'].flatMap((field) => listOf(root, field));
  const folder = posix.dirname(path);
  const patchFiles = patches.flatMap((patch) => {
    const file = typeof patch === 'string' ? patch : fieldOf(patch, 'path');
    return typeof file === 'string' && !file.includes('\n') ? [posix.join(folder, file)] : [];
  });
  const charts = [...listOf(root, 'helmCharts'), ...listOf(root, 'helmChartInflationGenerator')];
  return { path, patchFiles, changes: patches.length + charts.length };
}

function rootOf(text: string): unknown {
  try {
    return parseDocument(text, { prettyErrors: false, logLevel: 'silent' }).toJS({ maxAliasCount: 100 });
  } catch {
    return undefined;
  }
}

function listOf(root: unknown, field: string): readonly unknown[] {
  const value = fieldOf(root, field);
  return Array.isArray(value) ? value : [];
}

function fieldOf(value: unknown, field: string): unknown {
  return value !== null && typeof value === 'object' && Object.hasOwn(value, field)
    ? Reflect.get(value, field)
    : undefined;
}
