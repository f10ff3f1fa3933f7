/** Why nothing, or not all, could be looked at; what is beside the items. */

import { mark } from '@shipgate/kit/report/sentence';
import { counted } from '@shipgate/kit/verdict';
import { exampleOf } from '@shipgate/manifests/examples';
import type { OverrideRefusal } from '../signoffs/override.ts';
import { mendTroubles } from './signatures.ts';
import { quoted, type ReasonTexts } from './text.ts';

const NOTHING_PROVEN = 'nothing was proven, so nothing may pass.';

export const groundTexts: ReasonTexts<
  | 'no-items'
  | 'not-committed'
  | 'other-checkout'
  | 'sign-off-unasked'
  | 'phase-missing'
  | 'duplicate-id'
  | 'not-an-item'
  | 'threshold-unreadable'
  | 'file-unreadable'
  | 'evidence-unmatched'
  | 'github-unreadable'
  | 'base-unreachable'
  | 'policy-changed'
  | 'closed'
  | 'break-glass'
  | 'break-glass-refused'
  | 'manifest-fails'
  | 'manifest-unknown'
> = {
  'no-items': {
    severity: 'error',
    blocks: 'unknown',
    proof: 'items',
    title: ({ place }) => `${mark(place.file)} has no task list`,
    seen: ({ got }) => `expected items such as \`- [ ] Backups are on\`, got ${got}.`,
    hurts: () => NOTHING_PROVEN,
    mend: () => 'name the right file in `checklist.file`; `mode: init` writes a policy for it.',
  },
  'not-committed': {
    severity: 'error',
    blocks: 'unknown',
    proof: 'items',
    title: ({ place }) => `${mark(place.file)} is not what the commit holds`,
    seen: ({ got }) => `expected the checklist of the commit, got ${got}.`,
    hurts: () => 'verdict and signatures speak of the commit; what was ticked here would be signed by nobody.',
    mend: () => 'commit it, or use `mode: report` while you write.',
  },
  'other-checkout': {
    severity: 'error',
    blocks: 'unknown',
    proof: 'policy',
    title: ({ got, wanted }) => `the checkout is ${got}, and the run is about ${wanted.slice(0, 7)}`,
    seen: ({ got, wanted }) =>
      `expected a checkout of ${mark(wanted.slice(0, 7))}, or on a pull request its merge; got ${got}.`,
    hurts: () => 'the items of one commit would be signed off with the signatures of another.',
    mend: () =>
      'check out the commit of the run (actions/checkout without `ref`), or start the run on the ref that is deployed.',
  },
  'sign-off-unasked': {
    severity: 'warning',
    proof: null,
    title: ({ labels }) =>
      `${counted(labels.length, 'sign-off line')}, and no role asks for ${labels.length === 1 ? 'it' : 'them'}`,
    seen: ({ labels }) =>
      `${labels.slice(0, 4).map(quotedLabel).join(', ')} in the checklist; no role of the policy has such a label.`,
    hurts: () => 'people sign there, and nobody looks whether they did.',
    mend: () => 'add a role with this label to `checklist.roles`.',
  },
  'phase-missing': {
    severity: 'error',
    blocks: 'unknown',
    proof: 'items',
    title: ({ phase }) => `phase ${mark(String(phase))} is not in the checklist`,
    seen: ({ phase, place }) =>
      `the policy gates by phase ${mark(String(phase))}; no heading of ${mark(place.file)} is it, or it has no items.`,
    hurts: () => 'a phase that was renamed would pass without an item.',
    mend: () => 'give the number of the phase, or the anchor of its heading.',
  },
  'duplicate-id': {
    severity: 'error',
    blocks: 'unknown',
    proof: 'items',
    title: ({ got }) => `two items have one id: ${got}`,
    seen: ({ expected, got }) => `expected ${expected}, got ${got}.`,
    hurts: () => 'evidence of one would count for the other.',
    mend: () => 'give each item an id of its own.',
  },
  'not-an-item': {
    severity: 'error',
    blocks: 'unknown',
    proof: 'items',
    title: ({ place }) => `line ${place.line ?? 1} looks like an item and is none`,
    seen: ({ expected, got }) => `expected ${expected}, got ${mark(got)}.`,
    hurts: () => 'GitHub shows no box there, and nobody would look at what it says.',
    mend: () => 'write it as `- [ ] text`, or put it into code when it is an example.',
  },
  'threshold-unreadable': {
    severity: 'error',
    blocks: 'unknown',
    proof: 'items',
    title: () => 'a threshold cannot be read',
    seen: ({ expected, got }) => `expected ${expected}, got ${quoted(got)}.`,
    hurts: () => 'a limit that nobody can read limits nothing.',
    mend: () => 'write it as `>80%`, `<200ms` or `<4 h`.',
  },
  'file-unreadable': {
    severity: 'error',
    blocks: 'unknown',
    proof: 'items',
    title: ({ place }) => `${mark(place.file)} cannot be read`,
    seen: ({ expected, got }) => `expected ${expected}, got ${got}.`,
    hurts: () => NOTHING_PROVEN,
    mend: () => 'name a checklist that is a text file in this repository.',
  },
  'evidence-unmatched': {
    severity: 'error',
    blocks: 'unknown',
    proof: 'items',
    title: ({ name, matches }) =>
      matches.length === 0 ? `no item is ${mark(name)}` : `${counted(matches.length, 'item')} could be ${mark(name)}`,
    seen: ({ name, matches }) =>
      matches.length === 0
        ? `an entry of the policy proves ${mark(name)}, and the checklist has no such item.`
        : `${mark(name)} is the end of ${matches.slice(0, 3).map(mark).join(', ')}${matches.length > 3 ? ` and ${matches.length - 3} more` : ''}.`,
    hurts: () => 'an item that was renamed would lose its evidence without a word.',
    mend: ({ guess, matches }) =>
      guess !== undefined
        ? `did you mean ${mark(guess)}?`
        : matches.length > 0
          ? 'write more of the id.'
          : 'write the id of the item; `mode: init` lists them all.',
  },
  'github-unreadable': {
    severity: 'warning',
    proof: null,
    title: () => 'GitHub did not tell everything that may be a signature',
    seen: ({ troubles }) => `${troubles.map(({ what, got }) => `${what}: ${got}`).join('; ')}.`,
    hurts: () => 'a signature that is there may not be seen.',
    mend: ({ troubles }) => mendTroubles(troubles.map(({ need }) => need)),
  },
  'base-unreachable': {
    severity: 'error',
    blocks: 'unknown',
    proof: 'policy',
    title: () => 'the base of this change is not known',
    seen: ({ expected, got }) => `expected ${expected}, got ${got}.`,
    hurts: () => 'the policy is read from the base, so that a change cannot weaken it.',
    mend: ({ mend }) => `${mend}.`,
  },
  'policy-changed': {
    severity: 'warning',
    proof: null,
    title: () => 'this change edits the policy by which it is judged',
    seen: ({ keys, place }) =>
      `${keys.map(mark).join(', ')} of ${mark(place.file)} differ; the base decides until this is merged.`,
    hurts: () => 'whoever approves this change approves weaker or stronger rules with it.',
    mend: () => 'look at the change of the policy itself.',
  },
  closed: {
    severity: 'error',
    proof: 'calendar',
    title: ({ because }) => `no deployment now: ${because}`,
    seen: ({ because }) => `${because}.`,
    hurts: () => 'the time was chosen so that nobody is hurt, or was told.',
    mend: () => 'wait, or have two people of `break-glass` let it through.',
  },
  'break-glass': {
    severity: 'warning',
    proof: null,
    title: ({ people }) => `break-glass: ${people.map(mark).join(' and ')} let this through`,
    seen: ({ reason, expires, count }) =>
      `${quoted(reason)}, until ${expires}; ${counted(count, 'finding')} not mended.`,
    hurts: () => 'what the checklist asks for is not there, and the release goes out.',
    mend: () => 'mend what is listed, and tell afterwards how it went.',
  },
  'break-glass-refused': {
    severity: 'warning',
    proof: null,
    title: ({ login }) => `break-glass of ${mark(login)} does not count`,
    seen: ({ why }) => `${refusals[why]}.`,
    hurts: () => 'an override of one person, or without an end, would be no exception but the rule.',
    mend: () => 'two people of `checklist.break-glass` comment on this very commit, each for themselves.',
  },
  'manifest-fails': {
    severity: 'error',
    proof: 'manifests',
    title: ({ message }) => partsOf(message).is,
    seen: ({ object, rule, message }) => {
      const { expected } = partsOf(message);
      return `${mark(object)} breaks the rule ${mark(rule)}${expected === undefined ? '' : `: expected ${expected}`}.`;
    },
    hurts: () => 'the cluster does as the manifest says.',
    mend: ({ mend }) => `${mend}.`,
    repair: ({ rule }) => {
      const text = exampleOf(rule);
      return text === undefined ? undefined : { language: 'yaml', text };
    },
  },
  'manifest-unknown': {
    severity: 'error',
    blocks: 'unknown',
    proof: 'manifests',
    title: ({ rule, object }) => `${mark(rule)} could not judge ${mark(object)}`,
    seen: ({ message }) => `${message}.`,
    hurts: () => 'what was not looked at is not clean.',
    mend: () => 'render templates first (`render`), and mend what is no valid manifest.',
  },
};

/** What a rule of ours has seen, and what it expects. */
function partsOf(message: string): { readonly is: string; readonly expected?: string } {
  const at = message.lastIndexOf(', expected ');
  return at < 0 ? { is: message } : { is: message.slice(0, at), expected: message.slice(at + ', expected '.length) };
}

const refusals: Readonly<Record<OverrideRefusal, string>> = {
  'another-subject': "it is for another subject than this commit's",
  expired: 'its time is over',
  'too-long': 'it lasts longer than the policy lets it',
  'no-such-time': 'its `until` is no moment such as 2026-11-20T18:00Z',
  'not-allowed': 'the policy does not name this person',
  'team-unknown': 'nobody knows whether this person is in the team: `team-token` is needed',
  'second-person-missing': 'it takes two people, and there is one',
};

function quotedLabel(label: string): string {
  return quoted(label, 40);
}
