/** The inputs of the action, each a flag of the command too. */
import type { InputSpec, InputValues } from '@shipgate/kit/inputs';
import { SHIPGATE_FILE } from '@shipgate/schemas';

export const inputSpecs = [
  {
    name: 'file',
    description: 'The checklist, from the workspace. Several: one per line. Default: what the policy says.',
    kind: 'list',
  },
  {
    name: 'mode',
    description:
      'report: never blocks, for pull requests; enforce: before a deployment; manifests: only Kubernetes manifests; init: writes a policy for a checklist. Default: report on a pull request, else enforce.',
    kind: 'choice',
    choices: ['report', 'enforce', 'manifests', 'init'],
  },
  {
    name: 'environment',
    description: 'Environment that is to be deployed to, as checklist.gates names it. Default: the only one there.',
    kind: 'string',
  },
  {
    name: 'when',
    description: 'before: what has to hold before a deployment; after: the phases that watch it afterwards.',
    kind: 'choice',
    choices: ['before', 'after'],
    default: 'before',
  },
  {
    name: 'path',
    description: 'Folders or files with manifests, one per line. Default: what the policy says.',
    kind: 'list',
  },
  {
    name: 'policy',
    description: 'File with the section checklist, or with a policy alone. On a pull request it is read from the base.',
    kind: 'path',
    default: SHIPGATE_FILE,
  },
  {
    name: 'base-ref',
    description: 'Branch, tag or commit to compare with. Found from the event when it is not given.',
    kind: 'string',
  },
  {
    name: 'version',
    description:
      'Version of the release, for changelogs, metrics and probes. Default: the tag of the run, without its v.',
    kind: 'string',
  },
  { name: 'image', description: 'Digest of the image, sha256:…, for attestations.', kind: 'string' },
  {
    name: 'verdicts',
    description: 'Folders with verdicts of the other gates, one per line: downloaded artifacts of this run.',
    kind: 'list',
  },
  {
    name: 'token',
    description: 'Reads reviews, comments, commits, approvals and verdicts of this repository.',
    kind: 'string',
  },
  {
    name: 'team-token',
    description: 'Reads who is in a team: of a GitHub App with Members: read. The token of the job cannot.',
    kind: 'string',
  },
  {
    name: 'dry-run',
    description: 'Only say what would be looked at; nothing is asked, and nothing passes.',
    kind: 'boolean',
    default: 'false',
  },
] as const satisfies readonly InputSpec[];

export type Inputs = InputValues<typeof inputSpecs>;
