import { told } from '../value.ts';
import type { Rule } from './rule.ts';

/** https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#opt-out-of-api-credential-automounting */
export const serviceAccountToken: Rule = {
  name: 'service-account-token',
  title: 'pods that do not say so get no token of the cluster',
  hurts: 'whoever breaks into the container can speak to the API of the cluster as this service account',
  mend: 'Set automountServiceAccountToken to false; a pod that needs the API says true with a serviceAccountName of its own.',
  subjects: 'pods',
  checks: [
    {
      each: 'pod',
      expression: `pod.?automountServiceAccountToken.orValue('unset') == false
        || (pod.?automountServiceAccountToken.orValue('unset') == true
          && !(pod.?serviceAccountName.orValue('') in ['', 'default']))`,
      field: ['automountServiceAccountToken'],
      seen: ({ pod }) =>
        `the pod ${told(pod?.spec, ['automountServiceAccountToken'], 'false, or true with a serviceAccountName of its own')}`,
    },
  ],
};
