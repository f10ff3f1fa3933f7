/** Reading of XML reports: well-formed, whole, of one root, without entities of its own. */
import { XMLParser } from 'fast-xml-parser';
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
  const found = tagsOf(read.text);
  if ('wrong' in found) return refusal(what, found.wrong);
  const root = rootOf(found.tags);
  if (root === undefined) return refusal(what, 'XML that could not be read');
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

function rootOf(tags: string): XmlElement | undefined {
  try {
    const parsed: unknown = parser.parse(tags);
    return childrenOf(parsed)[0];
  } catch {
    return undefined;
  }
}

/** Of the library's ordered form: `[{name: [children], ':@': {attributes}}, {'#text': …}]`. */
function childrenOf(list: unknown): readonly XmlElement[] {
  if (!Array.isArray(list)) return [];
  const entries: readonly unknown[] = list;
  return entries.flatMap((entry) => {
    if (typeof entry !== 'object' || entry === null) return [];
    const pairs = new Map<string, unknown>(Object.entries(entry));
    const name = [...pairs.keys()].find((key) => key !== ':@' && key !== '#text');
    if (name === undefined) return [];
    return [{ name, attributes: attributesOf(pairs.get(':@')), children: childrenOf(pairs.get(name)) }];
  });
}

function attributesOf(value: unknown): ReadonlyMap<string, string> {
  if (typeof value !== 'object' || value === null) return new Map();
  const pairs = Object.entries(value).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  return new Map(pairs.map(([name, text]) => [name, plainOf(text)]));
}

const PREDEFINED: ReadonlyMap<string, string> = new Map(
  Object.entries({ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }),
);

/** The five entities of XML 1.0, 4.6, and references to characters; the rest stays as it is. */
function plainOf(text: string): string {
  return text.replace(/&(?:([a-z]+)|#([0-9]{1,7})|#x([0-9A-Fa-f]{1,6}));/g, (whole, name, decimal, hex) => {
    if (typeof name === 'string') return PREDEFINED.get(name) ?? whole;
    const point = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
