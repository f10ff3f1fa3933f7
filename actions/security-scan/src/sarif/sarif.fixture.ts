/** Decided findings of any kind, and what the writer makes of them. */
import type { ResultFile } from '@shipgate/kit/gate';
import { wholeText } from '@shipgate/kit/report/view';
import fc from 'fast-check';
import { scannerFacts } from '../decide.fixture.ts';
import type { DecidedFinding } from '../decided.ts';
import type { RawFinding } from '../finding.ts';
import { severities } from '../finding.ts';
import type { ScannerFacts } from '../scanner-facts.ts';
import type { SarifInput } from './input.ts';

export function decidedFinding(
  raw: Partial<RawFinding> = {},
  changes: Partial<Omit<DecidedFinding, 'finding'>> = {},
): DecidedFinding {
  const finding: RawFinding = {
    category: 'code',
    rule: 'B602',
    title: 'A shell runs the command',
    severity: 'high',
    message: 'subprocess call with shell=True',
    location: { path: 'src/app.py', line: 7, column: 5, endColumn: 20 },
    advisories: [],
    ...raw,
  };
  return {
    scanner: 'bandit',
    isKnown: false,
    alsoBy: [],
    fingerprint: '0123456789abcdef0123456789abcdef',
    content: 'fedcba9876543210fedcba9876543210',
    lineHash: 'c129715d7a2bc9a3:1',
    severity: finding.severity ?? 'high',
    state: 'new',
    kev: false,
    hasExpired: false,
    isBlocking: true,
    finding,
    ...changes,
  };
}

export function sarifInput(
  findings: readonly DecidedFinding[],
  scanners: readonly ScannerFacts[] = scannersOf(findings),
  changes: Partial<SarifInput> = {},
): SarifInput {
  return {
    version: '1.0.0',
    subject: {
      repository: 'acme/order-service',
      commit: '9b41c7e2d05f8a63b1c4e7f09a2d5b8c6e3f1a70',
      service: 'order-service',
    },
    serverUrl: 'https://github.com',
    startedAt: new Date('2026-11-28T10:00:00Z'),
    finishedAt: new Date('2026-11-28T10:00:03Z'),
    scanners,
    findings,
    isCompared: true,
    docs: (code) => `https://github.com/OWNER/REPO/blob/3f1c9e0b/docs/reasons/security-scan/${code}.md`,
    ...changes,
  };
}

function scannersOf(findings: readonly DecidedFinding[]): readonly ScannerFacts[] {
  const names = [...new Set(findings.map(({ scanner }) => scanner))];
  return names.map((name) => scannerFacts({ name, version: '1.9.4', outcome: 'findings', findings: 1 }));
}

/** The parts of a log that the tests look at. */
export interface Log {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: {
      readonly driver: { readonly name: string; readonly version: string; readonly rules: readonly Rule[] };
    };
    readonly automationDetails: { readonly id: string };
    readonly invocations: readonly {
      readonly executionSuccessful: boolean;
      readonly toolExecutionNotifications?: readonly {
        readonly level: string;
        readonly message: { readonly text: string };
      }[];
    }[];
    readonly results: readonly Result[];
  }[];
}

interface Rule {
  readonly id: string;
  readonly name: string;
  readonly helpUri?: string;
  readonly properties: { readonly 'security-severity': string; readonly tags: readonly string[] };
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly baselineState?: string;
  readonly suppressions?: readonly object[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly locations?: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string };
      readonly region: Readonly<Record<string, number>>;
    };
  }[];
}

export function logOf(files: readonly ResultFile[], name: string): Log {
  return JSON.parse(wholeText(files.find((file) => file.name === name)?.text ?? 'null'));
}

/** Notifications of a run: `error: text`. */
export function saidBy(run: Log['runs'][number] | undefined): readonly string[] {
  const notifications = run?.invocations[0]?.toolExecutionNotifications ?? [];
  return notifications.map(({ level, message }) => `${level}: ${message.text}`);
}

/** Text as a hostile scanner gives it. */
export const outsideText = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '',
    ' ',
    '\n',
    '\u202e',
    '::error::x',
    '##[group]x',
    '[x](1)',
    '{0}',
    '\ud800',
    '/',
    '../a',
    'a'.repeat(3_000),
  ),
);
const number = fc.option(fc.constantFrom(0, 1, 2, 7, 1.5, -1, 2 ** 31, 2 ** 53, Number.NaN), { nil: undefined });
const location = fc.record({
  path: outsideText.map((text) => text || 'a'),
  line: number,
  column: number,
  endLine: number,
  endColumn: number,
});
const given = <Value>(from: Readonly<Record<string, Value>>) =>
  Object.fromEntries(Object.entries(from).filter(([, value]) => value !== undefined));

/** Any finding that a reader could give, decided in any way. */
export const anyDecided: fc.Arbitrary<DecidedFinding> = fc
  .record({
    category: fc.constantFrom('secret', 'dependency', 'code', 'manifest', 'contract') satisfies fc.Arbitrary<
      RawFinding['category']
    >,
    rule: outsideText,
    title: outsideText,
    message: outsideText,
    place: fc.option(location),
    advisories: fc.array(outsideText, { maxLength: 12 }),
    cwe: fc.array(fc.oneof(outsideText, fc.constantFrom('CWE-79', 'CWE-798')), { maxLength: 12 }),
    helpUri: fc.option(fc.oneof(outsideText, fc.webUrl()), { nil: undefined }),
    version: fc.option(outsideText),
    scanner: fc.constantFrom('bandit', 'npm-audit', 'Semgrep OSS', 'a/b', 'a-b', ' ', 'é'),
    severity: fc.constantFrom(...severities),
    state: fc.constantFrom('new', 'known', 'suppressed') satisfies fc.Arbitrary<DecidedFinding['state']>,
    kev: fc.boolean(),
    isKnown: fc.boolean(),
  })
  .map(({ place, version, helpUri, scanner, severity, state, kev, isKnown, ...raw }) =>
    decidedFinding(
      {
        ...raw,
        ...(helpUri === undefined ? {} : { helpUri }),
        location:
          place === null
            ? null
            : {
                path: place.path,
                ...given({
                  line: place.line,
                  column: place.column,
                  endLine: place.endLine,
                  endColumn: place.endColumn,
                }),
              },
        ...(raw.category === 'dependency'
          ? { package: { purl: 'pkg:npm/a@1', name: raw.rule, version, range: version, fixed: version, via: [] } }
          : {}),
      },
      { scanner, severity, state, kev, isKnown, ...(state === 'suppressed' ? { inlineReason: raw.message } : {}) },
    ),
  );
