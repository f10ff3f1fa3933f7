import { told } from '../value.ts';
import type { Rule } from './rule.ts';
import { containerText } from './rule.ts';

/** https://kubernetes.io/docs/concepts/containers/images/#image-names: no tag means `latest`; a digest names one image for ever. */
export const imageTag: Rule = {
  name: 'image-tag',
  title: 'images have a tag other than latest, or a digest',
  hurts:
    'what runs is whatever was pushed last: two pods of one rollout may differ, and there is nothing to roll back to',
  mend: 'Name the image by its digest (name@sha256:…), or at least by the tag of a version.',
  subjects: 'pods',
  checks: [
    {
      each: 'container',
      expression: `has(container.image) && (container.image.contains('@')
        ? container.image.matches('^[^@]+@sha(256:[0-9a-f]{64}|512:[0-9a-f]{128})$')
        : container.image.matches('^[^@]*[^/:@]:[A-Za-z0-9_][A-Za-z0-9_.-]*$') && !container.image.endsWith(':latest'))`,
      field: ['image'],
      seen: ({ container }) =>
        `${containerText(container)} ${told(container?.value, ['image'], 'the tag of a version, or a digest')}`,
    },
  ],
};
