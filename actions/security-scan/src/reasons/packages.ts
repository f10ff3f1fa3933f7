/** A package that an advisory speaks of. */
import { asSentence, endSentence, mark } from '@shipgate/kit/report/sentence';
import type { DecidedFinding } from '../decided.ts';
import type { PackageFact } from '../finding.ts';
import { hurtsLater, shell, tellExpired, tellSeverity, titleOf } from './findings.ts';
import { dayAfter, type Ground, plain, type ReasonTexts, type Repair } from './text.ts';

/** So long an entry that we propose holds, when the policy lets it. */
const PROPOSED_DAYS = 30;

export const packageTexts: ReasonTexts<'vulnerable-package'> = {
  'vulnerable-package': {
    title: ({ finding }) => `${finding.severity}: ${subjectOf(finding)}`,
    seen: ({ finding }) => endSentence(`${tellExpired(finding)}${tellAdvisory(finding)}`),
    hurts: ({ finding }, ground) =>
      finding.kev
        ? `in CISA KEV${ground.kevDate === null ? '' : ` of ${ground.kevDate}`}, so it is used in attacks.`
        : `the advisory is public, so anybody can try it on this service; ${hurtsLater(finding, ground.failOn)}`,
    mend: ({ finding }) => `${mendOf(finding)}.`,
    repair: ({ finding }, ground) => repairOf(finding, ground),
  },
};

/** "`fast-order-xml` 2.3.1 reads files outside its folder", or "`fast-order-xml` 2.3.1: Path traversal". */
export function subjectOf(decided: DecidedFinding): string {
  const title = titleOf(decided);
  const { package: of } = decided.finding;
  if (of === undefined) return title;
  const version = of.version === null ? '' : ` ${plain(of.version, 40)}`;
  const name = `${mark(of.name)}${version}`;
  for (const begin of [`${of.name}${version}`, of.name])
    if (title.startsWith(`${begin} `)) return `${name} ${title.slice(begin.length).trim()}`;
  return `${name}: ${title}`;
}

/** "GHSA-2f4h-9q7m-c3vx, in CISA KEV. Also CVE-2026-12345; affected `<2.3.4`; comes with `order-forms`". The first sentence is all that an annotation has room for. */
function tellAdvisory(decided: DecidedFinding): string {
  const { finding, kev, alsoBy, scanner } = decided;
  const [first = finding.rule, ...others] = finding.advisories;
  const { range = null, via = [] } = finding.package ?? {};
  const more = others.length > 3 ? [...others.slice(0, 2), `${others.length - 2} more`] : others;
  const steps = via.length > 4 ? [...via.slice(0, 2).map(mark), '…', ...via.slice(-1).map(mark)] : via.map(mark);
  const by = [scanner, ...alsoBy].slice(0, 4).map((name) => plain(name, 40));
  const parts = [
    more.length === 0 ? '' : `also ${more.map((id) => plain(id, 60)).join(', ')}`,
    range === null || range.trim() === '' ? '' : `affected ${mark(plain(range))}`,
    steps.length === 0 ? '' : `comes with ${steps.join(' -> ')}`,
    alsoBy.length === 0 ? '' : `found by ${by.join(' and ')}`,
    tellSeverity(decided).replace(/^; /, ''),
  ].filter((part) => part !== '');
  const head = `${plain(first, 60)}${kev ? ', in CISA KEV' : ''}`;
  return parts.length === 0 ? head : `${head}. ${asSentence(parts.join('; '))}`;
}

function mendOf({ finding }: DecidedFinding): string {
  const { package: of, fix } = finding;
  if (of === undefined) return 'update what the advisory names, or let it through with a reason and an end';
  const parent = of.via[0];
  const by = parent !== undefined && fix?.includes(parent) ? `, by way of ${mark(parent)}` : '';
  if (of.fixed !== null)
    return `update ${fix === undefined ? `${mark(of.name)} ` : ''}to ${plain(of.fixed, 40)}${orLater(fix, of)}${by}${tellParent(of, fix)}`;
  if (fix !== undefined) return `update ${mark(of.name)}${by}`;
  return `no fixed version is known: replace ${mark(parent ?? of.name)}, or let it through with a reason and an end`;
}

/** A command that installs a newer one than the first that is fixed would read as a mistake. */
function orLater(fix: string | undefined, { name, fixed }: PackageFact): string {
  return fix?.includes(`${name}@`) === true && !fix.includes(`${name}@${fixed}`) ? ' or later' : '';
}

/** Without a command, what people have to touch is the direct dependency. */
function tellParent({ via: [parent] }: PackageFact, fix: string | undefined): string {
  return parent === undefined || fix !== undefined ? '' : `, or ${mark(parent)} to a release that asks for it`;
}

function repairOf(decided: DecidedFinding, { today, horizonDays }: Ground): Repair | undefined {
  const { finding } = decided;
  if (finding.fix !== undefined) return shell([finding.fix]);
  const [advisory] = finding.advisories;
  if (finding.package === undefined || finding.package.fixed !== null || advisory === undefined) return undefined;
  const lines = [
    'security:',
    '  allow:',
    `    - advisory: ${advisory}`,
    `      package: ${JSON.stringify(finding.package.purl)}`,
    // Too short for the policy: whoever pastes this has to say why.
    '      reason: "…"',
    `      expires: ${dayAfter(today, Math.min(PROPOSED_DAYS, horizonDays))}`,
  ];
  return { language: 'yaml', text: lines.join('\n') };
}
