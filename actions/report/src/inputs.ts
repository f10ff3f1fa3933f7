/** The action's inputs as typed options, or all faults at once. */
import type { InputSpec, InputValues } from '@shipgate/kit/inputs';
import type { Fault } from '@shipgate/schemas';
import type { BackstageAddress } from './backstage/address.ts';
import { backstageAddress } from './backstage/address.ts';
import type { Origin } from './origin.ts';

/** auto: where it may be done. true: what may not be done is a trouble. */
const wishes = ['auto', 'true', 'false'] as const;
export type Wish = (typeof wishes)[number];

export const inputSpecs = [
  {
    name: 'verdicts',
    description: 'Folder of the downloaded artifacts: every verdict.json below it, and the results.sarif beside it.',
    kind: 'path',
    default: 'verdicts',
  },
  {
    name: 'backstage-url',
    description: "Address of the portal's backend, without /api. Empty: nothing is sent.",
    kind: 'string',
  },
  {
    name: 'audience',
    description: 'Audience of the OIDC token, as the backend expects it.',
    kind: 'string',
    default: 'shipgate',
  },
  {
    name: 'comment',
    description:
      'Keep a comment on the pull request. auto: where the token may; true: a token that may not is a trouble.',
    kind: 'choice',
    choices: wishes,
    default: 'auto',
  },
  {
    name: 'sarif',
    description: 'Upload to code scanning. auto: where it is on and the token may; true: that it may not is a trouble.',
    kind: 'choice',
    choices: wishes,
    default: 'auto',
  },
  {
    name: 'check-run',
    description: 'Keep a check run on the commit. auto: where the token may; true: that it may not is a trouble.',
    kind: 'choice',
    choices: wishes,
    default: 'auto',
  },
  {
    name: 'timeout',
    description: 'Longest wait for one answer of Backstage; four are waited for.',
    kind: 'duration',
    default: '20s',
  },
  {
    name: 'github-token',
    description: 'Comments on the pull request, uploads to code scanning, and writes check runs.',
    kind: 'string',
  },
  {
    name: 'dry-run',
    description: 'Only print what would be sent, as JSON. Nothing is asked for and nothing is sent.',
    kind: 'boolean',
    default: 'false',
  },
  {
    name: 'output-directory',
    description: 'Folder for report.json. Without it: out, in GitHub a folder in RUNNER_TEMP.',
    kind: 'path',
  },
] as const satisfies readonly InputSpec[];

export type Inputs = InputValues<typeof inputSpecs>;

export interface Options {
  /** As given: from the workspace, or absolute. */
  readonly verdicts: string;
  /** Null: nothing is sent. */
  readonly backstage: BackstageAddress | null;
  readonly audience: string;
  readonly comment: Wish;
  readonly sarif: Wish;
  readonly checkRun: Wish;
  readonly timeoutMs: number;
  readonly token: string | undefined;
  readonly dryRun: boolean;
}

export function resolveOptions(inputs: Inputs): Options | readonly Fault[] {
  const url = inputs['backstage-url'];
  const backstage = url === undefined ? null : backstageAddress(url);
  if (backstage !== null && 'title' in backstage) return [backstage];
  return {
    verdicts: inputs.verdicts,
    backstage,
    audience: inputs.audience,
    comment: inputs.comment,
    sarif: inputs.sarif,
    checkRun: inputs['check-run'],
    timeoutMs: inputs.timeout,
    token: inputs['github-token'],
    dryRun: inputs['dry-run'],
  };
}

/** What is asked for and can never be had in this job. `hasIdentity`: GitHub gives it OIDC tokens. */
export function impossibleWishes(options: Options, origin: Origin, hasIdentity: boolean): readonly Fault[] {
  const { backstage, comment, sarif, checkRun, token, dryRun } = options;
  if (origin.isFinishedRun)
    return [
      ...(backstage === null ? [] : [notFromHere]),
      ...(sarif === 'true' ? [noScan] : []),
      ...(checkRun === 'true' ? [noCheckRun] : []),
    ];
  const lacksIdentity = backstage !== null && !hasIdentity && !origin.isFork && !dryRun;
  const lacksToken = token === undefined && !dryRun && [comment, sarif, checkRun].includes('true');
  return [...(lacksIdentity ? [noIdentity] : []), ...(lacksToken ? [noToken] : [])];
}

const notFromHere: Fault = {
  title: 'a verdict cannot be sent to Backstage from a workflow_run',
  expected: 'no backstage-url in a workflow that follows another one',
  got: 'backstage-url, and an OIDC token that names the default branch and not the commit that was judged',
  do: 'send it from a second job of the workflow that gave the verdict',
};

const noScan: Fault = {
  title: 'SARIF is not uploaded from a workflow_run',
  expected: 'sarif: auto or false in a workflow that follows another one',
  got: 'sarif: true, and results that a fork may have written',
  do: 'upload it from a second job of the workflow that gave the verdict',
};

const noCheckRun: Fault = {
  title: 'a check run is not written from a workflow_run',
  expected: 'check-run: auto or false in a workflow that follows another one',
  got: 'check-run: true, and a verdict that a fork may have written',
  do: 'write it from a second job of the workflow that gave the verdict',
};

const noIdentity: Fault = {
  title: 'this job may not prove who it is',
  expected: 'a job that GitHub gives an OIDC token, since backstage-url is set',
  got: 'none',
  do: 'add "id-token: write" to the permissions of this job',
};

const noToken: Fault = {
  title: 'there is no token for what is wanted',
  expected: 'github-token, since comment, sarif or check-run is true',
  got: 'none',
  do: 'leave github-token to its default, or give a token',
};
