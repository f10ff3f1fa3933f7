/** Runs: one for each scanner. */
import { sarifCategory } from '@shipgate/kit/report/sarif';
import type { DecidedFinding } from '../decided.ts';
import { severities } from '../finding.ts';
import type { SarifInput, ScannerRun } from './input.ts';
import { plainText, sentence } from './text.ts';

export const GATE = 'security-scan';

const states = ['new', 'known', 'suppressed'] as const;

/** New ones first, of those the worst. */
export function worstFirst(one: DecidedFinding, two: DecidedFinding): number {
  return (
    states.indexOf(one.state) - states.indexOf(two.state) ||
    severities.indexOf(one.severity) - severities.indexOf(two.severity) ||
    Number(two.kev) - Number(one.kev)
  );
}

/** In the order of the scanners; several reports of one name are one run, since GitHub takes one for a category. */
export function runsOf({ scanners, findings }: SarifInput): readonly ScannerRun[] {
  const found = new Map<string, DecidedFinding[]>();
  for (const { name, hasNothing } of scanners) if (!hasNothing) found.set(name, []);
  for (const finding of findings) {
    const own = found.get(finding.scanner) ?? [];
    found.set(finding.scanner, own);
    own.push(finding);
  }
  const used = new Set<string>();
  return [...found].map(([scanner, own]) => {
    const facts = scanners.filter((each) => each.name === scanner);
    const versions = new Set(facts.map(({ version }) => version));
    return {
      scanner,
      name: runName(scanner, used),
      version: versions.size === 1 ? (facts[0]?.version ?? null) : null,
      hasAnswered: facts.every(({ outcome }) => outcome === 'clean' || outcome === 'findings'),
      troubles: facts.flatMap(({ trouble, outcome }) =>
        trouble === null ? [] : [`${outcome}: expected ${trouble.expected}, got ${trouble.got}. ${trouble.mend}`],
      ),
      findings: own.toSorted(worstFirst),
    };
  });
}

/** As `actions/report` lets it through: no slash, and nothing that is not seen. Each once. */
function runName(scanner: string, used: Set<string>): string {
  const name = plainText(scanner, 80)
    .replaceAll('/', '-')
    .replace(/^\p{Z}+|\p{Z}+$/gu, '');
  const names = Array.from(
    { length: used.size + 1 },
    (_, index) => `${name || 'unnamed'}${index === 0 ? '' : `-${index + 1}`}`,
  );
  const free = names.find((each) => !used.has(each)) ?? name;
  used.add(free);
  return free;
}

export interface Notification {
  readonly level: 'error' | 'warning' | 'note';
  readonly text: string;
  /** Place of the rule in the run's list. */
  readonly rule?: { readonly id: string; readonly index: number };
}

/** The driver without its rules. Its name is one of ours, so that it never takes the place of the tool's own upload. null: of the gate itself. */
export function driverOf({ version }: SarifInput, run: ScannerRun | null): object {
  const own = plainText(run?.version ?? '', 60);
  return {
    name: run === null ? GATE : `${GATE}/${run.name}`,
    fullName: run === null ? `${GATE} ${version}` : `${plainText(run.scanner, 80)}, by ${GATE} ${version}`,
    version: own === '' ? version : own,
  };
}

/** What stands beside tool and results. */
export function factsOf(
  { subject, serverUrl, startedAt, finishedAt }: SarifInput,
  run: ScannerRun | null,
  isWhole: boolean,
  notifications: readonly Notification[],
): object {
  const { commit, repository } = subject;
  return {
    automationDetails: { id: sarifCategory(run === null ? [GATE] : [GATE, run.name], subject) },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The top of the repository.' } } },
    ...(commit === undefined || repository === undefined
      ? {}
      : { versionControlProvenance: [{ repositoryUri: `${serverUrl}/${repository}`, revisionId: commit }] }),
    invocations: [
      {
        executionSuccessful: isWhole,
        startTimeUtc: startedAt.toISOString(),
        endTimeUtc: finishedAt.toISOString(),
        ...(notifications.length === 0 ? {} : { toolExecutionNotifications: notifications.map(notificationOf) }),
      },
    ],
  };
}

function notificationOf({ level, text, rule }: Notification): object {
  return {
    level,
    message: { text: sentence(text, 1_000) },
    ...(rule === undefined ? {} : { associatedRule: { id: rule.id, index: rule.index } }),
  };
}
