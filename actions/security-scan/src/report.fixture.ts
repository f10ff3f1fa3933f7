/** Three runs for people to look at, as facts: red, green, unknown. Example data: every name, figure and advisory is invented. */

import type { Host } from '@shipgate/kit/host';
import { readHost } from '@shipgate/kit/host';
import { annotationText, reportAnnotations } from '@shipgate/kit/report/annotations';
import { reportSummary } from '@shipgate/kit/report/summary';
import { reportToTerminal } from '@shipgate/kit/report/terminal';
import type { Effect, ReportView } from '@shipgate/kit/report/view';
import { wholeText } from '@shipgate/kit/report/view';
import { buildVerdict } from '@shipgate/kit/verdict';
import type { Reason, Verdict } from '@shipgate/schemas';
import {
  allowEntry,
  factsOf,
  foundSecret,
  identified,
  scannerFacts,
  trouble,
  vulnerablePackage,
} from './decide.fixture.ts';
import { decide } from './decide.ts';
import type { Facts } from './facts.ts';
import type { RawFinding } from './finding.ts';
import type { IdentifiedFinding } from './identity/identified.ts';
import { codeOrder } from './reasons.ts';
import { type ReportInput, report } from './report.ts';

export const HEAD = '9b41c7e2d05f8a63b1c4e7f09a2d5b8c6e3f1a70';
const PINNED = '3f1c9e0b7a5d4c2e8f6a1b0d9c7e5f3a2b4d6c81';

export const githubHost: Host = readHost(
  {
    GITHUB_ACTIONS: 'true',
    GITHUB_REPOSITORY: 'acme/order-service',
    GITHUB_SHA: HEAD,
    GITHUB_ACTION_REPOSITORY: 'OWNER/REPO',
    GITHUB_ACTION_REF: PINNED,
    GITHUB_WORKSPACE: '/workspace',
    RUNNER_TEMP: '/temp',
  },
  '/workspace',
);

export const terminalHost: Host = readHost({}, '/folder');

/** What the gate makes of facts, and the verdict that the kit makes of it. */
export function told(facts: Facts, changes: Partial<ReportInput> = {}) {
  const decision = decide(facts);
  const result = report({
    facts,
    decision,
    subject: { repository: 'acme/order-service', service: 'order-service', commit: HEAD },
    policyCommit: facts.base?.sha ?? null,
    host: githubHost,
    now: new Date('2026-11-20T14:00:00Z'),
    files: [],
    docs: (code) => `https://github.com/OWNER/REPO/blob/${PINNED}/docs/reasons/security-scan/${code}.md`,
    ...changes,
  });
  const startedAt = new Date('2026-11-20T14:00:00Z');
  const verdict = buildVerdict({
    gate: 'security-scan',
    version: '1.0.0',
    subject: result.subject ?? {},
    reasons: result.reasons,
    proofs: result.proofs,
    evidence: result.evidence,
    headline: result.headline,
    codeOrder,
    keepsOrder: result.keepsOrder,
    startedAt,
    finishedAt: new Date(startedAt.getTime() + 2900),
  });
  return { decision, result, verdict, view: result.view };
}

const options = { color: false, json: false, outputDirectory: '/temp/out', shownDirectory: 'out' };

interface Made {
  readonly verdict: Verdict;
  readonly view: ReportView;
}

/** The page of a job. */
export function pageOf({ verdict, view }: Made): string {
  const page = reportSummary(verdict, view, githubHost, options).find(({ kind }) => kind === 'file');
  return page?.kind === 'file' ? wholeText(page.text) : '';
}

/** The end of a run in a terminal. */
export function terminalOf({ verdict, view }: Made, host: Host = terminalHost): string {
  return reportToTerminal(verdict, view, host, options).flatMap(linesOf).join('\n');
}

/** Lines of commands that the runner obeys. */
export function annotationsOf({ verdict, view }: Made): readonly string[] {
  return reportAnnotations(verdict, view, githubHost, options).flatMap(linesOf);
}

/** Title and message of one reason in the pull request. */
export function annotationOf(reason: Reason): { readonly title: string; readonly message: string } {
  return annotationText('security-scan', reason);
}

