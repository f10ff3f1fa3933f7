/** Conditions of the policy in CEL (https://github.com/google/cel-spec) over data from files. Pure. */
import { Environment, type ParseResult } from '@marcbachmann/cel-js';
import { RE2JS } from 're2js';

/** A value as CEL has it: whole numbers are BigInt, maps are records without a prototype or Map. */
export type CelAnswer =
  | { readonly kind: 'value'; readonly value: unknown }
  /** One line for people, without data of the file. */
  | { readonly kind: 'error'; readonly why: string };

const limits = { maxAstNodes: 2_000, maxDepth: 100, maxListElements: 500, maxMapEntries: 500, maxCallArguments: 32 };

/** Evaluates an expression over variables whose values come from `celValue`. Never throws. */
export function evaluateCel(expression: string, variables: Readonly<Record<string, unknown>>): CelAnswer {
  try {
    const environment = environmentOf(Object.keys(variables));
    const compiled = environment.parse(withLinearMatches(expression, environment.parse(expression)));
    const check = compiled.check();
    if (!check.valid) return { kind: 'error', why: summaryOf(check.error) };
    return { kind: 'value', value: compiled({ ...variables }) };
  } catch (error) {
    return { kind: 'error', why: summaryOf(error) };
  }
}

function environmentOf(names: readonly string[]): Environment {
  const environment = new Environment({ homogeneousAggregateLiterals: false, enableOptionalTypes: true, limits });
  for (const name of names) environment.registerVariable(name, 'dyn');
  return environment.registerFunction(`string.${linear}(string): bool`, (text: string, pattern: string) =>
    RE2JS.compile(pattern).test(text),
  );
}

const linear = 'matchesInLinearTime';

/** The library's own `matches` runs RegExp, whose time can grow with the power of the text; CEL asks for RE2. */
function withLinearMatches(expression: string, parsed: ParseResult): string {
  const places = new Set<number>();
  const nodes: unknown[] = [parsed.ast];
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    if (Array.isArray(node)) nodes.push(...node);
    else if (isNode(node)) {
      const { op, args } = node;
      if (op === 'rcall' && Array.isArray(args) && args[0] === 'matches')
        places.add(placeOfName(expression, args[1], args[2]));
      nodes.push(args);
    }
  }
  const backwards = [...places].sort((one, two) => two - one);
  return backwards.reduce(
    (text, at) => `${text.slice(0, at)}${linear}${text.slice(at + 'matches'.length)}`,
    expression,
  );
}

/** Between the end of the receiver and the first argument, where only points, brackets and space stand. */
function placeOfName(expression: string, receiver: unknown, args: unknown): number {
  const first: unknown = Array.isArray(args) ? args[0] : undefined;
  const from = isNode(receiver) ? receiver.end : Number.NaN;
  const to = isNode(first) ? first.start : Number.NaN;
  const between = /^([\s).]*)matches[\s(]*$/u.exec(expression.slice(from, to));
  if (!(to > from) || between === null) throw new Error('a comment or a wrong argument stands beside `matches`');
  return from + (between[1] ?? '').length;
}

interface Node {
  readonly op: unknown;
  readonly args: unknown;
  readonly start: number;
  readonly end: number;
}

function isNode(value: unknown): value is Node {
  if (typeof value !== 'object' || value === null || !('op' in value) || !('args' in value)) return false;
  return 'start' in value && typeof value.start === 'number' && 'end' in value && typeof value.end === 'number';
}

/** The first line of what the library says; the lines below it show the expression. */
function summaryOf(error: unknown): string {
  if (error instanceof RangeError) return 'it is nested too deeply';
  const text = error instanceof Error ? error.message : '';
  return text.split('\n', 1)[0]?.slice(0, 160) || 'it cannot be evaluated';
}

/** JSON-like data as CEL has it: whole numbers become int, so that `replicas == 3` holds. Throws RangeError when nested too deeply. */
export function celValue(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (Array.isArray(value)) return value.map(celValue);
  if (typeof value !== 'object' || value === null) return value ?? null;
  // A key as __proto__ is a key like any other.
  const made: Record<string, unknown> = Object.create(null);
  for (const [key, each] of Object.entries(value)) made[key] = celValue(each);
  return made;
}
