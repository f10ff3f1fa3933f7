import { Environment } from '@marcbachmann/cel-js';
import { Address } from './address.ts';
import * as lists from './lists.ts';
import * as patterns from './patterns.ts';
import { Quantity } from './quantity.ts';
import * as strings from './strings.ts';
import { Variables } from './variables.ts';

/**
 * Methods of the library that are not those of Kubernetes: its `matches` runs RegExp, and its positions in texts count units
 * of UTF-16. The library cannot be told to replace one, so expressions are made to call those of this suffix.
 */
export const REPLACED: ReadonlySet<string> = new Set([
  ...['matches', 'indexOf', 'lastIndexOf', 'substring', 'split', 'lowerAscii', 'upperAscii'],
]);
export const SUFFIX = 'OfKubernetes';

/** Names that expressions may use besides `variables`; all are always given, null when there is none. */
export const NAMES = ['object', 'oldObject', 'params', 'request', 'namespaceObject'] as const;

/** Names of our own rules besides `object`; in a user's policy they have no value, which is an error. */
export const RULE_NAMES = ['template', 'pod', 'container', 'volume', 'env'] as const;

let made: Environment | undefined;

/**
 * CEL as a ValidatingAdmissionPolicy has it: https://kubernetes.io/docs/reference/using-api/cel/ . What is there and not
 * here (authorizer, ip, cidr, format library, semver, comprehensions of two variables) is an error when it is met.
 */
export function environment(): Environment {
  made ??= create();
  return made;
}

function create(): Environment {
  const env = new Environment({ enableOptionalTypes: true, homogeneousAggregateLiterals: false });
  for (const name of [...NAMES, ...RULE_NAMES]) env.registerVariable(name, 'dyn');
  env.registerType('kubernetes.Variables', Variables);
  env.registerVariable('variables', 'kubernetes.Variables');
  addLists(env);
  addSets(env);
  addStrings(env);
  addQuantities(env);
  addAddresses(env);
  return env;
}

function addLists(env: Environment): void {
  env.registerFunction('list.isSorted(): bool', lists.isSorted, SYNC);
  env.registerFunction('list.sum(): dyn', lists.sum, SYNC);
  env.registerFunction('list.min(): dyn', lists.min, SYNC);
  env.registerFunction('list.max(): dyn', lists.max, SYNC);
  const index = (isLast: boolean) => (list: readonly unknown[], value: unknown) => lists.indexOf(list, value, isLast);
  env.registerFunction(`list.indexOf${SUFFIX}(dyn): int`, index(false), SYNC);
  env.registerFunction(`list.lastIndexOf${SUFFIX}(dyn): int`, index(true), SYNC);
}

/** The name `sets` before its functions. */
class Sets {}

function addSets(env: Environment): void {
  env.registerType('kubernetes.Sets', Sets);
  env.registerConstant('sets', 'kubernetes.Sets', new Sets());
  const add = (name: string, handler: (a: readonly unknown[], b: readonly unknown[]) => boolean) =>
    env.registerFunction(`kubernetes.Sets.${name}(list, list): bool`, (_sets, a, b) => handler(a, b), SYNC);
  add('contains', lists.containsAll);
  add('intersects', lists.intersects);
  add('equivalent', (a, b) => lists.containsAll(a, b) && lists.containsAll(b, a));
}

