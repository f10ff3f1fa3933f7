/** What was found in the code, its manifests and its contracts, and secrets. */
import { mark } from '@shipgate/kit/report/sentence';
import { counted } from '@shipgate/kit/verdict';
import { exampleOf } from '@shipgate/manifests/examples';
import type { DecidedFinding } from '../decided.ts';
import { EMBEDDED } from './scanners.ts';
import { type Ground, plain, type ReasonTexts, type Repair, uncapital } from './text.ts';

const LET_THROUGH = 'let it through by an entry of `security.allow`, with a reason and an end';

export const findingTexts: ReasonTexts<
  'secret-found' | 'code-weakness' | 'manifest-weakness' | 'contract-broken' | 'more-findings'
> = {
  'secret-found': {
    title: ({ finding }) =>
      `${finding.severity}: ${titleOf(finding)} in the ${isHistory(finding) ? 'history' : 'code'}`,
    seen: ({ finding }) => `${tellRule(finding)}. The value is not shown anywhere.`,
    hurts: ({ finding }) =>
      finding.state === 'new'
        ? 'it stays in the history of this branch; whoever can read the repository can use it.'
        : 'the base has it too: whoever can read the repository can use it.',
    mend: ({ finding }) => {
      const how = finding.finding.fix;
      const by = how === undefined || isCommand(how) ? '' : ` (${uncapital(plain(how))})`;
      return finding.state === 'new'
        ? `revoke it first${by}, then remove it from every commit of the branch.`
        : `revoke it${by}: what the history holds cannot be taken back.`;
    },
    repair: ({ finding }, { base }) => {
      const rebase = finding.state === 'new' && base !== null ? [`git rebase -i ${base.sha.slice(0, 7)}`] : [];
      const { fix } = finding.finding;
      return shell([...(fix !== undefined && isCommand(fix) ? [fix] : []), ...rebase]);
    },
  },
  'code-weakness': {
    title: ({ finding }) => `${finding.severity}: ${titleOf(finding)}`,
    seen: ({ finding }) => `${tellRule(finding)}${tellMessage(finding)}.`,
    hurts: ({ finding }, { failOn }) => hurtsLater(finding, failOn),
    mend: ({ finding }) =>
      finding.finding.fix === undefined
        ? `change the line so that ${mark(finding.finding.rule)} does not match, or ${LET_THROUGH}.`
        : 'change it:',
    repair: ({ finding }) => shell(finding.finding.fix === undefined ? [] : [finding.finding.fix]),
  },
  'manifest-weakness': {
    title: ({ finding }) => `${finding.severity}: ${titleOf(finding)}`,
    seen: ({ finding }) => `${tellRule(finding)}${tellMessage(finding)}.`,
    hurts: () => 'the cluster does as the manifest says, from the next deployment on.',
    mend: ({ finding }) => {
      const { fix, rule } = finding.finding;
      const how = isOurs(finding) && fix !== undefined ? uncapital(plain(fix, 300)) : undefined;
      return `${how ?? `change the manifest so that ${mark(rule)} does not match`}, or ${LET_THROUGH}.`;
    },
    repair: ({ finding }) => {
      const text = isOurs(finding) ? exampleOf(finding.finding.rule) : undefined;
      return text === undefined ? undefined : { language: 'yaml', text };
    },
  },
  'contract-broken': {
    title: ({ finding }) => `${finding.severity}: ${titleOf(finding)}`,
    seen: ({ finding }) => `${tellRule(finding)}${tellMessage(finding)}.`,
    hurts: () => 'whoever calls this by the old contract breaks on the day it is deployed.',
    mend: () => `keep the old form beside the new one until nobody uses it, or ${LET_THROUGH}.`,
  },
  'more-findings': {
    title: ({ count, isBlocking }) =>
      isBlocking
        ? `${counted(count, 'more finding')} ${count === 1 ? 'blocks' : 'block'}`
        : `${counted(count, 'more new finding')} that ${count === 1 ? 'does' : 'do'} not block`,
    seen: ({ count }) =>
      `${counted(count, 'finding')} more than are told one by one; all are in the SARIF beside the verdict.`,
    hurts: ({ isBlocking }) =>
      isBlocking
        ? 'each of them blocks by itself, so mending those above is not enough.'
        : 'once merged they count as known, and nobody is told of them again.',
    mend: ({ isBlocking }) =>
      isBlocking
        ? 'look at what is most frequent first: one cause often makes many of them.'
        : 'read them in the SARIF, or in code scanning.',
  },
};

