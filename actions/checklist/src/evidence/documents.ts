/** YAML and JSON files as data for CEL. Pure. */
import { type Document, isScalar, parseAllDocuments, visit } from 'yaml';
import { celValue } from './cel.ts';
import { jsonOf } from './json-value.ts';

export type Documents =
  | { readonly kind: 'read'; readonly documents: readonly unknown[] }
  /** One sentence without its end, that follows the file's name: `is no YAML`. */
  | { readonly kind: 'unreadable'; readonly why: string };

/** Characters of the largest YAML file: its parser keeps a tree with places, a hundred times as large. */
const largestYaml = 1024 * 1024;

/** The parser looks for the anchor of each alias among all nodes. */
const mostAliases = 2_000;

/** Strict UTF-8 without a byte order mark, line ends as `\n`; undefined when the bytes are something else. */
export function textOf(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text.replaceAll('\r\n', '\n');
  } catch {
    return undefined;
  }
}

/** The documents of a file: one of JSON, or those of YAML between `---`. Nothing in it is nothing read. */
export function documentsOf(path: string, text: string): Documents {
  try {
    const documents = path.toLowerCase().endsWith('.json') ? [oneOf(text)] : yamlOf(text);
    if (documents.length === 0) return unreadable('holds no document');
    return { kind: 'read', documents: documents.map(celValue) };
  } catch (error) {
    if (error instanceof Unreadable) return unreadable(error.message);
    return unreadable(error instanceof RangeError ? 'is nested too deeply' : 'cannot be read');
  }
}

class Unreadable extends Error {}

function oneOf(text: string): unknown {
  const value = jsonOf(text);
  if (value === undefined) throw new Unreadable('is no JSON');
  return value;
}

function yamlOf(text: string): unknown[] {
  if (text.length > largestYaml) throw new Unreadable('is larger than 1\u00a0MB, too large for YAML');
  if ((text.match(/(?<![^\s,:[{-])\*[^\s*]/gu)?.length ?? 0) > mostAliases)
    throw new Unreadable('has too many aliases');
  const documents = parseAllDocuments(text, { version: '1.2', uniqueKeys: false, logLevel: 'silent' });
  if (!Array.isArray(documents)) return [];
  for (const document of documents) {
    const [error] = document.errors;
    if (error !== undefined) throw new Unreadable(`is no YAML (line ${error.linePos?.[0].line ?? 1})`);
    if (hasTwin(document)) throw new Unreadable('has a key twice in one map');
  }
  // A value of a Helm template reads as YAML, and says nothing until it is rendered.
  if (/^[ \t]*(?:-[ \t]+)*[\w./-]+:[ \t]+\{\{/mu.test(text)) throw new Unreadable('is a template that is not rendered');
  return documents.map((document): unknown => document.toJS({ maxAliasCount: 100 })).filter((each) => each !== null);
}

/** The parser's own look for twins compares each key with each other one. */
function hasTwin(document: Document.Parsed): boolean {
  let found = false;
  visit(document, {
    Map: (_, { items }) => {
      const keys = items.map(({ key }) => (isScalar(key) ? key.value : key));
      found ||= new Set(keys).size < keys.length;
      return found ? visit.BREAK : undefined;
    },
  });
  return found;
}

function unreadable(why: string): Documents {
  return { kind: 'unreadable', why };
}
