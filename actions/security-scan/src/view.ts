/** What people see of a run: headline, summary, terminal, outputs. Pure. */
import type { Host } from '@shipgate/kit/host';
import type { Text } from '@shipgate/kit/report/markdown';
import type { FoldedSection, ReportView } from '@shipgate/kit/report/view';
import { grouped } from '@shipgate/kit/verdict';
import type { Outcome, Subject } from '@shipgate/schemas';
import type { Decision } from './decide.ts';
import { endingsOf } from './evidence.ts';
import type { Facts } from './facts.ts';
import { answers, askedOf, countSeverities, countStates } from './proofs.ts';
import { leadOf } from './view/lead.ts';
import { remarkOf } from './view/remark.ts';
import { allowTable, listedTable, scannerTable, severityTable } from './view/tables.ts';

export { headlineOf } from './view/headline.ts';

export interface Shown {
  readonly facts: Facts;
  readonly decision: Decision;
  readonly outcome: Outcome;
  readonly host: Host;
  readonly subject: Subject;
  /** How many categories the SARIF has; undefined when it was not made. */
  readonly categories?: number | undefined;
  /** SARIF of the base that was read instead of scanning it. */
  readonly baseline?: string | undefined;
}

export function viewOf(shown: Shown): ReportView {
  const { facts, decision } = shown;
  const remark = remarkOf(shown);
  return {
    lead: leadOf(shown),
    // Zeros of what was not looked at would read as "clean".
    tables: [
      ...(shown.outcome === 'unknown' && decision.findings.length === 0 ? [] : [severityTable(decision.findings)]),
      ...(facts.scanners.length === 0 ? [] : [scannerTable(facts.scanners)]),
    ],
    folded: foldedOf(shown),
    foldsProofs: true,
    ...(remark === undefined ? {} : { remark }),
    footer: footerOf(shown),
    terminal: { notes: notesOf(shown) },
    outputs: outputsOf(shown),
  };
}

function foldedOf({ decision: { findings }, host, facts, baseline }: Shown): readonly FoldedSection[] {
  const listed = findings.filter(({ state, isBlocking }) => state !== 'new' && !isBlocking);
  const counts = countStates(listed);
  const parts = [
    counts.suppressed === 0 ? '' : `${grouped(counts.suppressed)} suppressed`,
    counts.known === 0 ? '' : `${grouped(counts.known)} known`,
  ];
  const nameless = findings.filter(({ isBlocking, finding }) => isBlocking && finding.advisories.length === 0);
  return [
    ...(listed.length === 0
      ? []
      : [
          {
            title: parts.filter((part) => part !== '').join(', '),
            body: listedTable(listed, { host, today: facts.today, baseline }),
          },
        ]),
    ...(nameless.length === 0
      ? []
      : [{ title: 'Fingerprints, for entries of the allow list', body: allowTable(nameless, host) }]),
  ];
}

/** "head `9b41c7e` against merge base `4c02d1a`", what KEV was read, what SARIF there is. */
function footerOf({ facts, subject, categories, baseline }: Shown): readonly Text[] {
  const head = subject.commit === undefined ? 'head unknown' : `head \`${subject.commit.slice(0, 7)}\``;
  const how = facts.base?.how.startsWith('merge base') === true ? 'merge base' : 'base';
  const against = facts.base === null ? ', no base' : ` against ${how} \`${facts.base.sha.slice(0, 7)}\``;
  return [
    `${head}${baseline === undefined ? against : ' against a baseline'}`,
    ...(facts.kev === null ? [] : [`CISA KEV of ${facts.kev.date}`]),
    ...(categories === undefined ? [] : [`SARIF, ${categories} ${categories === 1 ? 'category' : 'categories'}`]),
  ];
}

/** "known: 3, suppressed: 1 (first ends 2027-01-31)". */
function notesOf({ decision: { findings } }: Shown): readonly string[] {
  const { known, suppressed } = countStates(findings);
  const ends = findings.flatMap(({ state, entry }) =>
    state === 'suppressed' && entry !== undefined ? [entry.expires] : [],
  );
  const first = ends.toSorted()[0];
  const until = first === undefined ? '' : ` (${new Set(ends).size === 1 ? 'ends' : 'first ends'} ${first})`;
  return known + suppressed === 0 ? [] : [`known: ${grouped(known)}, suppressed: ${grouped(suppressed)}${until}`];
}

function outputsOf({ facts, decision }: Shown): Readonly<Record<string, number>> {
  const { findings } = decision;
  const news = countSeverities(findings, 'new');
  const asked = askedOf(facts.scanners);
  return {
    ...countStates(findings),
    ...news,
    findings: findings.length,
    blocking: findings.filter(({ isBlocking }) => isBlocking).length,
    scanners: asked.length,
    errors: asked.filter((scanner) => !answers(scanner)).length,
    ending: endingsOf(decision).length,
  };
}

/** One line of the terminal for a scanner: "1 new of 4", and whether something of it stands against the change. */
export function stageOf(
  scanner: Facts['scanners'][number],
  { findings }: Pick<Decision, 'findings'>,
): { readonly state: 'ok' | 'FAIL' | '??'; readonly text: string } {
  const seen = scanner.seen ?? '';
  const own = findings.filter(({ scanner: by, alsoBy }) => by === scanner.name || alsoBy.includes(scanner.name));
  const blocks = own.some(({ isBlocking }) => isBlocking);
  if (!answers(scanner))
    return {
      state: blocks ? 'FAIL' : scanner.hasNothing ? 'ok' : '??',
      text: column(scanner.hasNothing ? 'nothing' : scanner.outcome, seen),
    };
  const counts = countStates(own);
  const rest = own.length === counts.new ? '' : ` of ${own.length}`;
  const told = own.length === 0 ? 'clean' : counts.new > 0 ? `${counts.new} new${rest}` : tellOld(counts);
  return {
    state: blocks ? 'FAIL' : 'ok',
    text: column(told, scanner.source === 'report' ? `${seen} (report)`.trim() : seen),
  };
}

function tellOld({ known, suppressed }: ReturnType<typeof countStates>): string {
  const parts = [known === 0 ? '' : `${known} known`, suppressed === 0 ? '' : `${suppressed} suppressed`];
  return parts.filter((part) => part !== '').join(', ');
}

function column(told: string, seen: string): string {
  return `${told.padEnd(14)} ${seen}`.trimEnd();
}
