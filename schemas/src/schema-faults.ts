import type { ErrorObject } from 'ajv';
import type { JsonSchema } from './json-schema.ts';
import type { Places } from './places.ts';
import { pathOf, pointerTo, rangeOfKey, rangeOfValue, valueAt } from './places.ts';
import { isPlain } from './plain-text.ts';
import type { FaultWords, Range, SourceText } from './source-text.ts';
import { placeText } from './source-text.ts';
import { suggest } from './suggest.ts';
import { kindText, listText, nameOfType, shownValue, yamlText } from './value-text.ts';

/** A document that was read and judged by a schema. */
export interface JudgedDocument {
  readonly source: SourceText;
  readonly value: unknown;
  readonly places: Places;
  /** The schema that the value at a pointer has to meet. */
  readonly schemaAt: (pointer: string) => JsonSchema;
  /** Where all keys of a part are listed, for the part at a pointer. */
  readonly keysPage: (pointer: string) => string;
}

/** One fault in the document's terms; `pointer` says which part it belongs to. */
export interface Finding {
  readonly pointer: string;
  readonly keyword: string;
  readonly range: Range;
  readonly words: FaultWords;
}

/**
 * Turns what a validator found into findings. `if` only repeats what its branch said; a value that could not be read
 * (undefined) has its fault already.
 */
export function findingsOf(document: JudgedDocument, errors: readonly ErrorObject[]): Finding[] {
  return errors.filter((error) => isNews(document, error)).map((error) => findingOf(document, error));
}

function isNews(document: JudgedDocument, error: ErrorObject): boolean {
  if (error.keyword === 'if') return false;
  const value = valueAt(document.value, error.instancePath);
  if (error.keyword !== 'required') return value !== undefined;
  return !Object.hasOwn(Object(value), textParameter(error, 'missingProperty'));
}

function findingOf(document: JudgedDocument, error: ErrorObject): Finding {
  const pointer = error.instancePath;
  const { keyword } = error;
  if (keyword === 'additionalProperties') return unknownKey(document, error);
  if (keyword === 'required') return missingKey(document, error);
  if (keyword === 'uniqueItems') return repeatedItem(document, error);
  const value = valueAt(document.value, pointer);
  const words = wordsOf(document, error, pathOf(pointer) || 'the file', value);
  return { pointer, keyword, range: rangeOfValue(document.places, pointer), words };
}

function unknownKey(document: JudgedDocument, error: ErrorObject): Finding {
  const name = textParameter(error, 'additionalProperty');
  const known = Object.keys(document.schemaAt(error.instancePath).properties ?? {});
  const owner = pathOf(error.instancePath) || 'the file';
  const guess = suggest(name, known);
  const page = `All keys: ${document.keysPage(error.instancePath)}`;
  const words = {
    title: `unknown key "${name}" in ${owner}`,
    expected: known.length <= 4 ? listText(known) : `a key of ${owner}`,
    got: shownValue(name),
    do: guess === undefined ? `remove it. ${page}` : `did you mean "${guess}"? ${page}`,
  };
  const pointer = pointerTo(error.instancePath, name);
  return { pointer, keyword: error.keyword, range: rangeOfKey(document.places, pointer), words };
}

function missingKey(document: JudgedDocument, error: ErrorObject): Finding {
  const pointer = error.instancePath;
  const name = textParameter(error, 'missingProperty');
  const properties = document.schemaAt(pointer).properties ?? {};
  const constant = properties[name]?.const;
  const present = Object.keys(Object(valueAt(document.value, pointer)));
  const meant = present.find((key) => !Object.hasOwn(properties, key) && suggest(key, [name]) !== undefined);
  const words = {
    title: `${pathOf(pointer) || 'the file'} has no ${name}`,
    expected: `the key ${name}`,
    got: 'no such key',
    do: `add ${name}: ${constant === undefined ? '...' : shownValue(constant)}`,
  };
  const related = meant === undefined ? undefined : rangeOfKey(document.places, pointerTo(pointer, meant));
  const range = rangeOfKey(document.places, pointer);
  if (related === undefined) return { pointer, keyword: error.keyword, range, words };
  return { pointer, keyword: error.keyword, range, words: { ...words, related: placeText(document.source, related) } };
}

function repeatedItem(document: JudgedDocument, error: ErrorObject): Finding {
  const indices = [numberParameter(error, 'i'), numberParameter(error, 'j')].toSorted((a, b) => a - b);
  const [first, second] = indices.map((index) => pointerTo(error.instancePath, index));
  const words = {
    title: `${pathOf(error.instancePath)} has an entry twice`,
    expected: 'each entry once',
    got: shownValue(valueAt(document.value, second ?? '')),
    do: 'keep one of the two',
    related: placeText(document.source, rangeOfValue(document.places, first ?? '')),
  };
  return {
    pointer: error.instancePath,
    keyword: error.keyword,
    range: rangeOfValue(document.places, second ?? ''),
    words,
  };
}

function wordsOf(document: JudgedDocument, error: ErrorObject, path: string, value: unknown): FaultWords {
  switch (error.keyword) {
    case 'type':
      return wrongType(error, path, value);
    case 'const':
      return wrongConstant(error, path, value);
    case 'enum':
      return wrongChoice(error, path, value);
    case 'pattern':
    case 'format':
      return wrongForm(document.schemaAt(error.instancePath), error, path, value);
    case 'minLength':
      return tooShort(error, path, value);
    default:
      return wrongSize(error, path, value);
  }
}

