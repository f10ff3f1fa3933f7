/** Reading of XML reports: well-formed, whole, of one root, without entities of its own. */
import { XMLParser } from 'fast-xml-parser';
import { listOf, recordOf } from './json.ts';
import type { Refusal } from './measure.ts';
import { refusal } from './measure.ts';
import { textOf } from './text.ts';
import { MAX_DEPTH, tagsOf } from './xml-tags.ts';

/** One element. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Elements only. */
  readonly children: readonly XmlElement[];
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  allowBooleanAttributes: false,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  htmlEntities: false,
  jPath: false,
  maxNestedTags: MAX_DEPTH + 1,
});

/** The root element, or why there is none. `roots`: the names that it may have. */
export function xmlOf(bytes: Buffer, roots: readonly string[]): { readonly root: XmlElement } | Refusal {
  const what = `an XML document <${roots.join('> or <')}>`;
  const read = textOf(bytes, what);
  if ('refused' in read) return read;
  const found = rootOf(read.text);
  if ('wrong' in found) return refusal(what, found.wrong);
  const { root } = found;
  return roots.includes(root.name) ? { root } : refusal(what, 'XML with another root element');
}

/** All elements of this name below, at any depth, in order of the file. */
export function elementsOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...elementsOf(child, name)]);
}

/** A number in an attribute; undefined when it is absent or no number. */
export function numberOf(element: XmlElement, attribute: string): number | undefined {
  const text = element.attributes.get(attribute)?.trim();
  if (text === undefined || !/^[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

function rootOf(text: string): { readonly root: XmlElement } | { readonly wrong: string } {
  try {
    const found = tagsOf(text);
    if ('wrong' in found) return found;
    const parsed: unknown = parser.parse(found.tags);
    const [root] = childrenOf(parsed);
    return root === undefined ? { wrong: 'XML that could not be read' } : { root };
  } catch {
    // Of the library, or of a tag with more attributes than a regular expression can hold.
    return { wrong: 'XML that could not be read' };
  }
}

/** Of the library's ordered form: `[{name: [children], ':@': {attributes}}, {'#text': …}]`. */
function childrenOf(list: unknown): readonly XmlElement[] {
  const elements: XmlElement[] = [];
  for (const entry of listOf(list) ?? []) {
    const record = recordOf(entry) ?? {};
    const name = Object.keys(record).find((key) => key !== ':@' && key !== '#text');
    if (name === undefined) continue;
    elements.push({ name, attributes: attributesOf(record[':@']), children: childrenOf(record[name]) });
  }
  return elements;
}

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

function attributesOf(value: unknown): ReadonlyMap<string, string> {
  const record = recordOf(value);
  if (record === undefined) return NO_ATTRIBUTES;
  const attributes = new Map<string, string>();
  for (const [name, text] of Object.entries(record)) if (typeof text === 'string') attributes.set(name, plainOf(text));
  return attributes;
}

const PREDEFINED: ReadonlyMap<string, string> = new Map(
  Object.entries({ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }),
);

/** The five entities of XML 1.0, 4.6, and references to characters; the rest stays as it is. */
function plainOf(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:([a-z]+)|#([0-9]{1,7})|#x([0-9A-Fa-f]{1,6}));/g, (whole, name, decimal, hex) => {
    if (typeof name === 'string') return PREDEFINED.get(name) ?? whole;
    const point = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
