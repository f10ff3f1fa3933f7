import { posix } from 'node:path';
import { grouped } from './grouped.ts';
import type { KubernetesObject } from './object.ts';

/** Objects that are applied together, as far as folders tell. */
export interface Environment {
  /** Those that are judged here, and nowhere else. */
  readonly own: readonly KubernetesObject[];
  /** Those of the folders above, which are there too. */
  readonly context: readonly KubernetesObject[];
}

/**
 * What belongs to one cluster, of a whole repository. All of it, until two files have the same object (`dev/` and `prod/` with
 * a Deployment of the same name): then each folder stands for itself, with what stands in the folders above it, and at
 * last each file.
 */
export function environmentsOf(objects: readonly KubernetesObject[]): readonly Environment[] {
  return split('.', objects, []);
}

function split(
  folder: string,
  objects: readonly KubernetesObject[],
  context: readonly KubernetesObject[],
): readonly Environment[] {
  if (objects.length === 0) return [];
  if (twinsOf(objects).size === 0) return [{ own: objects, context }];
  const parts = grouped(objects, ({ file }) => stepBelow(folder, file));
  const here = parts.get('') ?? [];
  const folders = [...parts].filter(([name]) => name !== '');
  const known = [...context, ...here];
  const below = folders.flatMap(([name, inside]) => split(posix.join(folder, name), inside, known));
  return [...splitFiles(here, context), ...below];
}

/** Files of one folder: those that have an object which another file has too stand for themselves (`dev.yaml`, `prod.yaml`). */
function splitFiles(
  objects: readonly KubernetesObject[],
  context: readonly KubernetesObject[],
): readonly Environment[] {
  if (objects.length === 0) return [];
  const twins = twinsOf(objects);
  const twinFiles = new Set(objects.filter((object) => twins.has(idOf(object))).map(({ file }) => file));
  const single = objects.filter(({ file }) => !twinFiles.has(file));
  const doubled = objects.filter(({ file }) => twinFiles.has(file));
  // One list for all of them, so that it is sorted once.
  const besideDoubled = [...context, ...single];
  const own = [...grouped(doubled, ({ file }) => file).values()];
  const parted = own.map((file) => ({ own: file, context: besideDoubled }));
  return single.length === 0 ? parted : [{ own: single, context: [...context, ...doubled] }, ...parted];
}

/** Name of the folder through which the way from a folder to a file leads; '' for a file in the folder itself. */
function stepBelow(folder: string, file: string): string {
  const rest = folder === '.' ? file : file.slice(folder.length + 1);
  const slash = rest.indexOf('/');
  return slash === -1 ? '' : rest.slice(0, slash);
}

/** What more than one file has. */
function twinsOf(objects: readonly KubernetesObject[]): ReadonlySet<string> {
  const files = new Map<string, string>();
  const twins = new Set<string>();
  for (const object of objects) {
    const id = idOf(object);
    if ((files.get(id) ?? object.file) !== object.file) twins.add(id);
    files.set(id, object.file);
  }
  return twins;
}

function idOf({ kind, group, namespace, name }: KubernetesObject): string {
  return JSON.stringify([kind, group, namespace, name]);
}
