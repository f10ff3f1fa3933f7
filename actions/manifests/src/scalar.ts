import type { Value } from './value.ts';

/** Plain words that are no texts for kubectl, whose YAML reader still follows YAML 1.1: `privileged: yes` is true. */
const WORDS: ReadonlyMap<string, Value> = new Map<string, Value>([
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'on', 'On', 'ON', 'true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['n', 'N', 'no', 'No', 'NO', 'off', 'Off', 'OFF', 'false', 'False', 'FALSE'].map((word) => [word, false] as const),
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
]);

const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const WHOLE = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|([1-9][0-9]*|0))$/;
const INT64 = { least: -(2n ** 63n), most: 2n ** 63n - 1n };

/**
 * What a plain scalar (not in quotes) means to kubectl: the rules of go-yaml 2, by which sigs.k8s.io/yaml reads manifests
 * (booleans of YAML 1.1, octal by a leading 0, `_` in numbers), and then of JSON, where 1.0 is the whole number 1.
 */
export function plainScalar(source: string): Value {
  const word = WORDS.get(source);
  if (word !== undefined) return word;
  if (!/^[-+.0-9]/.test(source)) return source;
  const digits = source.replaceAll('_', '');
  return wholeNumber(digits) ?? fraction(digits) ?? source;
}

function wholeNumber(text: string): bigint | undefined {
  const [, sign, hex, binary, octal, decimal] = WHOLE.exec(text) ?? [];
  const digits = prefixed('0x', hex) ?? prefixed('0b', binary) ?? prefixed('0o', octal) ?? decimal;
  // A number of a million digits takes minutes to read, and means nothing to Kubernetes.
  if (digits === undefined || digits.length > 80) return undefined;
  const value = sign === '-' ? -BigInt(digits) : BigInt(digits);
  return value >= INT64.least && value <= INT64.most ? value : undefined;
}

function prefixed(prefix: string, digits: string | undefined): string | undefined {
  return digits === undefined ? undefined : prefix + digits;
}

function fraction(text: string): Value | undefined {
  if (!FLOAT.test(text)) return undefined;
  const value = Number(text);
  return Number.isSafeInteger(value) ? BigInt(value) : value;
}