function linesOf(effect: Effect): readonly string[] {
  if (effect.kind === 'print') return effect.lines;
  return effect.kind === 'command' ? [effect.line] : [];
}

const embedded = [
  scannerFacts({ name: 'secrets', version: '1.0.0', seen: '1,204 files, 9.6 MB', durationMs: 400 }),
  scannerFacts({ name: 'manifests', version: '1.0.0', seen: '9 objects, 14 rules', durationMs: 100 }),
] as const;

const semgrep = scannerFacts({
  name: 'semgrep',
  version: '1.139.0',
  outcome: 'findings',
  findings: 1,
  seen: '318 files',
  source: 'report',
  file: 'reports/semgrep.sarif',
});

const oldPackage = (name: string, id: string, severity: RawFinding['severity']): IdentifiedFinding =>
  identified(
    vulnerablePackage({
      rule: id,
      advisories: [id],
      severity,
      title: 'Denial of service',
      package: { purl: `pkg:npm/${name}@1.8.0`, name, version: '1.8.0', range: '<1.9.0', fixed: '1.9.0', via: [] },
      fix: `npm update ${name}`,
    }),
    { isKnown: true },
  );

const suppressed = identified(
  vulnerablePackage({
    rule: 'GHSA-7q2p-mm4x-c3vj',
    advisories: ['GHSA-7q2p-mm4x-c3vj'],
    title: 'table-press 2.3.0 reads any file',
  }),
);

const known: readonly IdentifiedFinding[] = [
  oldPackage('old-queue', 'GHSA-9r8w-3hjc-p6gf', 'high'),
  oldPackage('order-forms', 'GHSA-4vfx-82qm-jr6c', 'medium'),
  identified(
    {
      category: 'code',
      rule: 'go.lang.sql-format',
      title: 'SQL is built from text',
      severity: 'medium',
      message: 'a value is formatted into a query',
      location: { path: 'internal/report/report.go', line: 77, column: 3 },
      advisories: [],
    },
    { scanner: 'semgrep', isKnown: true, fingerprint: '3f1c9e0b7a5d4c2e8f6a1b0d9c7e5f3a' },
  ),
];

const entry = allowEntry({ advisory: 'GHSA-7q2p-mm4x-c3vj' });
const npm = scannerFacts({ outcome: 'findings', findings: 3 });

export const greenFacts: Facts = factsOf({
  policy: { allow: [entry] },
  scanners: [embedded[0], npm, embedded[1], semgrep],
  findings: [...known, suppressed],
  today: '2027-01-20',
});

const exploited = identified(
  vulnerablePackage({
    title: 'fast-order-xml 2.3.1 reads files outside its folder',
    advisories: ['GHSA-2f4h-9q7m-c3vx', 'CVE-2026-12345'],
    location: { path: 'frontend/package-lock.json', line: 4187, column: 5 },
    package: {
      purl: 'pkg:npm/fast-order-xml@2.3.1',
      name: 'fast-order-xml',
      version: '2.3.1',
      range: '<2.3.4',
      fixed: '2.3.4',
      via: ['order-forms'],
    },
    fix: 'cd frontend && npm update fast-order-xml',
  }),
);

export const redFacts: Facts = factsOf({
  policy: { allow: [entry] },
  scanners: [
    { ...embedded[0], outcome: 'findings', findings: 1 },
    scannerFacts({ outcome: 'findings', findings: 4 }),
    embedded[1],
    semgrep,
  ],
  findings: [identified(foundSecret(), { scanner: 'secrets' }), exploited, ...known, suppressed],
  kev: { date: '2026-11-14', cves: new Set(['CVE-2026-12345']) },
});

export const unknownFacts: Facts = factsOf({
  scanners: [
    embedded[0],
    scannerFacts({
      outcome: 'error',
      findings: null,
      seen: '0 of 812 packages',
      trouble: { ...trouble, place: { file: 'frontend/package-lock.json' } },
    }),
    embedded[1],
    { ...semgrep, outcome: 'clean', findings: 0 },
  ],
});
