/** An entry of `checklist.evidence` in `.github/shipgate.yml`, by kind. Texts of durations, shares and thresholds are as written. */
import type { ChecklistEvidenceEntry } from '@shipgate/schemas';

export type ReportFormat =
  | 'junit'
  | 'cobertura'
  | 'lcov'
  | 'coverage-py'
  | 'k6'
  | 'pylint'
  | 'mypy'
  | 'flake8'
  | 'black'
  | 'tsc'
  | 'eslint'
  | 'npm-audit'
  | 'pip-audit'
  | 'sarif';

interface Entry {
  /** Ids of items, or ends of ids from a `/` on that only one item has. */
  readonly items: readonly string[];
  /** Longest age: `7d`, `24h`. */
  readonly freshness?: string;
  /** Instead of what the item's text says: `> 80%`, `< 200ms`, `>= 30d`, `== 0`. */
  readonly threshold?: string;
}

export interface GateEntry extends Entry {
  readonly kind: 'gate';
  readonly gate: 'migrate-gate' | 'security-scan' | 'canary-promote';
  /** Of which the verdict has to be, when it names one. Default: that of the run. */
  readonly environment?: string;
}

export interface ReportEntry extends Entry {
  readonly kind: 'report';
  readonly format: ReportFormat;
  readonly file: string;
  /** Which of the report's measures, as `lines`, `branches`, `p95`, `http_req_duration.p(95)`; the format's own default without it. */
  readonly measure?: string;
  /** A file that holds the commit of which the report was made. */
  readonly 'commit-file'?: string;
}

export interface MetricEntry extends Entry {
  readonly kind: 'metric';
  /** A server with the API of Prometheus, or with `scrape: true` a page in its text format. */
  readonly url: string;
  /** PromQL; for a page a selector as `http_requests_total{code="500"}`. `$version`, `$commit`, `$environment` and `$window` are put in. */
  readonly query: string;
  readonly scrape?: boolean;
  /** Name of the environment variable with a bearer token. */
  readonly 'token-env'?: string;
  readonly window?: string;
  /** A label that must name this version or commit. */
  readonly 'subject-label'?: string;
}

export interface HttpEntry extends Entry {
  readonly kind: 'http';
  readonly url: string;
  /** Default 200. */
  readonly status?: number;
  /** Least days until the certificate ends. */
  readonly 'tls-days-left'?: number;
  /** Strict-Transport-Security with a max-age of at least this. */
  readonly hsts?: string;
  /** Access-Control-Allow-Origin is one of these for a request from it, and neither `*` nor an echo for a foreign origin. */
  readonly cors?: readonly string[];
  /** Headers, each with an RE2 that its value must match. */
  readonly headers?: Readonly<Record<string, string>>;
  /** RE2 that the body must match. */
  readonly matches?: string;
  /** The body is a page in the text format of Prometheus with at least one sample. */
  readonly 'prometheus-page'?: boolean;
  /** Plain http answers with a redirect to https. */
  readonly 'redirects-to-https'?: boolean;
  /** JSON pointer to the version or commit in the body, which must be the subject's. */
  readonly 'version-at'?: string;
  /** Default 10s. */
  readonly timeout?: string;
}

export interface ManifestEntry extends Entry {
  readonly kind: 'manifest';
  /** Names of rules, or `kind/name` of users' own policies. All objects must hold, and at least one must be judged. */
  readonly rules: readonly string[];
}

export interface FileEntry extends Entry {
  readonly kind: 'file';
  /** From the top of the repository. `*` and `**` match; all files must hold. */
  readonly file: string;
  /** RE2, multi-line: somewhere in the file. Several: each. */
  readonly matches?: readonly string[];
  /** RE2 that must be nowhere in the file. */
  readonly 'matches-not'?: readonly string[];
  /** A heading or line that names this version, with text below it. */
  readonly 'has-version'?: boolean;
  /** RE2 with one group: the newest ISO date in it counts for `freshness`. */
  readonly dated?: string;
  /** CEL over `document` (the first) and `documents` of a YAML or JSON file; must be true. */
  readonly holds?: string;
  /** CEL that gives a number, or a text with unit, to be compared with the threshold. */
  readonly value?: string;
  /** Paths that must be in the repository too: each value of this CEL list. */
  readonly names?: string;
}

export interface CommandEntry extends Entry {
  readonly kind: 'command';
  /** Program and arguments: no shell. */
  readonly command: readonly [string, ...string[]];
  /** Default 5m. */
  readonly timeout?: string;
  /** Default [0]. */
  readonly 'exit-codes'?: readonly number[];
  /** RE2 with one group in stdout: the number to compare with the threshold. */
  readonly value?: string;
  /** From the top of the repository. */
  readonly folder?: string;
}

export interface AttestationEntry extends Entry {
  readonly kind: 'attestation';
  /** An in-toto statement, a DSSE envelope, a Sigstore bundle, or JSON lines of them. */
  readonly file: string;
  readonly 'predicate-type': string;
  /** Which subject must be ours. Default commit. */
  readonly subject?: 'commit' | 'image';
  /** PEM file of the public key that must have signed; without it the statement must lie outside the repository's history. */
  readonly key?: string;
  /** CEL over `predicate`; must be true. */
  readonly holds?: string;
}

export type EvidenceEntry =
  | GateEntry
  | ReportEntry
  | MetricEntry
  | HttpEntry
  | ManifestEntry
  | FileEntry
  | CommandEntry
  | AttestationEntry;

/** An entry as the file has it, by kind; the schema and its checks have judged it. */
export function entryOf(written: ChecklistEvidenceEntry): EvidenceEntry {
  const { item, items = [], matches, 'matches-not': not, ...rest } = written;
  const patterns = listOf(matches);
  const entry = {
    ...rest,
    items: item === undefined ? items : [item],
    // A page has one pattern, a file may have several.
    ...(patterns === undefined ? {} : { matches: written.kind === 'http' ? patterns[0] : patterns }),
    ...(not === undefined ? {} : { 'matches-not': listOf(not) }),
  };
  // The one cast: which keys a kind needs and may have is checked where the file is read (evidence-faults.ts).
  return entry as EvidenceEntry;
}

function listOf(value: string | readonly string[] | undefined): readonly string[] | undefined {
  return typeof value === 'string' ? [value] : value;
}
