/** The entries of Kubernetes Secrets in a file of YAML or JSON, with their places. Pure, and bounded whatever the text is. */
import { type Document, isAlias, isMap, isScalar, isSeq, Lexer, parseAllDocuments, type YAMLMap } from 'yaml';
import { withoutTemplates } from './templates.ts';

export interface SecretEntry {
  readonly field: 'data' | 'stringData';
  readonly name: string;
  /** As YAML reads it. */
  readonly value: string;
  /** Of the value in the text, without quotes, and without the head of a block. */
  readonly start: number;
  readonly end: number;
  /** Where the name stands. */
  readonly from: number;
}

/** UTF-16 units of one file that are parsed. etcd takes objects of 1.5 MiB, of which base64 takes a third. */
const LARGEST = 1_000_000;
/** Signs, words and blanks of one file: the parser takes its time for each, and megabytes of commas would take it half a minute. */
const MOST_LEXEMES = 60_000;
const SECRET = 'Secret';
/** Quotes, tags, anchors and comments may stand between `kind` and what it is. */
const KIND_BEFORE = 64;

/**
 * `places`: where `Secret` may stand. Only documents that have it behind `kind` are parsed; those of a Helm chart are read without
 * their templates. What is no YAML has no entries.
 */
export function entriesOf(text: string, places: Iterable<number>): SecretEntry[] {
  const named = [...places].filter((at) => isKind(text, at));
  if (named.length === 0) return [];
  const plain = withoutTemplates(text);
  const found: SecretEntry[] = [];
  let [size, lexemes] = [0, 0];
  for (const [start, end] of documentsWith(plain, named)) {
    size += end - start;
    if (size > LARGEST) break;
    const document = plain.slice(start, end);
    lexemes += lexemesOf(document, MOST_LEXEMES - lexemes);
    if (lexemes >= MOST_LEXEMES) break;
    for (const each of parsed(document)) found.push(...new SecretsOf(each, plain, start).entries);
  }
  return found;
}

function isKind(text: string, at: number): boolean {
  return text.startsWith(SECRET, at) && text.slice(Math.max(0, at - KIND_BEFORE), at).includes('kind');
}

/** `---` at the beginning of a line ends a document, wherever it stands in it. */
function* documentsWith(text: string, places: readonly number[]): Iterable<readonly [number, number]> {
  const marks = [...text.matchAll(/^---(?=\s|$)/gm)].map(({ index }) => index);
  let next = 0;
  let told = -1;
  for (const place of places) {
    while ((marks[next] ?? Number.POSITIVE_INFINITY) <= place) next += 1;
    if (next === told) continue;
    told = next;
    yield [marks[next - 1] ?? 0, marks[next] ?? text.length];
  }
}

function lexemesOf(text: string, most: number): number {
  let count = 0;
  for (const _ of new Lexer().lex(text)) {
    count += 1;
    if (count >= most) break;
  }
  return count;
}

function parsed(text: string): readonly Document.Parsed[] {
  const options = { schema: 'failsafe', merge: false, uniqueKeys: false } as const;
  try {
    const documents = parseAllDocuments(text, { ...options, prettyErrors: false, logLevel: 'silent' });
    return Array.isArray(documents) ? documents.filter(({ errors }) => errors.length === 0) : [];
  } catch {
    // By recursion, which thousands of brackets use up. Nothing that its errors say may be told: they quote the file.
    return [];
  }
}

/** Of one document. Each map is read once for each field, however often aliases repeat it. */
class SecretsOf {
  readonly entries: SecretEntry[] = [];
  private readonly text: string;
  private readonly offset: number;
  private readonly anchors = new Map<string, unknown>();
  private readonly read = { data: new Set<unknown>(), stringData: new Set<unknown>() };
  private readonly told = new Set<number>();

  constructor(document: Document.Parsed, text: string, offset: number) {
    this.text = text;
    this.offset = offset;
    for (const map of this.mapsIn(document.contents)) this.object(map);
  }

