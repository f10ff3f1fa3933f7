/** One thing that a scanner found, whatever the scanner: the model that everything behind the readers knows. */

/** Worst first. */
export const severities = ['critical', 'high', 'medium', 'low'] as const;
export type Severity = (typeof severities)[number];

export type Category = 'secret' | 'dependency' | 'code' | 'manifest' | 'contract';

/** In the file as the checkout has it. Lines and columns from 1; a column counts UTF-16 code units. */
export interface Location {
  /** From the top of the repository, with `/`. */
  readonly path: string;
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  /** Behind the last sign. */
  readonly endColumn?: number;
}

export interface PackageFact {
  /** https://github.com/package-url/purl-spec, with the version that is installed: `pkg:npm/%40acme/forms@5.1.0`. */
  readonly purl: string;
  readonly name: string;
  /** Installed; null where the report does not say. */
  readonly version: string | null;
  /** Affected versions in the words of the advisory: `<2.3.4`. */
  readonly range: string | null;
  /** First version that mends it; null where there is none, or none is told. */
  readonly fixed: string | null;
  /** From the direct dependency down to the package, without it: names, as `["order-forms", "xml-tools"]`. */
  readonly via: readonly string[];
}

/** As a reader gives it: nothing is decided yet. Texts are outside data; a secret's value is in none of them. */
export interface RawFinding {
  readonly category: Category;
  /** In the scanner's words: `B602`, `aws-access-token`, `GHSA-2f4h-9q7m-c3vx`. */
  readonly rule: string;
  /** What is there, in a few words, without severity and place: `AWS access key`. */
  readonly title: string;
  /** null: the scanner gives none. */
  readonly severity: Severity | null;
  readonly message: string;
  readonly location: Location | null;
  readonly package?: PackageFact;
  /** Ids and aliases as they are written officially: `GHSA-…`, `CVE-…`, `PYSEC-…`. The first is the one that people see. */
  readonly advisories: readonly string[];
  /** A command that mends it. */
  readonly fix?: string;
  /** The source at the location, for identity alone; of a secret it has `identity` marks where the value was. */
  readonly snippet?: string;
  /** Of a secret's value, by `digestOf` of masking/digest.ts: for comparing within one run; it is never written. */
  readonly secretDigest?: string;
  /** Page of the rule or the advisory. */
  readonly helpUri?: string;
  /** Numbers of weaknesses: `CWE-798`. */
  readonly cwe?: readonly string[];
  /** As the scanner itself gives them (SARIF partialFingerprints, gitleaks' Fingerprint). */
  readonly fingerprints?: Readonly<Record<string, string>>;
  /** A commit of the history, when the finding is not in the checkout. */
  readonly commit?: string;
  /** The scanner itself says that it is let through, as SARIF's `suppressions` do. */
  readonly suppressedBy?: { readonly kind: 'in-source' | 'external'; readonly reason?: string };
}

/** Why there is no answer. */
export interface Trouble {
  readonly expected: string;
  readonly got: string;
  /** What to do. */
  readonly mend: string;
  readonly place?: { readonly file: string; readonly line?: number; readonly column?: number };
}

/** What one report says. */
export interface ReportContent {
  readonly findings: readonly RawFinding[];
  /** Values of secrets that the report holds, so that they can be kept out of all that is written. Never printed. */
  readonly secrets: readonly string[];
  /** Of the tool, when the report says it. */
  readonly version: string | null;
  /** Name of the tool, when the report says it (SARIF). */
  readonly tool?: string;
  /** How much was looked at, for people: `812 packages`; null where the report does not say. */
  readonly seen: string | null;
}

/** No whole answer, and why. The scanner's outcome is `error` (or not-run), whatever was found besides. */
export interface NoAnswer {
  readonly trouble: Trouble;
  /** Each of several, of which `trouble` tells together. */
  readonly troubles?: readonly Trouble[];
  /** What was found all the same, when only a part gave no answer: shown and gated too, and never enough for "clean". */
  readonly found?: ReportContent;
}

/** A report that was read, or why it is no answer. Never "nothing found" for what could not be read. */
export type ReportRead = ReportContent | NoAnswer;

export function isTrouble(read: ReportRead): read is NoAnswer {
  return 'trouble' in read;
}
