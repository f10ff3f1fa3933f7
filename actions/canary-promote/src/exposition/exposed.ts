/** What a service says of itself when it is scraped. */

/** `prometheus`: text 0.0.4, with the quoted names of 1.0.0; `openmetrics`: OpenMetrics 1.0.0 text. */
export type Format = 'prometheus' | 'openmetrics';

export interface Exposition {
  /** In the order of the text, `_created` of OpenMetrics left out. */
  readonly series: readonly Exposed[];
  /** By name, those with a descriptor. */
  readonly families: ReadonlyMap<string, Family>;
}

export interface Exposed {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
  /** Milliseconds since the epoch, where the sample tells its own age. */
  readonly time: number | undefined;
}

export interface Family {
  readonly type: string | undefined;
  readonly help: string | undefined;
  readonly unit: string | undefined;
}

/** Why a text cannot be read; `line` and `column` (in characters) count from 1. */
export interface ExpositionFault {
  readonly expected: string;
  /** A part of the text, cut; not escaped. */
  readonly got: string;
  readonly line: number;
  readonly column: number;
}

/** A fault on the way, at an index of its line. */
export class LineFault extends Error {
  readonly expected: string;
  readonly got: string;
  readonly at: number;

  constructor(expected: string, got: string, at: number) {
    super(`expected ${expected}, got ${got}`);
    this.expected = expected;
    this.got = got;
    this.at = at;
  }
}
