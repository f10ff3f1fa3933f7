import { createTranslationRef } from '@backstage/core-plugin-api/alpha';
import { english } from './english';

/** The words of the tab: English here, Russian loaded when the app offers it, any other language by the app. */
export const deploymentsTranslationRef = createTranslationRef({
  id: 'plugin.deployments',
  messages: english,
  translations: { ru: () => import('./russian') },
});
