/** What people see of a run: headline, summary, terminal, outputs. Pure. */
import type { Host } from '@shipgate/kit/host';
import type { Text } from '@shipgate/kit/report/markdown';
import type { FoldedSection, ReportView } from '@shipgate/kit/report/view';
import { grouped } from '@shipgate/kit/verdict';
import type { Outcome, Subject } from '@shipgate/schemas';
import type { Decision } from './decide.ts';
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
  /** Path of the SARIF with every finding. */
  readonly fullSarif?: string | undefined;
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

/** "known: 3, suppressed: 1 (first ends 2027-01-31)"; and what makes all of them new. */
function notesOf({ facts, decision: { findings }, baseline }: Shown): readonly string[] {
  const { known, suppressed } = countStates(findings);
  const ends = findings.flatMap(({ state, entry }) =>
    state === 'suppressed' && entry !== undefined ? [entry.expires] : [],
  );
  const first = ends.toSorted()[0];
  const until = first === undefined ? '' : ` (${new Set(ends).size === 1 ? 'ends' : 'first ends'} ${first})`;
  const isAllNew = facts.base === null && baseline === undefined && findings.some(({ state }) => state === 'new');
  return [
    ...(known + suppressed === 0 ? [] : [`known: ${grouped(known)}, suppressed: ${grouped(suppressed)}${until}`]),
    ...(isAllNew ? ['no base to compare with (base-ref), so every finding counts as new'] : []),
  ];
}

function outputsOf({ facts, decision, fullSarif }: Shown): Readonly<Record<string, number | string>> {
  const { findings } = decision;
  const { critical, high } = countSeverities(findings, 'new');
  return {
    ...countStates(findings),
    critical,
    high,
    errors: askedOf(facts.scanners).filter((scanner) => !answers(scanner)).length,
    ...(fullSarif === undefined ? {} : { 'full-sarif': fullSarif }),
  };
}
