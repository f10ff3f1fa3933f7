/**
 * Pages in the text format of Prometheus (https://prometheus.io/docs/instrumenting/exposition_formats) and of OpenMetrics
 * (https://github.com/prometheus/OpenMetrics/blob/main/specification/OpenMetrics.md), read strictly: one line that is
 * neither makes the page unreadable. Pure, in linear time.
 */

export interface PageSample {
  readonly name: string;
  readonly labels: ReadonlyMap<string, string>;
  /** As written: it may be NaN or infinite. */
  readonly value: number;
  /** In the unit of the page: milliseconds, in OpenMetrics (which ends in `# EOF`) seconds. */
  readonly timestamp?: number;
}

export type Page =
  | { readonly kind: 'read'; readonly samples: readonly PageSample[]; readonly isOpenMetrics: boolean }
  | { readonly kind: 'unreadable'; readonly line: number };

export function samplesOf(text: string): Page {
  const samples: PageSample[] = [];
  const lines = text.split('\n');
  let ended = false;
  for (const [index, raw] of lines.entries()) {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    if (line.trim() === '') continue;
    if (ended) return { kind: 'unreadable', line: index + 1 };
    if (line.startsWith('#')) ended = line.trimEnd() === '# EOF';
    else {
      const sample = sampleOf(line);
      if (sample === undefined) return { kind: 'unreadable', line: index + 1 };
      samples.push(sample);
    }
  }
  return { kind: 'read', samples, isOpenMetrics: ended };
}

const nameAtStart = /^[ \t]*([A-Za-z_:][A-Za-z0-9_:]*)[ \t]*/u;
const label = /([A-Za-z_][A-Za-z0-9_]*)[ \t]*=[ \t]*"((?:[^"\\\n]|\\.)*)"[ \t]*(,?)[ \t]*/uy;
const exemplar = /^[ \t]+#[ \t]+\{[^{}]*\}[ \t]+[^ \t]+(?:[ \t]+[^ \t]+)?[ \t]*$/u;

function sampleOf(line: string): PageSample | undefined {
  const [head = '', name = ''] = nameAtStart.exec(line) ?? [];
  if (name === '') return undefined;
  const labels = new Map<string, string>();
  const after = line[head.length] === '{' ? labelsOf(line, head.length + 1, labels) : head.length;
  if (after === undefined) return undefined;
  const rest = line.slice(after);
  const marked = rest.indexOf(' # ');
  if (marked >= 0 && !exemplar.test(rest.slice(marked))) return undefined;
  const [value = '', timestamp, ...more] = (marked < 0 ? rest : rest.slice(0, marked)).trim().split(/[ \t]+/u);
  const [read, at] = [numberOf(value), timestamp === undefined ? undefined : numberOf(timestamp)];
  if (read === undefined || more.length > 0 || (timestamp !== undefined && !Number.isFinite(at))) return undefined;
  return at === undefined ? { name, labels, value: read } : { name, labels, value: read, timestamp: at };
}

/** Where the line goes on after `}`; undefined when the labels are broken or one stands twice. */
function labelsOf(line: string, from: number, into: Map<string, string>): number | undefined {
  let at = from;
  let goesOn = true;
  while (line[at] === ' ' || line[at] === '\t') at += 1;
  while (line[at] !== '}') {
    label.lastIndex = at;
    const found = label.exec(line);
    const [whole = '', name = '', value = '', comma] = found ?? [];
    if (found === null || !goesOn || into.has(name)) return undefined;
    into.set(name, unescaped(value));
    goesOn = comma === ',';
    at += whole.length;
  }
  return at + 1;
}

/** Only these three have a meaning; a backslash before anything else is itself. */
function unescaped(value: string): string {
  return value.replace(/\\([\\"n])/gu, (_, sign: string) => (sign === 'n' ? '\n' : sign));
}

/** As Go's ParseFloat reads decimal numbers. */
function numberOf(text: string): number | undefined {
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/iu.test(text)) return Number(text);
  if (/^nan$/iu.test(text)) return Number.NaN;
  const infinite = /^([+-]?)inf(?:inity)?$/iu.exec(text);
  if (infinite === null) return undefined;
  return infinite[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}
