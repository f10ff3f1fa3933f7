/** Where a value stands in a TOML file: the parser tells places of its own errors only. Pure. */

export interface Place {
  readonly line: number;
  readonly column: number;
}

/** `['rules', 2, 'allowlists', 0, 'regexes', 1]` in the words of TOML: a key is compared without regard to case, as gitleaks does. */
export type Way = readonly (string | number)[];

interface Section {
  readonly name: string;
  /** Of its name, so that it can be counted below the section it belongs to. */
  readonly start: number;
  end: number;
}

/** `value` is looked for behind the key, for the place in an array. The start of the file where nothing is found. */
export function placeIn(text: string, way: Way, value?: string): Place {
  const plain = withoutLongStrings(text);
  const names = way.filter((step): step is string => typeof step === 'string').map((name) => name.toLowerCase());
  const indexes = indexesOf(way);
  const sections = sectionsOf(plain);
  for (let depth = names.length; depth > 0; depth--) {
    const section = find(sections, names.slice(0, depth), indexes);
    if (section === undefined) continue;
    const key = names[depth];
    const at = key === undefined ? section.start : (keyIn(plain, section, key) ?? section.start);
    const exact = value === undefined || value === '' ? -1 : text.slice(at, section.end).indexOf(value);
    return placeAt(text, exact < 0 ? at : at + exact);
  }
  const [key = ''] = names;
  return placeAt(text, keyIn(plain, { name: '', start: 0, end: sections[0]?.start ?? text.length }, key) ?? 0);
}

/** How many sections of a name come before: `rules` 2, `rules.allowlists` 0. */
function indexesOf(way: Way): ReadonlyMap<string, number> {
  const indexes = new Map<string, number>();
  let name = '';
  for (const step of way) {
    if (typeof step === 'number') indexes.set(name, step);
    else name = name === '' ? step.toLowerCase() : `${name}.${step.toLowerCase()}`;
  }
  return indexes;
}

function find(
  sections: readonly Section[],
  names: readonly string[],
  indexes: ReadonlyMap<string, number>,
): Section | undefined {
  let within = sections;
  let found: Section | undefined;
  for (let depth = 1; depth <= names.length; depth++) {
    const name = names.slice(0, depth).join('.');
    found = within.filter((section) => section.name === name)[indexes.get(name) ?? 0];
    if (found === undefined) return undefined;
    const from = sections.indexOf(found);
    const next = sections.findIndex((section, index) => index > from && section.name.split('.').length <= depth);
    within = sections.slice(from, next < 0 ? undefined : next);
  }
  return found;
}

function sectionsOf(plain: string): Section[] {
  const sections: Section[] = [];
  for (const match of plain.matchAll(/^[ \t]*\[{1,2}[ \t]*([\w."'\t -]+?)[ \t]*\]{1,2}/gm)) {
    const last = sections.at(-1);
    if (last !== undefined) last.end = match.index;
    const start = match.index + match[0].indexOf('[');
    sections.push({ name: (match[1] ?? '').replace(/[\s"']/g, '').toLowerCase(), start, end: plain.length });
  }
  return sections;
}

function keyIn(plain: string, { start, end }: Section, key: string): number | undefined {
  for (const match of plain.slice(start, end).matchAll(/^([ \t]*)["']?([\w-]+)["']?[ \t]*=[ \t]*/gm)) {
    if (match[2]?.toLowerCase() === key) return start + match.index + match[0].length;
  }
  return undefined;
}

/** As long as the text, with every string of several lines blanked: a section's name in one is none. */
function withoutLongStrings(text: string): string {
  return text.replace(/'''[\s\S]*?'''|"""[\s\S]*?"""/g, (string) => `'${string.slice(1, -1).replace(/[^\n]/g, 'x')}'`);
}

export function placeAt(text: string, index: number): Place {
  const before = text.slice(0, index);
  return { line: before.split('\n').length, column: index - (before.lastIndexOf('\n') + 1) + 1 };
}
