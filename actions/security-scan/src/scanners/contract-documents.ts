/**
 * The files of an OpenAPI contract: the document, and what its `$ref` name. They are copied out of the tree, so that the
 * tools get these and nothing else: a reference in a proposal must not read a file of the machine or an address.
 */
import { posix } from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import type { Trouble } from '../finding.ts';
import type { Tree } from '../ports.ts';
import { said } from '../reports/json.ts';

/** By path from the top of the tree. */
export type ContractFiles = ReadonlyMap<string, Buffer>;

/** Enough for every contract that people keep by hand. */
const mostFiles = 2_000;

/** `versions`: those of the format that the tool compares in full, as `openapi 3.1.0`. */
export async function contractDocuments(
  tree: Tree,
  path: string,
  versions: RegExp,
): Promise<{ readonly files: ContractFiles } | { readonly trouble: Trouble }> {
  const known = new Set(tree.files);
  const files = new Map<string, Buffer>();
  const open = [path];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (files.has(file)) continue;
    if (files.size >= mostFiles) return { trouble: fault(path, `more than ${mostFiles} files that it names`) };
    const bytes = await tree.read(file).catch(() => undefined);
    if (bytes === undefined) return { trouble: fault(file, 'no way to read it') };
    files.set(file, bytes);
    const document = parsed(bytes, file);
    if ('trouble' in document) return document;
    const version = file === path ? versionOf(document.value) : undefined;
    if (version !== undefined && !versions.test(version)) return { trouble: otherVersion(file, version) };
    for (const reference of referencesIn(document.value)) {
      const next = target(reference, file, known);
      if (typeof next === 'object') return next;
      if (next !== undefined) open.push(next);
    }
  }
  return { files };
}

function parsed(bytes: Buffer, file: string): { readonly value: unknown } | { readonly trouble: Trouble } {
  const text = bytes.toString('utf8');
  try {
    return { value: JSON.parse(text) };
  } catch {
    return yamlOf(text, file);
  }
}

function yamlOf(text: string, file: string): { readonly value: unknown } | { readonly trouble: Trouble } {
  try {
    return { value: parse(text, { logLevel: 'error' }) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const position = error instanceof YAMLParseError ? error.linePos?.[0] : undefined;
    const trouble = fault(file, 'something that is neither JSON nor YAML');
    return { trouble: { ...trouble, place: { file, line: position?.line ?? 1, column: position?.col ?? 1 } } };
  }
}

/** `openapi 3.1.0`, `swagger 2.0`; empty for a document that is no contract. */
function versionOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return '';
  const written = Object.entries(value).find(([key]) => key === 'openapi' || key === 'swagger');
  return written === undefined ? '' : `${written[0]} ${String(written[1])}`;
}

function otherVersion(file: string, version: string): Trouble {
  if (version === '') return fault(file, 'no `openapi` and no `swagger` in it');
  return fault(file, `${said(version, 40)}, which this tool does not compare`);
}

/** Never recurses: a document of a proposal may be nested as deep as it likes. */
function referencesIn(document: unknown): readonly string[] {
  const references = new Set<string>();
  const seen = new Set<unknown>();
  const open: unknown[] = [document];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    for (const [key, within] of Object.entries(value)) {
      if (key === '$ref' && typeof within === 'string') references.add(within);
      else open.push(within);
    }
  }
  return [...references];
}

/** The file of a reference; undefined for one inside of the same document. */
function target(
  reference: string,
  file: string,
  known: ReadonlySet<string>,
): string | undefined | { readonly trouble: Trouble } {
  const [written = ''] = reference.split('#');
  if (written === '') return undefined;
  if (/^(?:[a-z][a-z0-9+.-]*:|[/\\])/i.test(written))
    return { trouble: fault(file, 'a $ref that leads out of the repository') };
  const path = posix.normalize(posix.join(posix.dirname(file), decoded(written)));
  return known.has(path) ? path : { trouble: fault(file, `a $ref to ${path}, which is not there`) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function fault(file: string, got: string): Trouble {
  return { expected: 'an OpenAPI contract that can be read', got, mend: `Mend ${file}`, place: { file } };
}