function wrongType(error: ErrorObject, path: string, value: unknown): FaultWords {
  const types = [error.params['type'] as string | string[]].flat().flatMap((type) => type.split(','));
  const expected = listText(types.map(nameOfType));
  return { title: `${path} must be ${expected}`, expected, got: kindText(value), do: typeRemedy(types, value) };
}

function typeRemedy(types: readonly string[], value: unknown): string {
  if (value === null) return 'give a value, or drop the key';
  const isScalar = typeof value !== 'object';
  const text = String(value);
  if (types.includes('string') && isScalar) return isPlain(text) ? `put it in quotes: "${text}"` : 'put it in quotes';
  if (types.includes('array') && isScalar) return isPlain(text) ? `write a list: [${text}]` : 'write a list';
  if (types.includes('boolean')) {
    if (/^(yes|on|y|true)$/i.test(String(value))) return 'write true';
    return /^(no|off|n|false)$/i.test(String(value)) ? 'write false' : 'write true or false';
  }
  return `give ${listText(types.map(nameOfType))}`;
}

function wrongConstant(error: ErrorObject, path: string, value: unknown): FaultWords {
  const allowed = error.params['allowedValue'] as unknown;
  if (path === 'version') return wrongVersion(allowed, value);
  const isPassing = /^(reasons|proofs)\[/.test(path);
  const title = `${path} must be ${shownValue(allowed)}${isPassing ? ' in a verdict that passes' : ''}`;
  const remedy = isPassing ? 'give the outcome that follows from reasons and proofs' : `write ${shownValue(allowed)}`;
  return {
    title,
    expected: shownValue(allowed),
    got: typeof value === typeof allowed ? shownValue(value) : kindText(value),
    do: remedy,
  };
}

function wrongVersion(allowed: unknown, value: unknown): FaultWords {
  const isNewer = typeof value === 'number' && value > Number(allowed);
  return {
    title: 'this version of the file is not read',
    expected: `${shownValue(allowed)}, the only version that this release reads`,
    got: kindText(value),
    do: isNewer
      ? `use a newer release of Shipgate, or write version: ${shownValue(allowed)}`
      : `write version: ${shownValue(allowed)}`,
  };
}

function wrongChoice(error: ErrorObject, path: string, value: unknown): FaultWords {
  const allowed = (error.params['allowedValues'] as unknown[]).map(String);
  const guess = typeof value === 'string' ? suggest(value, allowed) : undefined;
  return {
    title: `${path} has a value that is not known`,
    expected: listText(allowed),
    got: typeof value === 'string' ? shownValue(value) : kindText(value),
    do: guess === undefined ? 'choose one of these' : `did you mean "${guess}"?`,
  };
}

function wrongForm(schema: JsonSchema, error: ErrorObject, path: string, value: unknown): FaultWords {
  const examples = (schema.examples ?? []).map(yamlText);
  const form = error.keyword === 'format' ? String(error.params['format']) : 'another form';
  const expected = examples.length > 0 ? `a value such as ${listText(examples)}` : form;
  return { title: `${path} has the wrong form`, expected, got: shownValue(value), do: 'write it in the expected form' };
}

function tooShort(error: ErrorObject, path: string, value: unknown): FaultWords {
  const limit = Number(error.params['limit']);
  if (limit <= 1) return { title: `${path} is empty`, expected: 'some text', got: 'no text', do: 'fill it in' };
  const got = typeof value === 'string' ? shownValue(value) : kindText(value);
  return { title: `${path} is too short`, expected: `at least ${limit} characters`, got, do: 'say more' };
}

function wrongSize(error: ErrorObject, path: string, value: unknown): FaultWords {
  const limit = Number(error.params['limit']).toLocaleString('en-US');
  const isText = typeof value === 'string';
  switch (error.keyword) {
    case 'maxLength': {
      const got = isText ? `${[...value].length} characters` : kindText(value);
      return { title: `${path} is too long`, expected: `at most ${limit} characters`, got, do: 'shorten it' };
    }
    case 'minItems':
      return {
        title: `${path} is an empty list`,
        expected: 'at least one entry',
        got: 'none',
        do: 'add one, or drop the key',
      };
    case 'minimum':
    case 'exclusiveMinimum': {
      const expected = error.keyword === 'minimum' ? `${limit} or more` : `more than ${limit}`;
      return { title: `${path} is too small`, expected, got: shownValue(value), do: 'give a larger number' };
    }
    case 'maximum':
      return {
        title: `${path} is too large`,
        expected: `${limit} or less`,
        got: shownValue(value),
        do: 'give a smaller number',
      };
    case 'maxItems': {
      const got = Array.isArray(value) ? `${value.length} entries` : kindText(value);
      return { title: `${path} is too long`, expected: `at most ${limit} entries`, got, do: 'shorten it' };
    }
    default: {
      const expected = error.message ?? 'another value';
      return { title: `${path} cannot be so`, expected, got: kindText(value), do: 'mend the value' };
    }
  }
}

function textParameter(error: ErrorObject, name: string): string {
  return String(error.params[name]);
}

function numberParameter(error: ErrorObject, name: string): number {
  return Number(error.params[name]);
}
