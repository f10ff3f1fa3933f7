/** The inputs of the action, each a flag of the command too. */
import type { InputSpec, InputValues } from '@shipgate/kit/inputs';
import { SECURITY_SCANNERS, SHIPGATE_FILE } from '@shipgate/schemas';

export const inputSpecs = [
  {
    name: 'scanners',
    description: `What runs besides what the policy names: auto, none, or names, one per line: ${SECURITY_SCANNERS.join(', ')}. Default: what the policy says, else auto.`,
    kind: 'list',
  },
  {
    name: 'reports',
    description:
      'Saved reports that are read instead of running their scanners, as NAME=PATH, one per line; NAME a scanner, or sarif of any tool; PATH may have *.',
    kind: 'list',
  },
  { name: 'path', description: 'Folder to scan. Default: the workspace.', kind: 'path' },
  {
    name: 'policy',
    description: 'File with the section security, or with a policy alone. On a pull request it is read from the base.',
    kind: 'path',
    default: SHIPGATE_FILE,
  },
  {
    name: 'base-ref',
    description: 'Branch, tag or commit to compare with. Found from the event when it is not given.',
    kind: 'string',
  },
  {
    name: 'baseline',
    description:
      'SARIF of the base: what is in it is known, and the base itself is not scanned. Where the policy names one, that is read.',
    kind: 'path',
  },
  {
    name: 'kev-file',
    description:
      "CISA's catalogue of Known Exploited Vulnerabilities, as JSON. Where the policy names one, that is read.",
    kind: 'path',
  },
  {
    name: 'timeout',
    description: 'Longest time of one scanner. Default: what the policy says, else 5m.',
    kind: 'duration',
  },
  { name: 'token', description: 'Reads the base of the change where the checkout lacks it.', kind: 'string' },
  {
    name: 'dry-run',
    description: 'Only say what would be scanned; nothing is run, and nothing passes.',
    kind: 'boolean',
    default: 'false',
  },
] as const satisfies readonly InputSpec[];

export type Inputs = InputValues<typeof inputSpecs>;
