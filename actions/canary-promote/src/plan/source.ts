/** Where counts come from, as the plan says it. It is no part of the plan's hash: an address may change in mid-rollout. */
import type { CanarySource } from '@shipgate/schemas';
import * as presets from './presets.ts';
import { seconds } from './written.ts';

export type SourceOptions = PrometheusOptions | ScrapeOptions | RecordedOptions;

/** `…Env` are names of environment variables. */
export interface PrometheusOptions {
  readonly kind: 'prometheus';
  readonly url: string;
  readonly tokenEnv: string | undefined;
  /** Holds user:password. */
  readonly basicEnv: string | undefined;
  /** Header -> variable. */
  readonly headersEnv: Readonly<Record<string, string>>;
  /** PEM files, from the top of the repository. */
  readonly caFile: string | undefined;
  readonly certFile: string | undefined;
  readonly keyFile: string | undefined;
  /** Seconds. */
  readonly timeout: number;
}

export interface ScrapeOptions {
  readonly kind: 'scrape';
  readonly targets: readonly ScrapeTarget[];
  /** Seconds. */
  readonly timeout: number;
}

export interface ScrapeTarget {
  readonly url: string;
  readonly pod: string;
  readonly arm: 'canary' | 'stable';
}

export interface RecordedOptions {
  readonly kind: 'recorded';
  readonly file: string;
}

/** Undefined when the plan names no source. */
export function resolveSource(source: CanarySource | undefined): SourceOptions | undefined {
  if (source === undefined) return undefined;
  const timeout = seconds(source.timeout ?? presets.sourceTimeout);
  if (source.kind === 'scrape') return { kind: 'scrape', targets: source.targets ?? [], timeout };
  if (source.kind === 'recorded') return { kind: 'recorded', file: source.file ?? '' };
  return {
    kind: 'prometheus',
    url: source.url ?? '',
    tokenEnv: source['token-env'],
    basicEnv: source['basic-env'],
    headersEnv: source['headers-env'] ?? {},
    caFile: source['ca-file'],
    certFile: source['cert-file'],
    keyFile: source['key-file'],
    timeout,
  };
}
