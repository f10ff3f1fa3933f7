/** Why a role has not signed. */
import { mark } from '@shipgate/kit/report/sentence';
import type { Finding } from '../findings.ts';
import type { Role } from '../policy.ts';
import type { Void } from '../signoffs/candidate.ts';
import type { JudgedCandidate, NotAllowed } from '../signoffs/judge.ts';
import { type ReasonTexts, shortSubject } from './text.ts';

type OfRole = Extract<Finding, { signature: unknown }>;

const NOBODY = 'a release that needs this signature goes out without the one who answers for it.';

export const signatureTexts: ReasonTexts<
  | 'signature-missing'
  | 'signature-claimed'
  | 'signature-stale'
  | 'signature-void'
  | 'signature-not-allowed'
  | 'signature-unknown'
  | 'team-unreadable'
> = {
  'signature-missing': {
    severity: 'error',
    proof: 'signatures',
    title: (finding) => `${label(finding)} has not signed`,
    seen: () => 'no review, comment, commit or approval of anybody who may sign for this role was found.',
    hurts: () => NOBODY,
    mend: (finding) => `${whoMay(finding.signature.role)} approves the pull request, or comments on the commit.`,
    repair: comment,
  },
  'signature-claimed': {
    severity: 'error',
    proof: 'signatures',
    title: (finding) => `${label(finding)} only claimed`,
    seen: ({ signature }) =>
      `the Markdown says ${mark([signature.claim?.name, signature.claim?.date].filter((part) => part !== undefined).join(', ') || '[x]')}; a name in Markdown proves nobody.`,
    hurts: () => 'anybody can write any name.',
    mend: (finding) => `${whoMay(finding.signature.role)} approves the pull request, or comments on the commit.`,
    repair: comment,
  },
  'signature-stale': {
    severity: 'error',
    proof: 'signatures',
    title: (finding) => `${label(finding)}: signed something else`,
    seen: ({ signature, subject }) =>
      `${tellAct(signature.best)} is for subject ${shortSubject(signature.best?.candidate.subject ?? null)}; this commit's is ${shortSubject(subject)}.`,
    hurts: () => 'files changed since, and nobody in this role has seen them.',
    mend: ({ signature }) => `${who(signature.best)} signs once more.`,
    repair: comment,
  },
  'signature-void': {
    severity: 'error',
    proof: 'signatures',
    title: (finding) => `${label(finding)}: the signature does not count`,
    seen: ({ signature }) =>
      `${tellAct(signature.best)} ${voidWords[(signature.best?.because ?? 'dismissed') as Void]}.`,
    hurts: () => NOBODY,
    mend: ({ signature }) => `${who(signature.best)} signs once more.`,
    repair: comment,
  },
  'signature-not-allowed': {
    severity: 'error',
    proof: 'signatures',
    title: (finding) => `${label(finding)}: ${who(finding.signature.best)} may not sign`,
    seen: ({ signature }) =>
      `${tellAct(signature.best)}, but ${notAllowedWords[(signature.best?.because ?? 'not-member') as NotAllowed]}.`,
    hurts: () => "a signature of one's own work, or of somebody else's role, is none.",
    mend: ({ signature }) => `${whoMay(signature.role)} signs: somebody else.`,
  },
  'signature-unknown': {
    severity: 'error',
    blocks: 'unknown',
    proof: 'signatures',
    title: (finding) => `${label(finding)}: nobody knows whether it is signed`,
    seen: ({ signature }) =>
      signature.best?.why ??
      signature.troubles.map(({ what, got }) => `${what}: ${got}`).join('; ') ??
      'it could not be read.',
    hurts: () => 'a signature that could not be looked for is none.',
    mend: ({ signature }) => mendTroubles(signature.troubles.map(({ need }) => need)),
  },
  'team-unreadable': {
    severity: 'error',
    blocks: 'unknown',
    proof: 'signatures',
    title: (finding) => `${label(finding)}: nobody knows who is in ${mark(finding.signature.best?.team ?? '')}`,
    seen: ({ signature }) =>
      `${tellAct(signature.best)}; of the team: ${signature.best?.why ?? 'it could not be read'}.`,
    hurts: () => 'so nobody knows whether this person may sign.',
    mend: () => 'pass `team-token` of a GitHub App with `Members: read`; `GITHUB_TOKEN` never has it.',
    repair: () => ({
      language: 'yaml',
      text: '- uses: OWNER/REPO/actions/checklist@<commit>\n  with:\n    team-token: ${{ secrets.SHIPGATE_TEAM_TOKEN }}',
    }),
  },
};

const voidWords: Readonly<Record<Void, string>> = {
  dismissed: 'was dismissed',
  'changes-requested': 'was followed by a request for changes of the same person',
  edited: 'was edited, so nobody knows who wrote what stands there',
  'by-web-flow': "was written in the browser, so it bears the key of GitHub and not the person's own",
  'key-not-verified': 'bears no key that GitHub could verify',
  'key-of-somebody-else': "bears the key of another account than its author's",
  'other-environment': 'is for another environment',
};

const notAllowedWords: Readonly<Record<NotAllowed, string>> = {
  author: 'wrote a part of this change',
  bot: 'the account is no person',
  deleted: 'the account does not exist any more',
  'not-member': 'this role is not theirs',
  'signs-for-another-role': 'the same person signs for another role already',
};

function label({ signature }: OfRole): string {
  return signature.role.label;
}

function who(best: JudgedCandidate | undefined): string {
  return mark(best?.candidate.signer?.login ?? 'ghost');
}

/** "the review of `boris-ops` of 2026-11-19". */
function tellAct(best: JudgedCandidate | undefined): string {
  if (best === undefined) return 'nothing';
  const { kind, at } = best.candidate;
  const noun = { review: 'review', 'commit-comment': 'comment', 'signed-commit': 'commit', environment: 'approval' }[
    kind
  ];
  return `the ${noun} of ${who(best)}${at === null ? '' : ` of ${at.slice(0, 10)}`}`;
}

/** "`dev-lead`", "anyone of `acme/security-leads`". */
export function whoMay({ users, teams, codeowners, environment }: Role): string {
  const names = [
    ...users.map(({ login }) => mark(login)),
    ...teams.map((team) => `anyone of ${mark(team)}`),
    ...(codeowners === undefined ? [] : [`an owner of ${mark(codeowners)}`]),
    ...(environment === undefined ? [] : [`a reviewer of the environment ${mark(environment)}`]),
  ];
  return names.slice(0, 4).join(' or ');
}

function comment({ signature, subject, environment }: OfRole): { language: 'sh'; text: string } | undefined {
  if (subject === null || environment === undefined) return undefined;
  const words = [`role=${signature.role.name}`, `env=${environment}`, `subject=${subject}`];
  return { language: 'sh', text: `shipgate sign-off ${words.join(' ')}` };
}

export function mendTroubles(needs: readonly (string | undefined)[]): string {
  const permissions = [...new Set(needs.filter((need) => need !== undefined))].map(mark);
  if (permissions.length > 0) return `give the job ${permissions.join(' and ')}, and run it again.`;
  return needs.length > 0 ? 'signatures are proven in GitHub Actions; here only items are.' : 'run the job again.';
}
