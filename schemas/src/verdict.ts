import type { ErrorObject } from 'ajv';
import verdictSchema from '../verdict.schema.json' with { type: 'json' };
import type { ReadResult } from './document.ts';
import type { Fault } from './fault.ts';
import { inFileOrder } from './fault.ts';
import { validateVerdict as isVerdict } from './generated/first-fault.js';
import { validateVerdict as validate } from './generated/validators.js';
import type {
  CanaryPromoteEvidence,
  ChecklistEvidence,
  MigrateGateEvidence,
  SecurityScanEvidence,
  Verdict,
} from './generated/verdict.ts';
import type { JsonPlaces } from './json-places.ts';
import { JsonSlip, jsonPlaces } from './json-places.ts';
import type { JsonSchema } from './json-schema.ts';
import { schemaAlong } from './json-schema.ts';
import { pathOf, segmentsOf } from './places.ts';
import { findingsOf } from './schema-faults.ts';
import type { SourceText } from './source-text.ts';
import { decode, faultAt, placeText } from './source-text.ts';
import { shownValue } from './value-text.ts';

const LARGEST = 64 * 1024 * 1024;
const schema: JsonSchema = verdictSchema as JsonSchema;

/** What is wrong with one part of a value: its path (`reasons[0].code`, empty for the whole) and a sentence. */
export interface PathError {
  path: string;
  message: string;
}

/** Judges a value by the verdict schema. Of a large value only the first fault is told: finding all could take minutes. */
export function validateVerdict(value: unknown): { ok: true; verdict: Verdict } | { ok: false; errors: PathError[] } {
  if (isVerdict(value)) return { ok: true, verdict: value };
  const errors = schemaErrors(value).filter((error) => error.keyword !== 'if');
  return {
    ok: false,
    errors: errors.map((error) => ({ path: pathOf(error.instancePath), message: messageOf(error) })),
  };
}

/** Values in a document up to which all its faults are looked for. */
const MOST_VALUES = 2_000;

function schemaErrors(value: unknown): readonly ErrorObject[] {
  if (isVerdict(value)) return [];
  const first = isVerdict.errors ?? [];
  if (isLarge(value)) return first;
  return validate(value) ? first : (validate.errors ?? first);
}

function isLarge(value: unknown): boolean {
  const open = [value];
  for (let count = 0; count <= MOST_VALUES; count += 1) {
    if (open.length === 0) return false;
    const next = open.pop();
    if (typeof next !== 'object' || next === null) continue;
    const parts: readonly unknown[] = Object.values(next);
    if (parts.length > MOST_VALUES) return true;
    open.push(...parts);
  }
  return true;
}

/** True for a verdict of migrate-gate, whose evidence the schema describes. */
export function isMigrateGateVerdict(
  verdict: Verdict,
): verdict is Verdict & { gate: 'migrate-gate'; evidence: MigrateGateEvidence } {
  return verdict.gate === 'migrate-gate';
}

/** True for a verdict of canary-promote, whose evidence the schema describes. */
export function isCanaryPromoteVerdict(
  verdict: Verdict,
): verdict is Verdict & { gate: 'canary-promote'; evidence: CanaryPromoteEvidence } {
  return verdict.gate === 'canary-promote';
}

/** True for a verdict of checklist, whose evidence the schema describes. */
export function isChecklistVerdict(
  verdict: Verdict,
): verdict is Verdict & { gate: 'checklist'; evidence: ChecklistEvidence } {
  return verdict.gate === 'checklist';
}

/** True for a verdict of security-scan, whose evidence the schema describes. */
export function isSecurityScanVerdict(
  verdict: Verdict,
): verdict is Verdict & { gate: 'security-scan'; evidence: SecurityScanEvidence } {
  return verdict.gate === 'security-scan';
}

