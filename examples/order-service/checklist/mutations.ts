/** For every entry of .github/checklist.yml at least one change that makes its fact false. */
import type { Mutation } from './mutation.ts';
import { code } from './mutations/code.ts';
import { configuration } from './mutations/configuration.ts';
import { documents } from './mutations/documents.ts';
import { infrastructure } from './mutations/infrastructure.ts';
import { kubernetes } from './mutations/kubernetes.ts';
import { observability } from './mutations/observability.ts';
import { recovery } from './mutations/recovery.ts';
import { security } from './mutations/security.ts';

export const mutations: readonly Mutation[] = [
  ...code,
  ...configuration,
  ...infrastructure,
  ...kubernetes,
  ...observability,
  ...security,
  ...recovery,
  ...documents,
];
