/** Selectors of raw counters: one metric, and matchers. Pure. */
import type { SyntaxNode } from '@lezer/common';
import { isExpression, type Matcher } from './matcher.ts';
import { unquoted } from './string-literal.ts';
import { childrenOf, isSyntaxFault, parsePromql, type SyntaxFault } from './syntax.ts';

export { type Labels, type Matcher, matches } from './matcher.ts';

export interface Selector {
  readonly name: string;
  /** In the order of the text; none of them is the name. */
  readonly matchers: readonly Matcher[];
}

/** `message` continues "total of errors: …". */
export type SelectorFault = SyntaxFault;

/** Reads `http_requests_total{service="orders"}`; whatever is computed from counters is refused. */
export function parseSelector(text: string): Selector | SelectorFault {
  const parsed = parsePromql(text);
  if (isSyntaxFault(parsed)) return parsed;
  const node = withoutParentheses(parsed);
  if (node.name !== 'VectorSelector') return refused(node, text);
  return selectorOf(node, text);
}

export function isSelectorFault(parsed: Selector | SelectorFault): parsed is SelectorFault {
  return 'message' in parsed;
}

export function withoutParentheses(node: SyntaxNode): SyntaxNode {
  return node.name === 'ParenExpr' && node.firstChild !== null ? withoutParentheses(node.firstChild) : node;
}

const EXAMPLE = 'a selector of raw counters, such as http_requests_total{service="orders"}';

function refused(node: SyntaxNode, text: string): SelectorFault {
  const { what, part } = kindOf(node, text);
  return {
    message: 'it is no plain selector',
    expected: EXAMPLE,
    got: what,
    do: 'name the counter alone: differences are taken here, series by series and without extrapolation',
    from: part.from,
    to: part.to,
  };
}

/** What a node is called, and the part of it that is too much. */
function kindOf(node: SyntaxNode, text: string): { what: string; part: { from: number; to: number } } {
  const head = childrenOf(node, 'FunctionIdentifier', 'AggregateOp')[0];
  const behind = { from: node.firstChild?.to ?? node.from, to: node.to };
  const tail = { from: behind.from + (/^\s*/.exec(text.slice(behind.from))?.[0].length ?? 0), to: behind.to };
  const words = text.slice(tail.from, tail.to);
  if (head !== undefined) {
    const kind = node.name === 'FunctionCall' ? 'function' : 'aggregation';
    return { what: `the ${kind} ${text.slice(head.from, head.to)}`, part: head };
  }
  if (node.name === 'MatrixSelector') return { what: `the range ${words}`, part: tail };
  if (node.name === 'OffsetExpr') return { what: `the offset ${words}`, part: tail };
  if (node.name === 'StepInvariantExpr') return { what: `the fixed time ${words}`, part: tail };
  if (node.name === 'SubqueryExpr') return { what: `the subquery ${words}`, part: tail };
  if (node.name === 'StringLiteral') return { what: 'a text', part: node };
  if (node.name === 'NumberDurationLiteral') return { what: 'a number', part: node };
  return { what: 'a calculation', part: node };
}

function selectorOf(node: SyntaxNode, text: string): Selector | SelectorFault {
  const [identifier] = childrenOf(node, 'Identifier');
  const [list] = childrenOf(node, 'LabelMatchers');
  const names = identifier === undefined ? [] : [text.slice(identifier.from, identifier.to)];
  const matchers: Matcher[] = [];
  for (const child of list === undefined ? [] : childrenOf(list, ...MATCHERS)) {
    const read = child.name === 'QuotedLabelName' ? literalOf(child, text) : matcherOf(child, text);
    if (typeof read === 'string') names.push(read);
    else if ('message' in read) return read;
    else if (read.label === '__name__' && read.op === '=') names.push(read.value);
    else if (read.label === '__name__') return severalNames(child, text);
    else matchers.push(read);
  }
  const [name, more] = names;
  if (name === undefined || name === '' || more !== undefined) return notOneName(node, names);
  return { name, matchers };
}

const MATCHERS = ['UnquotedLabelMatcher', 'QuotedLabelMatcher', 'QuotedLabelName'];

function matcherOf(node: SyntaxNode, text: string): Matcher | SelectorFault {
  const [name] = childrenOf(node, 'LabelName', 'QuotedLabelName');
  const [operator] = childrenOf(node, 'MatchOp');
  const [literal] = childrenOf(node, 'StringLiteral');
  const label = name?.name === 'QuotedLabelName' ? literalOf(name, text) : text.slice(name?.from, name?.to);
  if (typeof label !== 'string') return label;
  const value = literal === undefined ? '' : literalOf(literal, text);
  if (typeof value !== 'string') return value;
  const op = operatorOf(text.slice(operator?.from, operator?.to));
  if (op.endsWith('~') && !isExpression(value)) return badExpression(literal ?? node, value);
  return { label, op, value };
}

function operatorOf(text: string): Matcher['op'] {
  return text === '!=' || text === '=~' || text === '!~' ? text : '=';
}

function literalOf(node: SyntaxNode, text: string): string | SelectorFault {
  const read = unquoted(text.slice(node.from, node.to));
  if (typeof read === 'string') return read;
  const from = node.from + read.at;
  return {
    message: 'a text in it cannot be read',
    expected: 'a text in quotes, with the escapes of Go',
    got: text.slice(from, from + read.length),
    do: 'write a backslash as two, or put the text between backticks',
    from,
    to: from + read.length,
  };
}

function badExpression({ from, to }: SyntaxNode, value: string): SelectorFault {
  return {
    message: 'an expression in it cannot be read',
    expected: 'a regular expression of RE2',
    got: value,
    do: 'see https://github.com/google/re2/wiki/Syntax: it has no look-around and no back-references',
    from,
    to,
  };
}

function severalNames({ from, to }: SyntaxNode, text: string): SelectorFault {
  return {
    message: 'it may select several metrics',
    expected: EXAMPLE,
    got: text.slice(from, to),
    do: 'write one metric a line of the plan, by its name',
    from,
    to,
  };
}

function notOneName({ from, to }: SyntaxNode, names: readonly string[]): SelectorFault {
  return {
    message: 'it does not name one metric',
    expected: EXAMPLE,
    got: names.length > 1 ? `the names ${names.join(' and ')}` : 'no name',
    do: 'write the name of the counter in front of the braces',
    from,
    to,
  };
}
