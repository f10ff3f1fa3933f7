import { LineCounter, parseAllDocuments } from 'yaml';
import { DocumentTrouble, DocumentValue } from './document.ts';
import { JUDGED_KINDS } from './kinds.ts';
import type { KubernetesObject, Offsets, Position } from './object.ts';
import { identityOf, ObjectLines } from './object.ts';
import type { Value } from './value.ts';
import { isList, shown, textAt } from './value.ts';

/** UTF-16 units of one file. etcd takes objects of 1.5 MiB; a whole rendered release is far below this. */
const LARGEST = 4 * 2 ** 20;
/** A file of lines and nothing else takes the parser seconds. So many characters of real manifests have fewer. */
const MOST_LINES = 200_000;

/** A file as it was given: its path from the top of the repository, and its text. */
export interface ManifestFile {
  readonly path: string;
  readonly text: string;
}

/** Something that could not be read as Kubernetes objects. */
export interface ManifestTrouble {
  readonly file: string;
  /** From 1. */
  readonly line?: number;
  readonly column?: number;
  readonly expected: string;
  readonly got: string;
}

export interface ReadManifest {
  readonly objects: readonly KubernetesObject[];
  readonly troubles: readonly ManifestTrouble[];
  /** Line of the first `{{` of a file that is a template: nothing of it may count. */
  readonly templateLine?: number;
}

const OBJECT = 'a Kubernetes object (apiVersion and kind)';

/** Reads all objects of a file of YAML documents, or of JSON. Never throws: what cannot be read is a trouble. */
export function readManifest(file: ManifestFile): ReadManifest {
  const size = sizeFault(file.text);
  if (size !== undefined) return { objects: [], troubles: [{ file: file.path, ...size }] };
  const text = file.text.replace(/^\uFEFF/, '');
  const read = new Reader({ path: file.path, text });
  const braces = count(text, '{{');
  if (braces === 0 || read.bracesInTexts === braces) return { objects: read.objects, troubles: read.troubles };
  return { objects: [], troubles: [], templateLine: count(text.slice(0, text.indexOf('{{')), '\n') + 1 };
}

function sizeFault(text: string): Pick<ManifestTrouble, 'expected' | 'got'> | undefined {
  if (text.length > LARGEST) return { expected: `at most ${LARGEST} characters`, got: String(text.length) };
  const lines = count(text, '\n');
  return lines > MOST_LINES ? { expected: `at most ${MOST_LINES} lines`, got: String(lines) } : undefined;
}

class Reader {
  readonly objects: KubernetesObject[] = [];
  readonly troubles: ManifestTrouble[] = [];
  /** How many `{{` stand in objects that no rule of ours judges: alert rules and ConfigMaps hold templates as plain texts. */
  bracesInTexts = 0;
  readonly #file: ManifestFile;
  readonly #lines = new LineCounter();

  constructor(file: ManifestFile) {
    this.#file = file;
    const options = { lineCounter: this.#lines, schema: 'failsafe', merge: false } as const;
    const limits = { prettyErrors: false, uniqueKeys: false, logLevel: 'silent' } as const;
    try {
      const documents = parseAllDocuments(file.text, { ...options, ...limits });
      if (documents.length === 0) this.#trouble({ line: 1, column: 1 }, OBJECT, 'an empty file');
      for (const document of 'empty' in documents ? [] : documents) this.#document(document);
    } catch (error) {
      // The parser works by recursion: thousands of brackets in a row use up the stack.
      if (!(error instanceof RangeError)) throw error;
      this.#trouble({ line: 1, column: 1 }, 'YAML or JSON of a sane depth', 'values that are nested too deeply');
    }
  }

  #document(document: ReturnType<typeof parseAllDocuments>[number]): void {
    const [error] = document.errors;
    if (error !== undefined) {
      const said = error.message.split('\n')[0] ?? '';
      this.#trouble(this.#positionOf(error.pos[0]), 'YAML or JSON', `${error.code}: ${said.slice(0, 160)}`);
      return;
    }
    try {
      const { value, offsets } = new DocumentValue(document, new WeakMap());
      const [start = 0, , end = 0] = document.contents?.range ?? [];
      const found = value === null ? [] : this.#objectsOf(value, value, [start, end], offsets);
      this.objects.push(...found);
    } catch (trouble) {
      if (!(trouble instanceof DocumentTrouble)) throw trouble;
      this.#trouble(this.#positionOf(trouble.offset), trouble.expected, trouble.got);
    }
  }

  #objectsOf(value: Value, root: Value, [start, end]: readonly [number, number], offsets: Offsets): KubernetesObject[] {
    const identity = identityOf(value);
    if (identity === undefined || !(value instanceof Map) || isKustomization(this.#file.path, identity)) {
      const got = identity === undefined ? `not an object: ${shown(root)}` : `not an object: a ${identity.kind}`;
      this.#trouble(this.#positionOf(start), OBJECT, got);
      return [];
    }
    const items = value.get('items');
    if (identity.kind.endsWith('List') && isList(items)) return this.#items(identity.kind, value, items, end, offsets);
    const braces = count(this.#file.text.slice(start, end), '{{');
    if (!JUDGED_KINDS.has(identity.kind)) this.bracesInTexts += braces;
    const lines = new ObjectLines(value, start, offsets, (offset) => this.#positionOf(offset));
    const place = { file: this.#file.path, line: this.#positionOf(start).line };
    return [{ ...place, ...identity, value, lines, isTemplate: braces > 0 }];
  }

  /** Objects of a List; those of a DeploymentList may leave out what the list's name says. */
  #items(
    listKind: string,
    list: ReadonlyMap<string, Value>,
    items: readonly Value[],
    end: number,
    offsets: Offsets,
  ): KubernetesObject[] {
    const starts = items.map((_, index) => offsets.get(items)?.get(index) ?? 0);
    return items.flatMap((item, index) => {
      const named = listKind === 'List' ? item : withKind(item, listKind.slice(0, -'List'.length), list, offsets);
      return this.#objectsOf(named, named, [starts[index] ?? 0, starts[index + 1] ?? end], offsets);
    });
  }

  #positionOf(offset: number): Position {
    const { line, col } = this.#lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  }

  #trouble(position: Position, expected: string, got: string): void {
    this.troubles.push({ file: this.#file.path, ...position, expected, got });
  }
}

function withKind(item: Value, kind: string, list: ReadonlyMap<string, Value>, offsets: Offsets): Value {
  if (!(item instanceof Map) || item.has('kind')) return item;
  const named: ReadonlyMap<string, Value> = new Map([
    ['apiVersion', textAt(list, 'apiVersion') ?? ''],
    ['kind', kind],
    ...item,
  ]);
  const known = offsets.get(item);
  if (known !== undefined) offsets.set(named, known);
  return named;
}

/** What kustomize reads is no object of a cluster; that of Flux, in another group, is. */
function isKustomization(path: string, { kind, group }: { kind: string; group: string }): boolean {
  if (group === 'kustomize.config.k8s.io') return true;
  return kind === 'Kustomization' && group === '' && /(^|\/)kustomization\.ya?ml$/.test(path);
}

function count(text: string, part: string): number {
  let found = 0;
  for (let from = text.indexOf(part); from !== -1; from = text.indexOf(part, from + part.length)) found += 1;
  return found;
}
