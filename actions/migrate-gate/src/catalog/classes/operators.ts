import type { CatalogClass } from '../class.ts';
import { FIRST_USER_OID, members, notOfExtension, objects, routine, when, word } from '../class.ts';

const operator: CatalogClass = {
  name: 'operator',
  key: 'o.oid',
  identity: 'o.oid::regoperator::text',
  attributes: {
    result: 'format_type(o.oprresult, NULL)',
    function: 'o.oprcode::oid::regprocedure::text',
    commutator: 'CASE WHEN o.oprcom <> 0 THEN o.oprcom::regoperator::text END',
    negator: 'CASE WHEN o.oprnegate <> 0 THEN o.oprnegate::regoperator::text END',
    restrict: routine('o.oprrest::oid'),
    join: routine('o.oprjoin::oid'),
    merges: when('o.oprcanmerge'),
    hashes: when('o.oprcanhash'),
    owner: 'o.oprowner::regrole::text',
  },
  from: 'pg_operator o',
  where: `o.oid >= ${FIRST_USER_OID} AND ${notOfExtension('pg_operator', 'o.oid')}`,
  sources: [objects('pg_operator')],
};

const accessMethodOf = (column: string) => `(SELECT quote_ident(m.amname) FROM pg_am m WHERE m.oid = ${column})`;
const familyName = (alias: string) =>
  `${alias}.opfnamespace::regnamespace::text || '.' || quote_ident(${alias}.opfname)`;
const amprocTypes = `format_type(a.amproclefttype, NULL) || ', ' || format_type(a.amprocrighttype, NULL)`;

const operatorClass: CatalogClass = {
  name: 'operator class',
  key: 'o.oid',
  identity: `o.opcnamespace::regnamespace::text || '.' || quote_ident(o.opcname) || ' using ' || ${accessMethodOf('o.opcmethod')}`,
  attributes: {
    family: `(SELECT ${familyName('f')} FROM pg_opfamily f WHERE f.oid = o.opcfamily)`,
    'input type': 'format_type(o.opcintype, NULL)',
    default: when('o.opcdefault'),
    storage: 'CASE WHEN o.opckeytype <> 0 THEN format_type(o.opckeytype, NULL) END',
    owner: 'o.opcowner::regrole::text',
  },
  from: 'pg_opclass o',
  where: `o.oid >= ${FIRST_USER_OID} AND ${notOfExtension('pg_opclass', 'o.oid')}`,
  sources: [objects('pg_opclass')],
};

const operatorFamily: CatalogClass = {
  name: 'operator family',
  key: 'f.oid',
  identity: `${familyName('f')} || ' using ' || ${accessMethodOf('f.opfmethod')}`,
  attributes: {
    operators: `(SELECT string_agg(concat(a.amopstrategy, ' ', a.amopopr::regoperator::text,
          ' order by ' || (SELECT ${familyName('s')} FROM pg_opfamily s WHERE s.oid = a.amopsortfamily)),
        ', ' ORDER BY a.amopopr::regoperator::text, a.amopstrategy)
      FROM pg_amop a WHERE a.amopfamily = f.oid)`,
    functions: `(SELECT string_agg(concat(a.amprocnum, ' for ', ${amprocTypes}, ' ', a.amproc::oid::regprocedure::text), ', ' ORDER BY a.amprocnum, ${amprocTypes})
      FROM pg_amproc a WHERE a.amprocfamily = f.oid)`,
    owner: 'f.opfowner::regrole::text',
  },
  from: 'pg_opfamily f',
  where: `f.oid >= ${FIRST_USER_OID} AND ${notOfExtension('pg_opfamily', 'f.oid')}`,
  sources: [objects('pg_opfamily'), members('pg_amop', 'amopfamily'), members('pg_amproc', 'amprocfamily')],
};

const accessMethod: CatalogClass = {
  name: 'access method',
  key: 'm.oid',
  identity: 'quote_ident(m.amname)',
  attributes: { kind: word('m.amtype', { t: 'table', i: 'index' }), handler: routine('m.amhandler::oid') },
  from: 'pg_am m',
  where: `m.oid >= ${FIRST_USER_OID} AND ${notOfExtension('pg_am', 'm.oid')}`,
  sources: [objects('pg_am')],
};

export const operatorClasses: readonly CatalogClass[] = [operator, operatorClass, operatorFamily, accessMethod];
