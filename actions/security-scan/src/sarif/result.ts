/** Results of a run. */
import { cut } from '@shipgate/kit/escape';
import { sarifUri } from '@shipgate/kit/report/sarif';
import type { DecidedFinding } from '../decided.ts';
import type { Location } from '../finding.ts';
import { CONTENT, IDENTITY } from '../identity/identify.ts';
import { resultLine } from './document.ts';
import { levelOf, ruleIdOf } from './rule.ts';
import { ended, LONGEST, plainText, sentence } from './text.ts';

/** For code scanning: what GitHub reads, and no more. In one line. */
export function uploadedLine(decided: DecidedFinding, ruleIndex: number): string {
  return resultLine(messageOf(decided), uploadedResult(decided, ruleIndex));
}

/** Without its message. */
function uploadedResult(decided: DecidedFinding, ruleIndex: number): object {
  const { finding, severity, fingerprint, content, lineHash } = decided;
  return {
    ruleId: ruleIdOf(decided),
    ruleIndex,
    level: levelOf(severity),
    ...(isPlaced(decided) && finding.location !== null ? { locations: [locationOf(finding.location)] } : {}),
    partialFingerprints: {
      ...(lineHash === undefined ? {} : { primaryLocationLineHash: lineHash }),
      [IDENTITY]: fingerprint,
      [CONTENT]: content,
    },
  };
}

/** With all that is known, so that the file can be the baseline of a later run. In one line. */
export function fullLine(decided: DecidedFinding, ruleIndex: number, isCompared: boolean): string {
  const { finding, severity, state, kev, isKnown, alsoBy } = decided;
  const { package: fact, advisories, commit, fix } = finding;
  const suppression = suppressionOf(decided);
  return resultLine(messageOf(decided), {
    ...uploadedResult(decided, ruleIndex),
    kind: 'fail',
    ...(isCompared ? { baselineState: isKnown ? 'unchanged' : 'new' } : {}),
    ...(suppression === undefined ? {} : { suppressions: [suppression] }),
    properties: {
      category: finding.category,
      severity,
      state,
      ...(kev ? { kev } : {}),
      ...(advisories.length === 0 ? {} : { advisories }),
      ...(fact === undefined ? {} : packageOf(fact)),
      ...(commit === undefined ? {} : { commit }),
      ...(fix === undefined ? {} : { fix }),
      ...(alsoBy.length === 0 ? {} : { alsoBy }),
    },
  });
}

function packageOf({ purl, version, range, fixed }: NonNullable<DecidedFinding['finding']['package']>): object {
  return {
    purl,
    ...(version === null ? {} : { packageVersion: version }),
    ...(range === null ? {} : { affectedVersions: range }),
    ...(fixed === null ? {} : { fixedVersion: fixed }),
  };
}

export function messageOf({ finding }: DecidedFinding): string {
  const { title, message, package: fact, commit } = finding;
  const said = plainText(message, 800);
  const words = plainText(title, 200);
  const first = said === '' || said === words || said === `${words}.` ? ended(words) : ended(said);
  const parts = [
    first === '' ? sentence(finding.rule, 300) : first,
    ...(fact === undefined ? [] : [`Package ${plainText(fact.name, 100)} ${plainText(fact.version ?? '', 60)}`.trim()]),
    ...(fact?.fixed === null || fact === undefined ? [] : [`Mended in ${plainText(fact.fixed, 60)}`]),
    ...(commit === undefined ? [] : [`In commit ${plainText(commit, 12)}`]),
  ];
  const text = parts
    .filter((part) => part !== '')
    .map(ended)
    .join(' ');
  return text === '' ? 'A finding.' : cut(text, LONGEST.message);
}

/** Whether it is at a file below the top: of other places GitHub knows nothing, and refuses the whole file. */
export function isPlaced({ finding: { location } }: DecidedFinding): boolean {
  return location !== null && !/(?:^|\/)\.{0,2}(?:\/|$)/.test(location.path);
}

/** GitHub refuses a place without a line. */
function locationOf(location: Location): object {
  const artifactLocation = { uri: sarifUri(location.path), uriBaseId: '%SRCROOT%' };
  return { physicalLocation: { artifactLocation, region: regionOf(location) } };
}

/** Only what is possible: an end is behind its start. */
function regionOf({ line, column, endLine, endColumn }: Location): object {
  if (!isWhole(line, 1)) return { startLine: 1 };
  const startColumn = isWhole(column, 1) ? column : undefined;
  const last = isWhole(endLine, line) ? endLine : undefined;
  const least = last !== undefined && last > line ? 1 : (startColumn ?? 1) + 1;
  return {
    startLine: line,
    ...(startColumn === undefined ? {} : { startColumn }),
    ...(last === undefined ? {} : { endLine: last }),
    ...(isWhole(endColumn, least) ? { endColumn } : {}),
  };
}

/** The largest number that the schema's readers take: 32 bits with a sign. */
const LARGEST = 2 ** 31 - 1;

function isWhole(value: number | undefined, least: number): value is number {
  return value !== undefined && Number.isSafeInteger(value) && value >= least && value <= LARGEST;
}

function suppressionOf({ state, entry, inlineReason, finding }: DecidedFinding): object | undefined {
  if (state !== 'suppressed') return undefined;
  const said = entry === undefined ? inlineReason : `${entry.reason} (until ${entry.expires})`;
  const justification = plainText(said ?? '', 500);
  return {
    kind: entry === undefined && finding.suppressedBy?.kind === 'in-source' ? 'inSource' : 'external',
    status: 'accepted',
    ...(justification === '' ? {} : { justification }),
  };
}
