/** Writes what the parser has to read again: both formats, with every escape and freedom that they have. */
import type { Exposed, Family, Format } from './exposed.ts';

export interface Written {
  readonly families: ReadonlyMap<string, Family>;
  readonly series: readonly Exposed[];
  /** Behind the samples, by their index. */
  readonly exemplars?: readonly (string | undefined)[];
}

export function written({ families, series, exemplars = [] }: Written, format: Format): string {
  const described = [...families].flatMap(([name, family]) => descriptors(name, family, format));
  const samples = series.map((sample, s) => {
    const exemplar = format === 'openmetrics' ? exemplars[s] : undefined;
    return `${sampleText(sample, format)}${exemplar === undefined ? '' : ` # ${exemplar}`}`;
  });
  const end = format === 'openmetrics' ? ['# EOF'] : [];
  return [...described, ...samples, ...end, ''].join('\n');
}

function descriptors(name: string, { type, help, unit }: Family, format: Format): readonly string[] {
  const shown = nameText(name, METRIC);
  const escaped = help?.replace(/\\/g, '\\\\').replace(/\n/g, '\\n');
  return [
    ...(escaped === undefined
      ? []
      : [`# HELP ${shown} ${format === 'openmetrics' ? escaped.replace(/"/g, '\\"') : escaped}`]),
    ...(type === undefined ? [] : [`# TYPE ${shown} ${type}`]),
    ...(unit === undefined ? [] : [`# UNIT ${shown} ${unit}`]),
  ];
}

const METRIC = /^[A-Za-z_:][A-Za-z0-9_:]*$/;
const LABEL = /^[A-Za-z_][A-Za-z0-9_]*$/;

function nameText(name: string, plain: RegExp): string {
  return plain.test(name) ? name : quoted(name);
}

function quoted(text: string): string {
  return `"${text.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n')}"`;
}

function sampleText({ name, labels, value, time }: Exposed, format: Format): string {
  const pairs = Object.entries(labels).map(([label, text]) => `${nameText(label, LABEL)}=${quoted(text)}`);
  const series = METRIC.test(name)
    ? `${name}${pairs.length === 0 ? '' : `{${pairs.join(',')}}`}`
    : `{${[quoted(name), ...pairs].join(',')}}`;
  const stamp = time === undefined ? '' : ` ${format === 'openmetrics' ? time / 1000 : time}`;
  return `${series} ${valueText(value)}${stamp}`;
}

function valueText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  return Object.is(value, -0) ? '-0' : String(value);
}
