import { told } from '../value.ts';
import type { Rule } from './rule.ts';
import { containerText } from './rule.ts';

const FIELD = ['securityContext', 'readOnlyRootFilesystem'];

/** https://kubernetes.io/docs/tasks/configure-pod-container/security-context/ ; Windows has no such file system. */
export const readOnlyRootFilesystem: Rule = {
  name: 'read-only-root-filesystem',
  title: 'containers cannot write to their own image',
  hurts: 'whoever breaks into the container can put tools there, or change the program that runs',
  mend: 'Set securityContext.readOnlyRootFilesystem to true, with an emptyDir for what must be written.',
  subjects: 'pods',
  checks: [
    {
      each: 'container',
      lists: ['containers', 'initContainers'],
      expression: `pod.?os.?name.orValue('') == 'windows'
        || container.?securityContext.?readOnlyRootFilesystem.orValue(false) == true`,
      field: FIELD,
      seen: ({ container }) => `${containerText(container)} ${told(container?.value, FIELD, 'true')}`,
    },
  ],
};
