/**
 * The schema fingerprint reads the catalog class by class. A class says, as data, which objects it has, how people call them,
 * and which attributes make them what they are. Source: PostgreSQL documentation, chapter "System Catalogs".
 */

/** Objects made by users have ids from here on (FirstNormalObjectId in PostgreSQL's transam.h). */
export const FIRST_USER_OID = 16384;

/** initdb makes the schema public, with this id (pg_namespace.dat in PostgreSQL's sources). */
export const PUBLIC_SCHEMA_OID = 2200;

export interface CatalogClass {
  /** Noun that people use: "table", "trigger". */
  readonly name: string;
  /** SQL: object id by which the object's rows are found again. */
  readonly key: string;
  /** SQL: tells several objects of one key apart, such as a column's number; "0" when a key has one object. */
  readonly part?: string;
  /** SQL: the name that people use, with its schema, such as `public.orders` or `touch on public.orders`. */
  readonly identity: string;
  /** Attribute -> SQL (any type; NULL = not set). */
  readonly attributes: Readonly<Record<string, string>>;
  readonly from: string;
  readonly where: string;
  /** The catalogs whose rows tell that an object has changed. The first one holds the objects themselves. */
  readonly sources: readonly CatalogSource[];
  /** Rows without which the class has no object at all, so that it need not be read. */
  readonly needs?: CatalogSource;
  /**
   * SQL condition for those objects whose printed definition depends on the columns of other relations (a view's aliases):
   * they are read again when a column of an older relation changes.
   */
  readonly followsColumns?: string;
}

export interface CatalogSource {
  readonly catalog: string;
  /** SQL: the key of the class, in this catalog's row. */
  readonly key: string;
  /** SQL: rows that count. */
  readonly where: string;
  /**
   * objects: one row per key, and a row that is gone means that the object is gone. details: rows that come and go with the object's own.
   * members: rows may come and go by themselves; any change in them means that the whole class is read again.
   */
  readonly mode: 'objects' | 'details' | 'members';
  /** SQL: a one-letter kind of the row, and the letters that this class wants. */
  readonly kind?: { readonly column: string; readonly of: string };
}

/** SQL condition: not part of an extension (those belong to the extension's version). */
export function notOfExtension(catalog: string, oid: string): string {
  return `NOT EXISTS (SELECT 1 FROM pg_depend e WHERE e.classid = '${catalog}'::regclass AND e.objid = ${oid} AND e.deptype = 'e')`;
}

/** SQL: neither part of an extension nor made by the server along with another object, as a range type's constructors are. */
export function madeByUser(catalog: string, oid: string): string {
  return `NOT EXISTS (SELECT 1 FROM pg_depend e WHERE e.classid = '${catalog}'::regclass AND e.objid = ${oid} AND e.deptype IN ('e', 'i'))`;
}

/** SQL: not of a session: relations tell that themselves, other objects by their schema. */
export function notTemporary(namespace: string): string {
  return `${namespace} NOT IN (SELECT m.oid FROM pg_namespace m WHERE m.nspname ~ '^pg_temp_')`;
}

/** SQL: privileges as sorted text, NULL when they are the default ones, whether written down or not. */
export function privileges(acl: string, kind: string, owner: string): string {
  const sorted = (list: string) => `(SELECT string_agg(a::text, ' ' ORDER BY a::text) FROM unnest(${list}) a)`;
  const nobody = (list: string) => `coalesce(${sorted(list)}, '(nobody)')`;
  return `CASE WHEN ${acl} IS NOT NULL THEN NULLIF(${nobody(acl)}, ${nobody(`acldefault('${kind}', ${owner})`)}) END`;
}

/** SQL: options such as {fillfactor=70} as sorted text. */
export function options(list: string): string {
  return when(`${list} IS NOT NULL`, `(SELECT string_agg(o, ', ' ORDER BY o) FROM unnest(${list}) o)`);
}

/** SQL: a one-letter catalog code as a word; an unknown code stays as it is. */
export function word(code: string, words: Readonly<Record<string, string>>): string {
  const cases = Object.entries(words).map(([letter, meaning]) => `WHEN '${letter}' THEN '${meaning}'`);
  return `CASE ${code}::text ${cases.join(' ')} ELSE ${code}::text END`;
}

/** SQL: the value, or NULL where the condition does not hold, so that the usual state takes no room. */
export function when(condition: string, value = 'true'): string {
  return `CASE WHEN ${condition} THEN ${value} END`;
}

/** SQL: a column that older servers do not have. */
export function sinceVersion(alias: string, column: string): string {
  return `to_jsonb(${alias}) ->> '${column}'`;
}

/** SQL: a function with its argument types, since names are shared; NULL for none. */
export function routine(oid: string): string {
  return `CASE WHEN ${oid} <> 0 THEN ${oid}::oid::regprocedure::text END`;
}

/** A source whose rows are the objects made by users. */
export function objects(catalog: string, key = 'oid', where = `${key} >= ${FIRST_USER_OID}`): CatalogSource {
  return { catalog, key, where, mode: 'objects' };
}

/** A source whose rows are part of an object: they change, but come and go with it. */
export function details(catalog: string, key: string, where = `${key} >= ${FIRST_USER_OID}`): CatalogSource {
  return { catalog, key, where, mode: 'details' };
}

/** A source whose rows belong to objects and may come and go without them. */
export function members(catalog: string, key: string, where = `${key} >= ${FIRST_USER_OID}`): CatalogSource {
  return { catalog, key, where, mode: 'members' };
}

/** The SELECT of a class; `{keys}` in the result stands for the condition on keys. */
export function selectClass(c: CatalogClass): string {
  const pairs = Object.entries(c.attributes).map(([name, sql]) => `'${name}', ${sql}`);
  return [
    `SELECT ${c.key}::oid::text, (${c.part ?? '0'})::text, ${c.identity}, jsonb_strip_nulls(jsonb_build_object(${pairs.join(', ')}))::text`,
    `FROM ${c.from}`,
    `WHERE (${c.where}) AND {keys}`,
  ].join('\n');
}
