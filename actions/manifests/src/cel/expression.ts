import type { NAMES, RULE_NAMES } from './environment.ts';
import { environment, REPLACED, SUFFIX } from './environment.ts';
import type { Variables } from './variables.ts';

/** What an expression may name; a name without a value is an error when it is met. */
export type Scope = Readonly<Partial<Record<(typeof NAMES)[number] | (typeof RULE_NAMES)[number], unknown>>> & {
  readonly variables?: Variables;
};

/** A CEL expression, parsed once. */
export interface Expression {
  readonly text: string;
  /** @throws Error when the expression cannot be worked out for these values, or is no CEL */
  evaluate(scope: Scope): unknown;
}

const parsed = new Map<string, Expression>();
const MOST_KEPT = 2000;

/** Never throws: an expression that is no CEL throws when it is evaluated, so that nobody takes it for true. */
export function expressionOf(text: string): Expression {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const made = { text, evaluate: evaluatorOf(text) };
  if (parsed.size >= MOST_KEPT) parsed.clear();
  parsed.set(text, made);
  return made;
}

/** What a CEL error says, on one line, without the picture of the source below it. */
export function errorText(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (text.split('\n')[0] ?? '').replaceAll(SUFFIX, '').slice(0, 200);
}

function evaluatorOf(text: string): Expression['evaluate'] {
  try {
    const program = environment().parse(text);
    callReplaced(program.ast);
    return (scope) => settled(program({ ...scope }));
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

/** Nothing that is registered here gives a promise. */
function settled(value: unknown): unknown {
  if (value instanceof Promise) throw new Error('the expression has no value yet');
  return value;
}

/** Sends calls of methods to those that replace them. */
function callReplaced(root: unknown): void {
  const seen = new Set<object>();
  const open: unknown[] = [root];
  while (open.length > 0) {
    const node = open.pop();
    if (node === null || typeof node !== 'object' || seen.has(node)) continue;
    seen.add(node);
    if ('op' in node && node.op === 'rcall' && 'args' in node && Array.isArray(node.args)) {
      const [name] = node.args;
      if (REPLACED.has(name)) node.args[0] = `${name}${SUFFIX}`;
    }
    open.push(...Object.values(node));
  }
}
