/** All kinds of secrets that we know, and their names. Where two fit one text, the earlier one is told. */
import { clouds } from './kinds/clouds.ts';
import { codeHosts } from './kinds/code-hosts.ts';
import { keys } from './kinds/keys.ts';
import type { SecretKind } from './kinds/kind.ts';
import { messages } from './kinds/messages.ts';
import { models } from './kinds/models.ts';
import { payments } from './kinds/payments.ts';
import { platforms } from './kinds/platforms.ts';
import { registries } from './kinds/registries.ts';
import { services } from './kinds/services.ts';
import { urls } from './kinds/urls.ts';
import { work } from './kinds/work.ts';

export const secretKinds: readonly SecretKind[] = [
  ...codeHosts,
  ...clouds,
  ...registries,
  ...models,
  ...payments,
  ...messages,
  ...platforms,
  ...work,
  ...services,
  ...keys,
  ...urls,
];
