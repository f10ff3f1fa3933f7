import type { CatalogClass } from '../class.ts';
import { FIRST_USER_OID, members, notOfExtension, PUBLIC_SCHEMA_OID } from '../class.ts';
import { descriptions, extensionMembers } from './database.ts';

/** SQL: kind and name of what is annotated; the database has another name in every trial. */
const shared = `CASE WHEN d.classoid = 'pg_database'::regclass THEN 'this database'
  ELSE (SELECT concat(i.type, ' ', i.identity) FROM pg_identify_object(d.classoid, d.objoid, 0) i) END`;
const inDatabase = `concat(i.type, ' ', i.identity)`;
const identified = 'CROSS JOIN LATERAL pg_identify_object(d.classoid, d.objoid, d.objsubid) i';
const notTemporary = `i.identity !~ '(^| on )pg_temp\\.'`;
/** SQL: this database or what all databases share, but no other database. */
const notOfOtherDatabase = `(d.classoid <> 'pg_database'::regclass OR d.objoid = (SELECT b.oid FROM pg_database b WHERE b.datname = current_database()))`;

/** The comment that initdb gives the schema public is the server's, a change of it is the migration's. */
const comment: CatalogClass = {
  name: 'comment',
  key: 'd.objoid',
  part: `concat(d.classoid, '.', d.objsubid)`,
  identity: inDatabase,
  attributes: { text: 'd.description' },
  from: `pg_description d ${identified}`,
  where: `(d.objoid >= ${FIRST_USER_OID} OR d.objoid = ${PUBLIC_SCHEMA_OID})
    AND NOT EXISTS (SELECT 1 FROM pg_depend e WHERE e.classid = d.classoid AND e.objid = d.objoid AND e.deptype = 'e')
    AND d.classoid <> 'pg_extension'::regclass AND ${notTemporary}`,
  sources: [descriptions],
};

const sharedComment: CatalogClass = {
  name: 'shared comment',
  key: 'd.objoid',
  part: 'd.classoid',
  identity: shared,
  attributes: { text: 'd.description' },
  from: 'pg_shdescription d',
  where: `(d.objoid >= ${FIRST_USER_OID} OR d.classoid = 'pg_database'::regclass) AND ${notOfOtherDatabase}`,
  sources: [members('pg_shdescription', 'objoid', 'true')],
};

const label: CatalogClass = {
  name: 'security label',
  key: 'd.objoid',
  part: `concat(d.classoid, '.', d.objsubid, '.', d.provider)`,
  identity: `d.provider || ' on ' || ${inDatabase}`,
  attributes: { label: 'd.label' },
  from: `pg_seclabel d ${identified}`,
  where: notTemporary,
  sources: [members('pg_seclabel', 'objoid', 'true')],
};

const sharedLabel: CatalogClass = {
  name: 'shared security label',
  key: 'd.objoid',
  part: `concat(d.classoid, '.', d.provider)`,
  identity: `d.provider || ' on ' || ${shared}`,
  attributes: { label: 'd.label' },
  from: 'pg_shseclabel d',
  where: notOfOtherDatabase,
  sources: [members('pg_shseclabel', 'objoid', 'true')],
};

/** SQL: privileges that differ from those which the extension's own script gave. */
function grantsBesides(catalog: string, row: string, acl: string, kind: string, owner: string): string {
  const sorted = (list: string) => `(SELECT string_agg(a::text, ' ' ORDER BY a::text) FROM unnest(${list}) a)`;
  const initial = `(SELECT i.initprivs FROM pg_init_privs i WHERE i.classoid = '${catalog}'::regclass AND i.objoid = ${row} AND i.objsubid = 0)`;
  return `NULLIF(coalesce(${sorted(acl)}, '(nobody)'), coalesce(${sorted(`coalesce(${initial}, acldefault('${kind}', ${owner}))`)}, '(nobody)'))`;
}

function grantsOnMembers(
  name: string,
  catalog: string,
  identity: string,
  acl: string,
  kind: string,
  owner: string,
): CatalogClass {
  const besides = grantsBesides(catalog, 'o.oid', acl, kind, owner);
  return {
    name,
    key: 'o.oid',
    needs: extensionMembers,
    identity,
    attributes: { privileges: besides },
    from: `${catalog} o`,
    where: `o.oid >= ${FIRST_USER_OID} AND ${acl} IS NOT NULL AND NOT ${notOfExtension(catalog, 'o.oid')} AND ${besides} IS NOT NULL`,
    sources: [
      {
        catalog,
        key: 'oid',
        where: `oid >= ${FIRST_USER_OID}`,
        mode: 'objects',
        ...(kind === 'r' ? { kind: { column: 'relkind', of: 'rpvmfS' } } : {}),
      },
    ],
  };
}

/** What an extension made is its version's business; who may use it is the migration's. */
const relationGrants = grantsOnMembers(
  'grants on extension relation',
  'pg_class',
  'o.oid::regclass::text',
  'o.relacl',
  'r',
  'o.relowner',
);
const routineGrants = grantsOnMembers(
  'grants on extension routine',
  'pg_proc',
  'o.oid::regprocedure::text',
  'o.proacl',
  'f',
  'o.proowner',
);

/** What is said about objects from outside of them. */
export const annotationClasses: readonly CatalogClass[] = [
  comment,
  sharedComment,
  label,
  sharedLabel,
  relationGrants,
  routineGrants,
];
