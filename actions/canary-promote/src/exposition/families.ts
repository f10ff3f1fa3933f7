/**
 * Which sample belongs to which family. Faults are what leaves a count in doubt. A family that comes again behind its samples
 * is none: Go's default collectors tell a gauge and a counter that OpenMetrics calls by one name. Pure.
 */
import type { Descriptor } from './descriptor.ts';
import { type Exposed, type Family, type Format, LineFault } from './exposed.ts';
import { readValue } from './number.ts';

/** Endings of the samples of a family; OpenMetrics 1.0, Suffixes. */
const SUFFIXES: Readonly<Record<string, readonly string[]>> = {
  counter: ['_total', '_created'],
  histogram: ['_bucket', '_count', '_sum', '_created'],
  gaugehistogram: ['_bucket', '_gcount', '_gsum'],
  summary: ['', '_count', '_sum', '_created'],
  info: ['_info'],
};

interface Entry {
  readonly name: string;
  readonly words: { type?: string; help?: string; unit?: string };
  hasSamples: boolean;
}

type Words = Exclude<Descriptor, { kind: 'comment' | 'end' }>;

/** Throws LineFaults. */
export class Families {
  private readonly format: Format;
  /** The newest of each name. */
  private readonly entries = new Map<string, Entry>();
  /** By the names of their samples. */
  private readonly owners = new Map<string, Entry>();

  constructor(format: Format) {
    this.format = format;
  }

  get declared(): ReadonlyMap<string, Family> {
    const described = [...this.entries.values()].map(
      ({ name, words: { type, help, unit } }) => [name, { type, help, unit }] as const,
    );
    return new Map(described);
  }

  describe({ kind, name, text, at }: Words): void {
    const known = this.entries.get(name);
    const entry: Entry = known === undefined || known.hasSamples ? { name, words: {}, hasSamples: false } : known;
    if (entry.words[kind] !== undefined) throw new LineFault(`one ${kind} of ${name}`, 'a second one', at);
    entry.words[kind] = text;
    this.entries.set(name, entry);
    checkUnit(entry, at);
    if (kind !== 'type') return;
    for (const suffix of suffixesOf(text, this.format)) this.owners.set(`${name}${suffix}`, entry);
  }

  /** False for a sample that tells when its series began, which is no series. */
  takes({ name, labels }: Exposed): boolean {
    const entry = this.owners.get(name) ?? this.entries.get(name);
    if (entry === undefined) return true;
    entry.hasSamples = true;
    const { type } = entry.words;
    const suffix = name.slice(entry.name.length);
    // Of other types such a sample is known to be harmless: Micrometer tells quantiles beside the buckets of a histogram.
    if (this.format === 'openmetrics' && type === 'counter' && suffix === '') {
      throw new LineFault(`samples of the counter ${name} that end with _total`, name, 0);
    }
    if (suffix === '_bucket' && readValue(labels['le'] ?? '') === undefined) {
      throw new LineFault('a bucket with its bound as the label le', labels['le'] ?? 'none', 0);
    }
    return this.format === 'prometheus' || suffix !== '_created';
  }
}

/** Only a histogram's own endings are the same in Prometheus' text, where a counter has its samples' name. */
function suffixesOf(type: string, format: Format): readonly string[] {
  return format === 'prometheus' && type !== 'histogram' ? [''] : (SUFFIXES[type] ?? ['']);
}

/** OpenMetrics 1.0, Unit: the end of the name, and none for types without a number. */
function checkUnit({ name, words: { type, unit } }: Entry, at: number): void {
  if (unit === undefined || unit === '') return;
  if (!name.endsWith(`_${unit}`)) throw new LineFault(`a name that ends with _${unit}`, name, at);
  if (type === 'info' || type === 'stateset') throw new LineFault(`no unit of the ${type} ${name}`, unit, at);
}