/** Reads a verdict file (JSON, at most 64 MiB). Never throws on what the file holds. */
export function readVerdictFile(input: Uint8Array | string, { file }: { file: string }): ReadResult<Verdict> {
  const source = decode(input, file, LARGEST);
  if ('title' in source) return refused([source]);
  const parsed = parse(source);
  if ('fault' in parsed) return refused([parsed.fault]);
  const { value } = parsed;
  const scanned = scan(source);
  if ('title' in scanned) return refused([scanned]);
  const twice = scanned.duplicates.map(({ name, at, first }) => {
    const related = placeText(source, first);
    return faultAt(source, at, {
      title: `key "${name}" is there twice`,
      expected: 'each key once',
      got: shownValue(name),
      related,
      do: 'keep one of the two',
    });
  });
  const errors = schemaErrors(value);
  const document = {
    source,
    value,
    places: scanned.places,
    schemaAt: schemaFor(value),
    keysPage: () => 'schemas/verdict.schema.json',
  };
  const faults = findingsOf(document, errors).map((finding) => faultAt(source, finding.range, finding.words));
  const all = inFileOrder([...twice, ...faults]);
  return all.length > 0 ? refused(all) : { value: value as Verdict, faults: [], warnings: [] };
}

/** The evidence of each gate has its own schema, which a condition on `gate` chooses. */
function schemaFor(value: unknown): (pointer: string) => JsonSchema {
  const gate = typeof value === 'object' && value !== null && 'gate' in value ? value.gate : '';
  const $ref = typeof gate === 'string' ? EVIDENCE.get(gate) : undefined;
  return (pointer) => {
    const [first, ...rest] = segmentsOf(pointer);
    if (first === undefined) return schema;
    if (first !== 'evidence' || $ref === undefined) return schemaAlong([first, ...rest], schema, schema);
    return schemaAlong(rest, { $ref }, schema);
  };
}

const EVIDENCE: ReadonlyMap<string, string> = new Map([
  ['migrate-gate', '#/definitions/migrateGateEvidence'],
  ['canary-promote', '#/definitions/canaryPromoteEvidence'],
  ['checklist', '#/definitions/checklistEvidence'],
  ['security-scan', '#/definitions/securityScanEvidence'],
]);

function refused(faults: Fault[]): ReadResult<Verdict> {
  return { value: undefined, faults, warnings: [] };
}

function parse(source: SourceText): { value: unknown } | { fault: Fault } {
  try {
    return { value: JSON.parse(source.text) as unknown };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const slip = scan(source);
    return { fault: 'title' in slip ? slip : notJson(source, source.text.length) };
  }
}

function scan(source: SourceText): JsonPlaces | Fault {
  try {
    return jsonPlaces(source.text);
  } catch (error) {
    if (error instanceof JsonSlip) return notJson(source, error.offset);
    if (!(error instanceof RangeError)) throw error;
    const words = { title: 'values are nested too deeply', expected: 'a verdict', got: 'more than 200 levels' };
    return faultAt(source, [0, 1], { ...words, do: 'check whether this is the right file' });
  }
}

function notJson(source: SourceText, offset: number): Fault {
  const got = source.text.slice(offset, offset + 1);
  return faultAt(source, [offset, offset + 1], {
    title: source.text.trim() === '' ? 'the file is empty' : 'the text is not JSON',
    expected: 'a verdict as JSON',
    got: got === '' ? 'the end of the text' : got,
    do: 'let the gate write the file anew',
  });
}

function messageOf(error: { keyword: string; message?: string; params: Record<string, unknown> }): string {
  const { additionalProperty, allowedValues, allowedValue } = error.params;
  if (additionalProperty !== undefined) return `must not have the key "${String(additionalProperty)}"`;
  if (Array.isArray(allowedValues)) return `must be one of ${allowedValues.join(', ')}`;
  if (allowedValue !== undefined) return `must be ${JSON.stringify(allowedValue)}`;
  return error.message ?? 'is not valid';
}