/** Another tool may have a rule of the same name that asks for something else. */
function isOurs({ scanner }: DecidedFinding): boolean {
  return scanner === 'manifests';
}

/** Title in the scanner's words; its rule where there are none. */
export function titleOf({ finding }: DecidedFinding): string {
  return plain(finding.title) || plain(finding.rule) || 'a finding';
}

/** Not in the checkout, but in a commit before it. */
function isHistory({ finding }: DecidedFinding): boolean {
  return finding.commit !== undefined;
}

/** "rule `B602` of bandit and semgrep matches", with what makes it special. */
function tellRule(decided: DecidedFinding): string {
  const { finding, scanner, alsoBy } = decided;
  const expired = tellExpired(decided);
  const at = finding.location;
  const place = at === null ? '' : ` at ${mark(at.line === undefined ? at.path : `${at.path}:${at.line}`)}`;
  const history = finding.commit === undefined ? '' : `, in commit ${mark(finding.commit.slice(0, 7))}${place}`;
  // Our own scanners are named by what they look for, which would only say it twice.
  const names = [scanner, ...alsoBy].filter((name) => !EMBEDDED.has(name)).map((name) => plain(name, 40));
  const by = names.length === 0 ? '' : ` of ${names.slice(0, 4).join(' and ')}`;
  return `${expired}rule ${mark(finding.rule)}${by} matches${history}${tellSeverity(decided)}`;
}

/** "suppression expired on 2027-01-31; ", when it bites. */
export function tellExpired({ hasExpired, entry }: DecidedFinding): string {
  return hasExpired && entry !== undefined ? `suppression expired on ${entry.expires}; ` : '';
}

/** Where the scanner gives no severity, the policy does; what is used in attacks counts as critical whatever it gives. */
export function tellSeverity({ finding, severity, kev }: DecidedFinding): string {
  if (kev)
    return finding.severity === 'critical'
      ? ''
      : `; ${finding.severity ?? 'without a severity'} by itself, critical by KEV`;
  return finding.severity === null ? `; no severity is given, so it counts as ${severity}` : '';
}

/** What the message says more than the title: "(confidence high)" of bandit, the advice of ruff. */
function tellMessage({ finding }: DecidedFinding): string {
  const title = plain(finding.title, 300);
  const message = plain(finding.message, 300);
  // A title that goes on inside a word is none that the message repeats.
  const isRepeated = title !== '' && message.startsWith(title) && !/^[\p{L}\p{N}]/u.test(message.slice(title.length));
  const more = isRepeated ? message.slice(title.length).replace(/^[\s.:;,]+/u, '') : message;
  if (more === '') return '';
  return isRepeated && more.startsWith('(') ? ` ${more}` : `: ${more}`;
}

/** What becomes of a finding in code that nobody mends now. */
export function hurtsLater({ state, hasExpired }: DecidedFinding, failOn: Ground['failOn']): string {
  if (hasExpired) return 'it was let through for a time, and that time is over.';
  if (state === 'known') return 'it is on the base too, so it goes out with every release.';
  return failOn.state === 'new'
    ? 'once merged it counts as known, and nothing stops at it any more.'
    : 'it goes out with the next release.';
}

/** Some providers have no command: then a sentence says where to go. */
function isCommand(text: string): boolean {
  return !/^\s*\p{Lu}/u.test(text);
}

/** Commands, one a line: what a report brings cannot begin another one. */
export function shell(commands: readonly string[]): Repair | undefined {
  const lines = commands.map((command) => command.replace(/\s+/gu, ' ').trim());
  const text = lines.filter((line) => line !== '').join('\n');
  return text === '' ? undefined : { language: 'sh', text };
}
