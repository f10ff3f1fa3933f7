/** What the policy says and what it stands on. */
import { mark } from '@shipgate/kit/report/sentence';
import { counted } from '@shipgate/kit/verdict';
import { severities } from '../finding.ts';
import type { AllowEntry } from '../policy/allow.ts';
import { dayAfter, type Ground, packageOf, plain, type ReasonTexts, targetOf } from './text.ts';

export const policyTexts: ReasonTexts<
  | 'suppression-expired'
  | 'suppression-ending'
  | 'suppression-too-far'
  | 'suppression-stale'
  | 'kev-unreadable'
  | 'kev-unasked'
  | 'baseline-unreadable'
  | 'base-unreachable'
  | 'policy-changed'
> = {
  'suppression-expired': {
    title: ({ entry }) => `suppression of ${target(entry)} expired on ${entry.expires}`,
    seen: ({ entry, blocked }) =>
      `suppression expired on ${entry.expires}, and what it let through is still there${blocked === 0 ? ', below what blocks' : `: ${counted(blocked, 'finding')} ${blocked === 1 ? 'blocks' : 'block'} now`}.`,
    hurts: () => 'the reason that was good then may be wrong now: nobody has looked again.',
    mend: ({ entry }, ground) => `${update(entry, ground)} or renew it with a reason that holds today.`,
  },
  'suppression-ending': {
    title: ({ daysLeft }) => `suppression ends ${daysLeft === 0 ? 'today' : `in ${counted(daysLeft, 'day')}`}`,
    seen: ({ entry, count }, ground) =>
      `${target(entry)} ${willBlock(entry, ground) ? 'blocks' : 'is let through no more'} from ${dayAfter(entry.expires, 1)}${count === 1 ? '' : `, ${counted(count, 'finding')}`}.`,
    hurts: ({ entry }, ground) =>
      willBlock(entry, ground)
        ? 'from that day on every change is stopped by it.'
        : 'from that day on it counts as any other finding of its severity.',
    mend: ({ entry }, ground) => `${update(entry, ground)} or renew with a reason.`,
  },
  'suppression-too-far': {
    title: ({ daysLeft, horizonDays }) => `suppression for ${daysLeft} days, limit ${horizonDays}: it does not count`,
    seen: ({ entry, daysLeft, horizonDays }) =>
      `the entry for ${target(entry)} ends on ${entry.expires}, in ${counted(daysLeft, 'day')}; the limit is ${horizonDays}.`,
    hurts: () => 'what nobody has to look at again stays for good.',
    mend: ({ horizonDays }, { today }) => `let it end on ${dayAfter(today, horizonDays)} or before.`,
  },
  'suppression-stale': {
    title: ({ entry }) => `suppression of ${target(entry)} is for nothing`,
    seen: ({ entry }) => `every scanner answered, and none found what the entry for ${target(entry)} lets through.`,
    hurts: () => 'should it come back, it would pass without a word.',
    mend: ({ entry }) =>
      entry.advisory === undefined
        ? 'take the entry out.'
        : 'take the entry out, or name the advisory by an id that the report prints: a scanner need not know all aliases.',
  },
  'kev-unreadable': {
    title: ({ place }) => `the KEV catalogue ${mark(place.file)} cannot be read`,
    seen: ({ expected, got }) => `expected ${plain(expected, 300)}, got ${plain(got, 300)}.`,
    hurts: () => 'a vulnerability that is used in attacks would count as any other.',
    mend: () => 'fetch it anew, as CISA publishes it, or take `kev-file` out.',
  },
  'kev-unasked': {
    title: ({ count }) => `CISA's catalogue cannot be asked about ${counted(count, 'finding')}`,
    seen: ({ count, by }) =>
      `${counted(count, 'finding')} of ${by.slice(0, 6).map(mark).join(', ')} ${count === 1 ? 'has' : 'have'} no CVE id, and the catalogue knows no other.`,
    hurts: () => 'one of them may be used in attacks, and counts by its own severity.',
    mend: () => 'add a report that names CVEs too (osv-scanner, trivy): its ids are joined by the advisory.',
  },
  'baseline-unreadable': {
    title: ({ place }) => `the baseline ${mark(place.file)} cannot be read`,
    seen: ({ expected, got }) => `expected ${plain(expected, 300)}, got ${plain(got, 300)}.`,
    hurts: () => 'without it nobody knows what is new.',
    mend: () => 'write it anew from a run on the base, or take `baseline` out: the base itself is scanned then.',
  },
  'base-unreachable': {
    title: () => 'the base of this change is not known',
    seen: ({ expected, got }) => `expected ${plain(expected, 300)}, got ${plain(got, 300)}.`,
    hurts: () => 'without it nobody knows what is new, nor which policy this change has to hold to.',
    mend: ({ mend }) => `${plain(mend, 300)}.`,
  },
  'policy-changed': {
    title: () => 'this change edits the policy by which it is judged',
    seen: ({ keys, place }) =>
      `${keys.slice(0, 12).map(mark).join(', ')}${keys.length > 12 ? ` and ${keys.length - 12} more` : ''} of ${mark(place.file)} ${keys.length === 1 ? 'differs' : 'differ'}; the base decides until this is merged.`,
    hurts: () => 'whoever approves this change approves weaker or stronger rules with it.',
    mend: () => 'look at the change of the policy itself.',
  },
};

/** Below what blocks, an entry that is over changes the counts alone. */
function willBlock(entry: AllowEntry, ground: Ground): boolean {
  const found = ground.findingOf(entry);
  return found === undefined || severities.indexOf(found.severity) <= severities.indexOf(ground.failOn.severity);
}

/** Ids as they are written, rules as code. */
function target(entry: AllowEntry): string {
  const text = targetOf(entry);
  return entry.advisory === undefined ? mark(text) : plain(text, 60);
}

/** "update `table-press` to 2.4.1", as far as it is known. */
function update(entry: AllowEntry, ground: Ground): string {
  const found = ground.findingOf(entry)?.finding;
  const name = found?.package?.name ?? packageOf(entry);
  if (name === undefined) return 'mend it';
  const fixed = found?.package?.fixed ?? null;
  return `update ${mark(name)}${fixed === null ? '' : ` to ${plain(fixed, 40)}`}`;
}
