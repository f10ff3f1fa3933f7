import { type TranslationFunction, useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { deploymentsTranslationRef } from './ref';

/** Says a message of the tab in the reader's language. */
export type Words = TranslationFunction<typeof deploymentsTranslationRef.T>;

export function useWords(): Words {
  return useTranslationRef(deploymentsTranslationRef).t;
}
