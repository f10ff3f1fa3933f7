/** What is wrong with an item. */
import { mark } from '@shipgate/kit/report/sentence';
import type { EvidenceResult } from '../evidence/result.ts';
import { atLine, quoted, type ReasonTexts } from './text.ts';

const OPEN_HURTS = 'what nobody looked at is found out by the users.';

export const itemTexts: ReasonTexts<
  | 'contradiction'
  | 'evidence-fails'
  | 'item-open'
  | 'claim-rejected'
  | 'parent-disagrees'
  | 'evidence-stale'
  | 'evidence-unknown'
  | 'tick-missing'
  | 'not-applicable-refused'
  | 'not-applicable-incomplete'
  | 'item-removed'
  | 'item-weakened'
> = {
  contradiction: {
    severity: 'error',
    proof: 'items',
    title: ({ evidence }) => `ticked, but ${evidence.seen}`,
    seen: ({ item, evidence, place }) => `${quoted(item.text)} ${rests(evidence, place.line)}.`,
    hurts: () => 'whoever signs would sign what is not true.',
    mend: ({ evidence }) => `${deed(evidence)}, or untick the item.`,
  },
  'evidence-fails': {
    severity: 'error',
    proof: 'items',
    title: ({ evidence }) => evidence.seen,
    seen: ({ item, evidence, place }) => `${quoted(item.text)} ${rests(evidence, place.line)}.`,
    hurts: () => OPEN_HURTS,
    mend: ({ evidence }) => `${deed(evidence)}.`,
  },
  'item-open': {
    severity: 'error',
    proof: 'items',
    title: ({ item, others = [] }) =>
      `open: ${quoted(item.text)}${others.length === 0 ? '' : ` and ${others.length} more of this phase`}`,
    seen: ({ item, others = [] }) =>
      others.length === 0
        ? `${quoted(item.text)} is not ticked, and no evidence speaks for it.`
        : `not ticked, and without evidence: ${[quoted(item.text), ...others.slice(0, 5).map(({ text, line }) => `${quoted(text)} (line ${line})`)].join(', ')}${others.length > 5 ? ` and ${others.length - 5} more` : ''}.`,
    hurts: () => OPEN_HURTS,
    mend: () => 'do it and tick it, or configure evidence for it.',
  },
  'claim-rejected': {
    severity: 'error',
    proof: 'items',
    title: ({ item }) => `only claimed: ${quoted(item.text)}`,
    seen: ({ item }) =>
      `${quoted(item.text)} is ticked, no evidence is configured, and the policy of its phase is ${mark('claims: reject')}.`,
    hurts: () => 'a tick is a word, and in this phase words do not count.',
    mend: ({ item }) => `add an entry for ${mark(item.id)} to \`checklist.evidence\`.`,
    repair: ({ item }) => ({
      language: 'yaml',
      text: `checklist:\n  evidence:\n    - { item: ${JSON.stringify(item.id)}, kind: file, file: docs/…, matches: '…' }`,
    }),
  },
  'parent-disagrees': {
    severity: 'error',
    proof: 'items',
    title: ({ item }) => `ticked with an open part: ${quoted(item.text)}`,
    seen: ({ item, open }) =>
      `${quoted(item.text)} is ticked; open below it: ${open
        .slice(0, 3)
        .map(({ text, line }) => `${quoted(text)} (line ${line})`)
        .join(', ')}${open.length > 3 ? ` and ${open.length - 3} more` : ''}.`,
    hurts: () => 'whoever reads the first line only takes the whole for done.',
    mend: () => 'finish the parts, or untick the item.',
  },
  'evidence-stale': {
    severity: 'error',
    blocks: 'unknown',
    proof: 'items',
    title: ({ evidence }) => evidence.seen,
    seen: ({ item, evidence }) => `${quoted(item.text)} rests on ${source(evidence)}.`,
    hurts: () => 'it speaks of another release or another time; of this one nobody knows.',
    mend: ({ evidence }) => `${deed(evidence)}.`,
  },
  'evidence-unknown': {
    severity: 'error',
    blocks: 'unknown',
    proof: 'items',
    title: ({ evidence }) => evidence.seen,
    seen: ({ item, evidence }) => `${quoted(item.text)} rests on ${source(evidence)}.`,
    hurts: () => 'what could not be read proves nothing, ticked or not.',
    mend: ({ evidence }) => `${deed(evidence)}.`,
  },
  'tick-missing': {
    severity: 'note',
    proof: null,
    title: ({ item }) => `done, and not ticked: ${quoted(item.text)}`,
    seen: ({ item }) => `all that ${quoted(item.text)} rests on is done.`,
    hurts: () => 'people read the Markdown without this gate, and take it for open.',
    mend: () => 'tick it.',
  },
  'not-applicable-refused': {
    severity: 'error',
    proof: 'items',
    title: ({ item }) => `not applicable is no answer here: ${quoted(item.text)}`,
    seen: ({ item, reason }) =>
      `${quoted(item.text)} says N/A (${quoted(reason)}); neither it nor what it is inside of says "if applicable".`,
    hurts: () => 'any item could be got rid of with two letters.',
    mend: () => 'do it, or have "if applicable" written into the item on the base branch first.',
  },
  'not-applicable-incomplete': {
    severity: 'error',
    proof: 'items',
    title: ({ missing }) => `N/A without ${missing === 'owner' ? 'an owner' : 'a reason'}`,
    seen: ({ item, missing }) => `${quoted(item.text)} says N/A and names no ${missing}.`,
    hurts: () => 'nobody could be asked why it was left out.',
    mend: () => 'write it behind the item.',
    repair: ({ item }) => ({
      language: 'diff',
      text: `- ${item.text}\n+ ${bareItem(item.text)} — N/A: why it does not apply (owner: @login)`,
    }),
  },
  'item-removed': {
    severity: 'error',
    proof: 'policy',
    title: ({ item }) => `this change takes away ${quoted(item.text, 50)}`,
    seen: ({ item, line }) =>
      `${mark(item.id)} stands in line ${line} of the base, and is not in this change. It counts as open.`,
    hurts: () => 'a checklist that the change itself shortens checks what the change likes.',
    mend: () => 'keep it, or take it away in a change of its own, which the owners of the checklist approve.',
  },
  'item-weakened': {
    severity: 'warning',
    proof: null,
    title: ({ item }) => `this change alters what is asked of ${quoted(item.text, 50)}`,
    seen: ({ what }) => `${what}. It is judged by the base.`,
    hurts: () => 'a limit that the change itself sets is none.',
    mend: () => 'look at it as at a change of the policy, or make it in a change of its own.',
  },
};

/** Without what it says behind N/A. */
function bareItem(text: string): string {
  return text.split(/\s*[—–-]*\s*(?:N\/A|Н\/П|не применимо)/iu)[0] || text;
}

/** "wants > 80 % (line 8); `reports/coverage.xml` has 78.4 % (of 2026-11-20)". */
function rests(evidence: EvidenceResult, own: number | undefined): string {
  const { threshold, value, decidedBy } = evidence;
  if (threshold === undefined || value === undefined) return `rests on ${source(evidence)}`;
  return `wants ${threshold}${atLine(decidedBy?.line, own)}; ${mark(evidence.source)} has ${value}${ofDay(evidence)}`;
}

function source(evidence: EvidenceResult): string {
  return `${mark(evidence.source)}${ofDay(evidence)}`;
}

function ofDay({ at }: EvidenceResult): string {
  return at === undefined ? '' : ` (of ${at.slice(0, 10)})`;
}

/** What mends it, within a sentence. */
function deed({ mend }: EvidenceResult): string {
  const text = mend.replace(/\.$/, '');
  return /^[A-Z][a-z]/.test(text) ? text.slice(0, 1).toLowerCase() + text.slice(1) : text;
}
