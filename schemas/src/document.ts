import shipgateSchema from '../shipgate.schema.json' with { type: 'json' };
import { withPlanFaults } from './canary/plan-faults.ts';
import { withoutSecrets } from './canary/secrets.ts';
import { withChecklistFaults } from './checklist/policy-faults.ts';
import type { Fault } from './fault.ts';
import { inFileOrder } from './fault.ts';
import type { ShipgateFile } from './generated/shipgate.ts';
import { validateShipgate } from './generated/validators.js';
import type { JsonSchema } from './json-schema.ts';
import { schemaAlong } from './json-schema.ts';
import type { Places } from './places.ts';
import { pointerTo, rangeOfKey, rangeOfValue, segmentsOf } from './places.ts';
import type { Finding, JudgedDocument } from './schema-faults.ts';
import { findingsOf } from './schema-faults.ts';
import { withSecurityFaults } from './security/policy-faults.ts';
import type { FaultWords, SourceText } from './source-text.ts';
import { decode, faultAt, placeText, withExcerptOf, withoutValues } from './source-text.ts';
import { suggest } from './suggest.ts';
import { shownValue } from './value-text.ts';
import type { YamlTree } from './yaml-tree.ts';
import { readYaml } from './yaml-tree.ts';

/** Where a repository keeps the file. */
export const SHIPGATE_FILE = '.github/shipgate.yml';

/** Gate that reads each section of the file. Sections that this release has no schema for are not looked into. */
export const READER_OF_SECTION = {
  migrations: 'migrate-gate',
  canary: 'canary-promote',
  checklist: 'checklist',
  security: 'security-scan',
  backstage: 'Backstage',
} as const;

export type SectionName = keyof typeof READER_OF_SECTION;

export interface ReadOptions {
  /** Name for messages, from the top of the repository. */
  readonly file: string;
  /** The section of the gate that reads; without it (`shipgate validate`) every section is the caller's own. */
  readonly section?: SectionName;
}

export interface ReadResult<Value> {
  /** Undefined as soon as there is a fault. */
  readonly value: Value | undefined;
  /** All of them, in order of the file. */
  readonly faults: Fault[];
  readonly warnings: Fault[];
}

const LARGEST = 256 * 1024;
const schema: JsonSchema = shipgateSchema as JsonSchema;
const BASE_KEYS = ['version', 'service', 'environments'];
/** Keys at the top of the file that this release or another gate reads. */
export const KNOWN_KEYS = [...new Set([...Object.keys(schema.properties ?? {}), ...Object.keys(READER_OF_SECTION)])];

/**
 * Reads `.github/shipgate.yml`. Never throws on what the file holds: everything wrong is a fault with a place. A
 * section that another gate reads gives warnings only, and is left out of `value` when it has any.
 */
export function readShipgateFile(input: Uint8Array | string, options: ReadOptions): ReadResult<ShipgateFile> {
  const opened = openYaml(input, options.file);
  return 'refusals' in opened ? refused(opened.refusals) : judgeShipgate(opened, options.section);
}

/** A text that is YAML and holds a map, with the place of each value. */
export interface OpenedYaml {
  readonly source: SourceText;
  readonly value: Readonly<Record<string, unknown>>;
  readonly places: Places;
  /** Of the text as YAML; what was read stands in spite of them. */
  readonly faults: readonly Fault[];
}

/** Opens a file of at most 256 KiB; `refusals` when there is nothing that could be judged. */
export function openYaml(input: Uint8Array | string, file: string): OpenedYaml | { readonly refusals: Fault[] } {
  const source = decode(input, file, LARGEST);
  if ('title' in source) return { refusals: [source] };
  const tree = readYaml(source);
  if (tree.value === undefined) return { refusals: inFileOrder(tree.faults) };
  if (!isMap(tree.value)) return { refusals: [noMap(source, tree), ...tree.faults] };
  const shown = withoutSecrets(source, tree.places, tree.value);
  const faults = tree.faults.map((fault) => withExcerptOf(withoutValues(shown), fault));
  return { source: shown, value: tree.value, places: tree.places, faults };
}

/** Judges an opened file; every section is the caller's own when `section` is undefined. */
export function judgeShipgate(opened: OpenedYaml, section: SectionName | undefined): ReadResult<ShipgateFile> {
  const { source, places } = opened;
  const value = { ...opened.value };
  const document: JudgedDocument = { source, value, places, schemaAt, keysPage };
  const ownFindings = judge(document);
  const isForeign = (finding: Finding) => isForeignSection(sectionOf(finding), section);
  const faults = ownFindings.filter((finding) => !isForeign(finding)).map((finding) => toFault(source, finding));
  const foreign = ownFindings.filter(isForeign);
  for (const finding of foreign) delete value[sectionOf(finding)];
  const warnings = [
    ...foreign.map((finding) => toFault(source, asWarning(finding, section))),
    ...unknownTopLevelKeys(document),
  ];
  const all = inFileOrder([...opened.faults, ...faults]);
  return {
    value: all.length === 0 ? (value as unknown as ShipgateFile) : undefined,
    faults: all,
    warnings: inFileOrder(warnings),
  };
}

