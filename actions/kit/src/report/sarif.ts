/** SARIF 2.1.0 (OASIS), as GitHub's code scanning reads it (docs.github.com, "SARIF support for code scanning"). */
import { createHash } from 'node:crypto';
import type { Reason, Verdict } from '@shipgate/schemas';
import { jsonText } from '../escape.ts';
import { markdownSentence, plainSentence } from './sentence.ts';
import type { Reporter } from './view.ts';

export const sarifName = 'results.sarif';

export const reportSarif: Reporter = (verdict, _view, host) => [
  { kind: 'file', name: sarifName, text: jsonText(sarifOf(verdict, host.serverUrl)) },
];

/** Reasons with a place are results; those without one are notifications of the run, since GitHub refuses them as results. */
export function sarifOf(verdict: Verdict, serverUrl: string): object {
  const placed = verdict.reasons.filter(({ location }) => location !== undefined);
  const codes = [...new Set(verdict.reasons.map(({ code }) => code))];
  const fingerprints = fingerprintsOf(verdict.gate, placed);
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: verdict.gate,
            version: verdict.tool.version,
            rules: codes.map((code) => ruleOf(verdict, code)),
          },
        },
        automationDetails: { id: sarifCategory([verdict.gate], verdict.subject) },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The top of the repository.' } } },
        ...(verdict.subject.commit === undefined || verdict.subject.repository === undefined
          ? {}
          : {
              versionControlProvenance: [
                { repositoryUri: `${serverUrl}/${verdict.subject.repository}`, revisionId: verdict.subject.commit },
              ],
            }),
        invocations: [
          {
            executionSuccessful: verdict.outcome !== 'unknown',
            startTimeUtc: verdict.startedAt,
            endTimeUtc: verdict.finishedAt,
            toolExecutionNotifications: verdict.reasons
              .filter(({ location }) => location === undefined)
              .map((reason) => ({
                level: levelOf(reason),
                message: messageOf(reason),
                associatedRule: { id: reason.code },
              })),
          },
        ],
        results: placed.map((reason, index) => resultOf(reason, codes.indexOf(reason.code), fingerprints[index] ?? '')),
      },
    ],
  };
}

/**
 * Of two analyses with one category GitHub keeps the later, so every service, environment and folder has its own:
 * https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning#runautomationdetails-object
 * `gate` may have names of parts behind it, as `['security-scan', 'bandit']`.
 */
export function sarifCategory(gate: readonly string[], { service, environment, path }: Verdict['subject']): string {
  const parts = [...gate, service, environment, path].filter((part) => part !== undefined);
  return `${parts.map(uriPart).join('/')}/`;
}

/** A path from the top of the repository as a relative URI. */
export function sarifUri(path: string): string {
  // Most paths are what they would become.
  return /[^\w./~-]/.test(path) ? path.split('/').map(uriPart).join('/') : path;
}

function uriPart(name: string): string {
  return encodeURIComponent(name.replace(/\p{Cs}/gu, '\ufffd'));
}

function levelOf({ severity }: Reason): 'error' | 'warning' | 'note' {
  return severity === 'data-loss' ? 'error' : severity;
}

function messageOf(reason: Reason): { text: string } {
  return { text: `${plainSentence(reason.title)}. Seen: ${plainSentence(reason.seen)}` };
}

/** A rule says what its first (worst) reason says; the page has the rest. */
function ruleOf(verdict: Verdict, code: string): object {
  const reason = verdict.reasons.find((each) => each.code === code);
  if (reason === undefined) return { id: code };
  const help = [`Hurts: ${reason.hurts}`, `Mend: ${reason.mend}`];
  return {
    id: code,
    shortDescription: { text: code.replaceAll('-', ' ') },
    ...(/^https?:\/\//.test(reason.docs) ? { helpUri: reason.docs } : {}),
    help: { text: help.map(plainSentence).join('\n'), markdown: help.map(markdownSentence).join('\n\n') },
    defaultConfiguration: { level: levelOf(reason) },
    properties: { tags: [verdict.gate] },
  };
}

function resultOf(reason: Reason, ruleIndex: number, fingerprint: string): object {
  const { file = '', line, column, endColumn } = reason.location ?? {};
  const uri = sarifUri(file);
  return {
    ruleId: reason.code,
    ruleIndex,
    level: levelOf(reason),
    message: messageOf(reason),
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri, uriBaseId: '%SRCROOT%' },
          region: { startLine: line ?? 1, startColumn: column, endColumn },
        },
      },
    ],
    partialFingerprints: { 'shipgateReason/v1': fingerprint },
    ...(reason.allowance === undefined ? {} : { suppressions: [suppressionOf(reason.allowance)] }),
  };
}

function suppressionOf(allowance: NonNullable<Reason['allowance']>): object {
  const until = allowance.expires === undefined ? '' : ` (until ${allowance.expires})`;
  return {
    kind: allowance.by === 'comment' ? 'inSource' : 'external',
    status: 'accepted',
    justification: `${plainSentence(allowance.reason)}${until}`,
  };
}

/** The same fault keeps its fingerprint when lines above it move: gate, code, file, title and line's text, and a count for twins. */
function fingerprintsOf(gate: string, reasons: readonly Reason[]): string[] {
  const seen = new Map<string, number>();
  return reasons.map((reason) => {
    const facts = [gate, reason.code, reason.location?.file, reason.title, reason.excerpt?.trim()];
    const hash = createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 32);
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    return `${hash}:${count}`;
  });
}
