import type { CatalogClass, CatalogSource } from '../class.ts';
import { objects } from '../class.ts';
import { accessClasses } from './access.ts';
import { annotationClasses } from './annotations.ts';
import { databaseClasses } from './database.ts';
import { operatorClasses } from './operators.ts';
import { relationMemberClasses } from './relation-members.ts';
import { relationClasses } from './relations.ts';
import { routineClasses } from './routines.ts';
import { textSearchClasses } from './text-search.ts';
import { typeClasses } from './types.ts';

/**
 * Everything that the fingerprint reads, in the order in which differences are told.
 *
 * Not read, since no migration can change it, or since it is not schema (docs/decisions/0002-fingerprint.md says more):
 * - objects of the server itself (ids below 16384: pg_catalog, information_schema), but for the schemas, the schema public with its
 *   comment, the procedural languages, tablespaces, roles outside pg_* and the extension plpgsql;
 * - objects of extensions, which belong to the extension's version; privileges on their relations and routines are read;
 * - temporary objects, TOAST tables and their indexes, triggers that enforce constraints (a constraint tells their state);
 * - rows, the numbers that sequences have reached, large objects, statistics, sizes, the state of replication;
 * - what follows from something that is read: array types, row types of tables, constructors of range types, sizes and flags of columns;
 * - what stays when a database is made (encoding, locale), versions of collations, passwords (only whether there is one).
 */
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

/** Types of extensions are no objects of their own here, but columns print their names. Few rows, found by their ids. */
const extensionTypes = objects(
  'pg_type',
  'oid',
  `oid = ANY (ARRAY(SELECT objid FROM pg_depend WHERE refclassid = 'pg_extension'::regclass AND classid = 'pg_type'::regclass AND deptype = 'e'))`,
);

/**
 * A change here may change how the definition of any object prints, without a new name among the objects that are read: an
 * extension's types stand in another schema or have another name, an operator class is not the default any more and so is
 * printed, a cast makes a call ambiguous.
 */
export const decisiveForPrinting: readonly CatalogSource[] = [
  objects('pg_extension', 'oid', 'true'),
  objects('pg_opclass'),
  objects('pg_cast'),
  extensionTypes,
];