  /** Objects may be in a List, in a Template, in values of a chart. */
  private mapsIn(root: unknown): YAMLMap[] {
    const maps: YAMLMap[] = [];
    const open: unknown[] = [root];
    while (open.length > 0) {
      const node = open.pop();
      if ((isMap(node) || isSeq(node) || isScalar(node)) && node.anchor !== undefined)
        this.anchors.set(node.anchor, node);
      if (isMap(node)) {
        maps.push(node);
        for (let at = node.items.length - 1; at >= 0; at--) open.push(node.items[at]?.value);
      }
      if (isSeq(node)) for (let at = node.items.length - 1; at >= 0; at--) open.push(node.items[at]);
    }
    return maps;
  }

  private object(map: YAMLMap): void {
    if (textAt(map, 'apiVersion') !== 'v1') return;
    const kind = textAt(map, 'kind');
    if (kind === SECRET) this.secret(map);
    if (kind !== `${SECRET}List`) return;
    const items = this.resolved(valueAt(map, 'items'));
    // What they are is said by the list.
    for (const item of isSeq(items) ? items.items : []) {
      const each = this.resolved(item);
      if (isMap(each) && textAt(each, 'kind') === undefined) this.secret(each);
    }
  }

  private secret(map: YAMLMap): void {
    for (const { key, value } of map.items) {
      const name = isScalar(key) ? key.value : undefined;
      if (name === 'data' || name === 'stringData') this.fieldOf(name, value);
    }
  }

  /** Merge keys, and lists of what they merge, among its entries. */
  private fieldOf(field: SecretEntry['field'], root: unknown): void {
    const open = [root];
    while (open.length > 0) {
      const node = this.resolved(open.pop());
      if (node === undefined || this.read[field].has(node)) continue;
      this.read[field].add(node);
      if (isSeq(node)) open.push(...node.items.filter((item) => isAlias(item) || isMap(item)));
      for (const { key, value } of isMap(node) ? node.items : []) {
        if (!isScalar(key) || typeof key.value !== 'string') continue;
        if (key.value === '<<') open.push(value);
        else this.entry(field, key.value, key.range?.[0] ?? 0, this.resolved(value));
      }
    }
  }

  private entry(field: SecretEntry['field'], name: string, from: number, node: unknown): void {
    if (!isScalar(node) || typeof node.value !== 'string' || !isPlainTag(node.tag)) return;
    const [start, end] = this.spanOf(node.type, node.range ?? [0, 0, 0]);
    if (end <= start || this.told.has(start)) return;
    this.told.add(start);
    const place = this.offset + from;
    this.entries.push({ field, name, value: node.value, start, end, from: place <= start ? place : start });
  }

  private spanOf(type: unknown, [from, to]: readonly [number, number, number]): readonly [number, number] {
    const quoted = type === 'QUOTE_SINGLE' || type === 'QUOTE_DOUBLE' ? 1 : 0;
    const block = type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED';
    const head = block ? this.text.indexOf('\n', this.offset + from) + 1 : this.offset + from + quoted;
    const last = this.offset + to - quoted;
    const inside = this.text.slice(head, last);
    const start = head + (quoted === 1 ? 0 : inside.length - inside.trimStart().length);
    return [start, quoted === 1 ? last : head + inside.trimEnd().length];
  }

  private resolved(node: unknown): unknown {
    return isAlias(node) ? this.anchors.get(node.source) : node;
  }
}

function valueAt(map: YAMLMap, name: string): unknown {
  return map.items.find(({ key }) => isScalar(key) && key.value === name)?.value;
}

function textAt(map: YAMLMap, name: string): string | undefined {
  const node = valueAt(map, name);
  return isScalar(node) && typeof node.value === 'string' ? node.value : undefined;
}

/** `!vault`, `!reference`: the value is somewhere else, or locked. */
function isPlainTag(tag: string | undefined): boolean {
  return tag === undefined || tag === '!' || tag.startsWith('tag:yaml.org,2002:');
}
