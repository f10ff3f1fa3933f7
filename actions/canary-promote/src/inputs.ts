/** The action's inputs, and the command's flags. */
import type { InputSpec, InputValues } from '@shipgate/kit/inputs';

export const inputSpecs = [
  {
    name: 'plan',
    description: 'File with the plan. Default: the section canary of the file that config names.',
    kind: 'path',
  },
  {
    name: 'config',
    description: 'The file with the section canary.',
    kind: 'path',
    default: '.github/shipgate.yml',
  },
  {
    name: 'command',
    description:
      'run carries the rollout out, or goes on with it; resume only goes on; approve lets a manual step go on; abort takes the traffic back; status tells where it stands; reap takes over from a run that died.',
    kind: 'choice',
    choices: ['run', 'resume', 'approve', 'abort', 'status', 'reap'],
    default: 'run',
  },
  {
    name: 'version',
    description: 'Version that is rolled out, as the label of its series says it.',
    kind: 'string',
  },
  {
    name: 'stable-version',
    description: 'Version that it is compared with. Default: the only other one that the series show.',
    kind: 'string',
  },
  {
    name: 'github-token',
    description: 'For the statuses of a deployment and the incident issue, where the plan asks for them.',
    kind: 'string',
  },
  {
    name: 'replay',
    description: 'Recorded samples of a run, or a file of traces: decided again offline.',
    kind: 'path',
  },
  {
    name: 'dry-run',
    description: 'Only the preflight; nothing is watched, and nothing passes.',
    kind: 'boolean',
    default: 'false',
  },
] as const satisfies readonly InputSpec[];

export type Inputs = InputValues<typeof inputSpecs>;

/** Those beside the rollout itself. */
export type Command = Exclude<Inputs['command'], 'run' | 'resume'>;
