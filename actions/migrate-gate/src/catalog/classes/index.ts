import type { CatalogClass } from '../class.ts';
import { accessClasses } from './access.ts';
import { annotationClasses } from './annotations.ts';
import { databaseClasses } from './database.ts';
import { operatorClasses } from './operators.ts';
import { relationMemberClasses } from './relation-members.ts';
import { relationClasses } from './relations.ts';
import { routineClasses } from './routines.ts';
import { textSearchClasses } from './text-search.ts';
import { typeClasses } from './types.ts';

/** Everything that the fingerprint reads, in the order in which differences are told. */
export const catalogClasses: readonly CatalogClass[] = [
  ...relationClasses,
  ...relationMemberClasses,
  ...routineClasses,
  ...typeClasses,
  ...operatorClasses,
  ...textSearchClasses,
  ...databaseClasses,
  ...accessClasses,
  ...annotationClasses,
];