/** What is given back when there is nothing to judge. */
export function refused(faults: Fault[]): { value: undefined; faults: Fault[]; warnings: Fault[] } {
  return { value: undefined, faults, warnings: [] };
}

/** Sections of a file that belong to gates which this release does not have: nobody has judged them. */
export function unreadSections(value: ShipgateFile): string[] {
  const known = Object.keys(schema.properties ?? {});
  return Object.keys(value).filter((key) => Object.hasOwn(READER_OF_SECTION, key) && !known.includes(key));
}

function judge(document: JudgedDocument): Finding[] {
  const errors = validateShipgate(document.value) ? [] : (validateShipgate.errors ?? []);
  const findings = [...findingsOf(document, errors), ...sameEnvironmentNames(document)];
  const has = (section: SectionName) => isMap(document.value) && isMap(document.value[section]);
  const planned = has('canary') ? withPlanFaults(document, findings) : findings;
  const listed = has('checklist') ? withChecklistFaults(document, planned) : planned;
  return has('security') ? withSecurityFaults(document, listed) : listed;
}

function sectionOf(finding: Finding): string {
  return segmentsOf(finding.pointer)[0] ?? '';
}

function isForeignSection(name: string, own: SectionName | undefined): boolean {
  return own !== undefined && name !== '' && name !== own && !BASE_KEYS.includes(name);
}

function asWarning(finding: Finding, own: SectionName | undefined): Finding {
  const reader = own === undefined ? 'this gate' : READER_OF_SECTION[own];
  return {
    ...finding,
    words: { ...finding.words, do: `not read by ${reader}, so only a warning; ${finding.words.do}` },
  };
}

/** GitHub does not tell environments apart by case, and two of one name would share their rules and secrets. */
function sameEnvironmentNames(document: JudgedDocument): Finding[] {
  const environments = (document.value as Record<string, unknown>)['environments'];
  if (!Array.isArray(environments)) return [];
  const seen = new Map<string, string>();
  return environments.flatMap((environment: unknown, index) => {
    const name = isMap(environment) ? environment['name'] : undefined;
    if (typeof name !== 'string') return [];
    const pointer = `${pointerTo('/environments', index)}/name`;
    const first = seen.get(name.toLowerCase());
    if (first === undefined) {
      seen.set(name.toLowerCase(), pointer);
      return [];
    }
    const related = placeText(document.source, rangeOfValue(document.places, first));
    return [
      { pointer, keyword: 'unique', range: rangeOfValue(document.places, pointer), words: sameName(name, related) },
    ];
  });
}

function sameName(name: string, related: string): FaultWords {
  const expected = 'names that differ by more than case';
  return {
    title: `environment "${name}" is there twice`,
    expected,
    got: shownValue(name),
    related,
    do: 'rename or remove one of the two',
  };
}

/** A newer release may read more, and actions are pinned one by one: an unknown section is no fault. */
function unknownTopLevelKeys(document: JudgedDocument): Fault[] {
  const unknown = Object.keys(document.value as object).filter((key) => !KNOWN_KEYS.includes(key));
  return unknown.map((key) => {
    const guess = suggest(key, KNOWN_KEYS);
    const mend = guess === undefined ? `all keys: ${keysPage('')}` : `did you mean "${guess}"?`;
    const words = {
      title: `unknown key "${key}" at the top level`,
      expected: 'a section of a gate',
      got: shownValue(key),
      do: `not read by this release, so only a warning; ${mend}`,
    };
    return faultAt(document.source, rangeOfKey(document.places, pointerTo('', key)), words);
  });
}

function noMap(source: SourceText, { value, places }: YamlTree): Fault {
  const isEmpty = value === null;
  return faultAt(source, isEmpty ? [0, 1] : rangeOfKey(places, ''), {
    title: isEmpty ? 'the file is empty' : 'the file is not a map of sections',
    expected: 'version: 1, then the sections',
    got: isEmpty ? 'nothing' : Array.isArray(value) ? 'a list' : 'one value',
    do: 'write version: 1 in the first line. All keys: docs/configuration.md',
  });
}

function schemaAt(pointer: string): JsonSchema {
  return schemaAlong(segmentsOf(pointer), schema, schema);
}

function keysPage(pointer: string): string {
  const section = segmentsOf(pointer)[0];
  return section === undefined ? 'docs/configuration.md' : `docs/configuration.md#${section}`;
}

function toFault(source: SourceText, finding: Finding): Fault {
  return faultAt(source, finding.range, finding.words);
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
