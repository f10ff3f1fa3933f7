/** The queries of a plan, judged before anything moves. Pure. */
import type { SyntaxNode } from '@lezer/common';
import type { QueryText } from '../plan/query-path.ts';
import type { Plan } from '../plan.ts';
import { isSelectorFault, parseSelector, type Selector, type SelectorFault, withoutParentheses } from './selector.ts';
import { childrenOf, isSyntaxFault, parsePromql, type SyntaxFault } from './syntax.ts';

/** `from` and `to` are UTF-16 offsets in the query: first, and first after. */
export interface QueryFault extends QueryText, SyntaxFault {}

/** Every fault of every query: counters have to be plain selectors, gauges may be any PromQL with an instant answer. */
export function checkQueries(plan: Plan): readonly QueryFault[] {
  const counters = plan.metrics.flatMap((metric) =>
    metric.kind === 'errors'
      ? [
          ...faultOf({ name: metric.name, key: 'total' }, parseSelector(metric.total)),
          ...faultOf({ name: metric.name, key: 'bad' }, parseSelector(metric.bad)),
        ]
      : faultOf({ name: metric.name, key: 'histogram' }, parseHistogram(metric.histogram)),
  );
  const gauges = plan.gauges.flatMap(({ name, query }) => faultOf({ name, key: 'query' }, instantFault(query)));
  const series = plan.triggers.health?.series;
  const health = series === undefined ? [] : faultOf({ name: 'health', key: 'series' }, instantFault(series));
  return [...counters, ...gauges, ...health];
}

function faultOf(query: QueryText, judged: Selector | SyntaxFault | undefined): readonly QueryFault[] {
  if (judged === undefined || 'matchers' in judged) return [];
  return [{ ...query, ...judged, message: `${query.key} of ${query.name}: ${judged.message}` }];
}

/** A histogram goes by its base name, whether it is kept in buckets or as one native sample. */
function parseHistogram(text: string): Selector | SelectorFault {
  const selector = parseSelector(text);
  if (isSelectorFault(selector)) return selector;
  const ending = /_(?:bucket|count|sum)$/.exec(selector.name)?.[0];
  const from = Math.max(0, text.indexOf(selector.name));
  const part = { from, to: from + selector.name.length };
  if (ending !== undefined) {
    return {
      message: 'it names a part of a histogram',
      expected: selector.name.slice(0, -ending.length),
      got: selector.name,
      do: `leave ${ending} away`,
      ...part,
    };
  }
  if (!selector.matchers.some(({ label }) => label === 'le')) return selector;
  return {
    message: 'it selects by le',
    expected: 'all buckets of the histogram',
    got: 'a matcher of le',
    do: 'leave it away, and write the limit as edge',
    from: 0,
    to: text.length,
  };
}

/** undefined when the query answers with an instant vector or a number. */
function instantFault(text: string): SyntaxFault | undefined {
  const parsed = parsePromql(text);
  if (isSyntaxFault(parsed)) return parsed;
  const node = withoutTime(parsed);
  const answer = { message: 'it does not answer with one value', expected: 'PromQL with one value at one time' };
  const range = { ...answer, do: 'put a function around it, such as avg_over_time' };
  const { from, to } = parsed;
  if (node.name === 'MatrixSelector') return { ...range, got: 'samples over a range', from, to };
  if (node.name === 'SubqueryExpr') return { ...range, got: 'a subquery', from, to };
  if (node.name === 'StringLiteral') return { ...answer, got: 'a text', do: 'write a query', from, to };
  return rangeFault(parsed, text);
}

/** Its kind is that of what stands in front of `offset` and `@`. */
function withoutTime(node: SyntaxNode): SyntaxNode {
  const inner = withoutParentheses(node);
  const wraps = ['OffsetExpr', 'StepInvariantExpr', 'AnchoredExpr', 'SmoothedExpr'].includes(inner.name);
  return wraps && inner.firstChild !== null ? withoutTime(inner.firstChild) : inner;
}

/** https://prometheus.io/docs/prometheus/latest/querying/functions/: those that take a range vector. */
const OVER_RANGES =
  /^(?:\w+_over_time|i?rate|i?delta|increase|deriv|changes|resets|predict_linear|double_exponential_smoothing)$/;

/** The most frequent slip that a parser lets through: `rate(a)`. */
function rangeFault(parsed: SyntaxNode, text: string): SyntaxFault | undefined {
  const cursor = parsed.cursor();
  do {
    if (cursor.name !== 'FunctionCall') continue;
    const [identifier] = childrenOf(cursor.node, 'FunctionIdentifier');
    const [body] = childrenOf(cursor.node, 'FunctionCallBody');
    const name = text.slice(identifier?.from, identifier?.to);
    const bare = body === undefined ? undefined : childrenOf(body, 'VectorSelector')[0];
    if (bare === undefined || !OVER_RANGES.test(name)) continue;
    const written = text.slice(bare.from, bare.to);
    return {
      message: `${name} needs a range`,
      expected: `samples over a range, such as ${written}[5m]`,
      got: written,
      do: 'add the range in brackets',
      from: bare.from,
      to: bare.to,
    };
  } while (cursor.next() && cursor.from < parsed.to);
  return undefined;
}
