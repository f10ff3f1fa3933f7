/** The tables of the summary. Pure. */
import type { Host } from '@shipgate/kit/host';
import { codeUrl } from '@shipgate/kit/host';
import { bold, code, link, md, type Text, table } from '@shipgate/kit/report/markdown';
import { shortPlace } from '@shipgate/kit/report/place';
import { mark } from '@shipgate/kit/report/sentence';
import { counted, duration, grouped } from '@shipgate/kit/verdict';
import type { DecidedFinding, FindingState } from '../decided.ts';
import { severities } from '../finding.ts';
import { daysBetween } from '../policy/allow.ts';
import { answers, countSeverities, whyNot } from '../proofs.ts';
import { titleOf } from '../reasons/findings.ts';
import { placeOf } from '../reasons/place.ts';
import { EMBEDDED } from '../reasons/scanners.ts';
import { plain } from '../reasons/text.ts';
import type { ScannerFacts } from '../scanner-facts.ts';

/** Rows of one table; the others are counted. */
const MOST = 100;

const right = (title: string) => ({ title, align: 'right' as const });
const states: readonly FindingState[] = ['new', 'known', 'suppressed'];

/** Every finding is in one cell. */
export function severityTable(findings: readonly DecidedFinding[]): Text {
  const counts = states.map((state) => countSeverities(findings, state));
  const blocking = new Set(
    findings.map(({ isBlocking, severity, state }) => (isBlocking ? `${severity} ${state}` : '')),
  );
  return table(
    ['Severity', right('New'), right('Known'), right('Suppressed')],
    severities.map((severity) => [
      `${severity.slice(0, 1).toUpperCase()}${severity.slice(1)}`,
      ...states.map((state, index) => {
        const count = grouped(counts[index]?.[severity] ?? 0);
        return blocking.has(`${severity} ${state}`) ? bold(count) : count;
      }),
    ]),
  );
}

/** One row a scanner, with what it looked at; what did not answer is "not known". */
export function scannerTable(scanners: readonly ScannerFacts[]): Text {
  return table(
    ['Scanner', 'Version', { title: 'Outcome', align: 'center' }, right('Findings'), 'Seen', right('Took')],
    scanners.map((scanner) => {
      const { name, version, outcome, findings, seen, durationMs, source, hasNothing, trouble } = scanner;
      const isAnswer = answers(scanner);
      const how = source === 'report' ? ' (report)' : EMBEDDED.has(name) ? ' (embedded)' : '';
      const shown = `${plain(name, 60)}${how}`;
      const isOpen = !isAnswer && !hasNothing;
      return [
        isOpen ? bold(shown) : shown,
        version === null || version === '' ? 'not known' : plain(version, 40),
        isOpen ? bold(outcome) : hasNothing ? 'nothing to scan' : outcome,
        isAnswer && findings !== null ? grouped(findings) : 'not known',
        plain(seen ?? (hasNothing ? (trouble?.got ?? '') : isAnswer ? '' : whyNot(scanner)), 80),
        source === 'report' ? 'read' : duration(durationMs, '\u00a0'),
      ];
    }),
  );
}

interface About {
  readonly host: Host;
  readonly today: string;
  readonly baseline: string | undefined;
}

/** What does not block and is not new, with the reason why. */
export function listedTable(findings: readonly DecidedFinding[], about: About): Text {
  const rows = findings
    .toSorted((one, two) => Number(two.state === 'suppressed') - Number(one.state === 'suppressed'))
    .slice(0, MOST)
    .map((finding) => [finding.state, finding.severity, tellFinding(finding, about.host), tellWhy(finding, about)]);
  return withRest(table(['State', 'Severity', 'Finding', 'Why'], rows), findings.length);
}

/** Fingerprints of what has no advisory that an entry could name. */
export function allowTable(findings: readonly DecidedFinding[], host: Host): Text {
  const rows = findings.slice(0, MOST).map((finding) => [tellFinding(finding, host), code(finding.fingerprint)]);
  return withRest(table(['Finding', 'Fingerprint'], rows), findings.length);
}

function withRest(shown: Text, count: number): Text {
  return count <= MOST
    ? shown
    : md`${shown}\n\n${counted(count - MOST, 'more finding')}, in the SARIF beside the verdict.`;
}

/** "GHSA-7q2p-mm4x-c3vj `table-press` 2.3.0", or "`B602` report.py:77". */
function tellFinding(decided: DecidedFinding, host: Host): Text {
  const { finding } = decided;
  const { package: of, location, advisories } = finding;
  if (of !== undefined) {
    const id = plain(advisories[0] ?? finding.rule, 60);
    return `${id} ${mark(of.name)}${of.version === null ? '' : ` ${plain(of.version, 40)}`}`;
  }
  const name = advisories[0] === undefined ? code(finding.rule) : plain(advisories[0], 60);
  const place = location === null ? undefined : placeOf({ file: location.path, line: location.line });
  if (place === undefined) return md`${name} ${titleOf(decided)}`;
  // What only the history has is no line of the head.
  return md`${name} ${link(shortPlace(place), finding.commit === undefined ? codeUrl(host, place) : undefined)}`;
}

function tellWhy(finding: DecidedFinding, { today, baseline }: About): Text {
  const { state, entry, inlineReason, hasExpired } = finding;
  if (state === 'suppressed' && entry !== undefined && inlineReason === undefined) {
    const left = daysBetween(today, entry.expires);
    return md`"${plain(entry.reason)}", expires ${entry.expires}, ${left === 0 ? 'today' : `${counted(left, 'day')} left`}`;
  }
  if (state === 'suppressed') return md`"${plain(inlineReason ?? '')}", by the code or the report itself`;
  const expired = hasExpired && entry !== undefined ? `; suppression expired on ${entry.expires}` : '';
  return `${baseline === undefined ? 'on the base too' : 'in the baseline'}${expired}`;
}