function addStrings(env: Environment): void {
  const method = (signature: string, handler: (...values: never[]) => unknown) =>
    env.registerFunction(`string.${signature}`, handler, SYNC);
  env.registerFunction('matches(string, string): bool', patterns.matches, SYNC);
  method(`matches${SUFFIX}(string): bool`, patterns.matches);
  method('find(string): string', patterns.find);
  method('findAll(string): list<string>', (text: string, re: string) => patterns.findAll(text, re, -1n));
  method('findAll(string, int): list<string>', patterns.findAll);
  method('format(list): string', strings.format);
  method('charAt(int): string', strings.charAt);
  method('replace(string, string): string', (t: string, from: string, to: string) => strings.replace(t, from, to, -1n));
  method('replace(string, string, int): string', strings.replace);
  method(`indexOf${SUFFIX}(string): int`, (text: string, part: string) => strings.indexOf(text, part));
  method(`indexOf${SUFFIX}(string, int): int`, strings.indexOf);
  method(`lastIndexOf${SUFFIX}(string): int`, (text: string, part: string) => strings.lastIndexOf(text, part));
  method(`lastIndexOf${SUFFIX}(string, int): int`, strings.lastIndexOf);
  method(`substring${SUFFIX}(int): string`, (text: string, start: bigint) => strings.substring(text, start));
  method(`substring${SUFFIX}(int, int): string`, strings.substring);
  method(`split${SUFFIX}(string): list<string>`, (text: string, separator: string) => strings.split(text, separator));
  method(`split${SUFFIX}(string, int): list<string>`, strings.split);
  method(`lowerAscii${SUFFIX}(): string`, (text: string) => strings.lowerAscii(text));
  method(`upperAscii${SUFFIX}(): string`, (text: string) => strings.upperAscii(text));
}

function addQuantities(env: Environment): void {
  env.registerType('kubernetes.Quantity', Quantity);
  env.registerFunction('isQuantity(string): bool', (text) => Quantity.of(text) !== undefined, SYNC);
  env.registerFunction('quantity(string): kubernetes.Quantity', quantity, SYNC);
  // Not a method, whatever its documentation says: so it is in the API server.
  const sign = (value: Quantity) => value.compareTo(new Quantity(0n));
  env.registerFunction('sign(kubernetes.Quantity): int', sign, SYNC);
  const method = (signature: string, handler: (left: Quantity, right: Quantity) => unknown) =>
    env.registerFunction(`kubernetes.Quantity.${signature}`, handler, SYNC);
  method('isInteger(): bool', (left) => left.isInteger());
  method('asInteger(): int', (left) => left.asInteger());
  method('asApproximateFloat(): double', (left) => left.asFloat());
  method('isLessThan(kubernetes.Quantity): bool', (left, right) => left.compareTo(right) < 0n);
  method('isGreaterThan(kubernetes.Quantity): bool', (left, right) => left.compareTo(right) > 0n);
  method('compareTo(kubernetes.Quantity): int', (left, right) => left.compareTo(right));
  method('add(kubernetes.Quantity): kubernetes.Quantity', (left, right) => left.plus(right));
  method('sub(kubernetes.Quantity): kubernetes.Quantity', (left, right) => left.minus(right));
  const whole = (count: bigint) => new Quantity(count * 1_000_000_000n);
  const add = (left: Quantity, right: bigint) => left.plus(whole(right));
  const sub = (left: Quantity, right: bigint) => left.minus(whole(right));
  env.registerFunction('kubernetes.Quantity.add(int): kubernetes.Quantity', add, SYNC);
  env.registerFunction('kubernetes.Quantity.sub(int): kubernetes.Quantity', sub, SYNC);
  env.registerOperator('kubernetes.Quantity == kubernetes.Quantity', (a: Quantity, b: Quantity) => a.nanos === b.nanos);
}

function addAddresses(env: Environment): void {
  env.registerType('kubernetes.URL', Address);
  env.registerFunction('isURL(string): bool', (text) => Address.of(text) !== undefined, SYNC);
  env.registerFunction('url(string): kubernetes.URL', address, SYNC);
  const method = (signature: string, handler: (url: Address) => unknown) =>
    env.registerFunction(`kubernetes.URL.${signature}`, handler, SYNC);
  method('getScheme(): string', (url) => url.scheme);
  method('getHost(): string', (url) => url.host);
  method('getHostname(): string', (url) => url.hostname);
  method('getPort(): string', (url) => url.port);
  method('getEscapedPath(): string', (url) => url.path);
  method('getQuery(): map', (url) => url.query);
}

/** Without it the library takes every function for one that may give a promise. */
const SYNC = { async: false };

function quantity(text: string): Quantity {
  const value = Quantity.of(text);
  if (value === undefined) throw new Error('quantity() takes a quantity such as 250m or 512Mi');
  return value;
}

function address(text: string): Address {
  const value = Address.of(text);
  if (value === undefined) throw new Error('url() takes an absolute URL or path');
  return value;
}
