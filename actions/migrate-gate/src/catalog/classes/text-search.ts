import type { CatalogClass } from '../class.ts';
import { FIRST_USER_OID, members, notOfExtension, objects, routine } from '../class.ts';

const configuration: CatalogClass = {
  name: 'text search configuration',
  key: 'k.oid',
  identity: 'k.oid::regconfig::text',
  attributes: {
    parser:
      "(SELECT p.prsnamespace::regnamespace::text || '.' || quote_ident(p.prsname) FROM pg_ts_parser p WHERE p.oid = k.cfgparser)",
    mappings: `(SELECT string_agg(concat(m.maptokentype, '=', m.mapdict::regdictionary::text), ', ' ORDER BY m.maptokentype, m.mapseqno)
      FROM pg_ts_config_map m WHERE m.mapcfg = k.oid)`,
    owner: 'k.cfgowner::regrole::text',
  },
  from: 'pg_ts_config k',
  where: `k.oid >= ${FIRST_USER_OID} AND ${notOfExtension('pg_ts_config', 'k.oid')}`,
  sources: [objects('pg_ts_config'), members('pg_ts_config_map', 'mapcfg')],
};

const dictionary: CatalogClass = {
  name: 'text search dictionary',
  key: 'k.oid',
  identity: 'k.oid::regdictionary::text',
  attributes: {
    template:
      "(SELECT t.tmplnamespace::regnamespace::text || '.' || quote_ident(t.tmplname) FROM pg_ts_template t WHERE t.oid = k.dicttemplate)",
    options: 'k.dictinitoption',
    owner: 'k.dictowner::regrole::text',
  },
  from: 'pg_ts_dict k',
  where: `k.oid >= ${FIRST_USER_OID} AND ${notOfExtension('pg_ts_dict', 'k.oid')}`,
  sources: [objects('pg_ts_dict')],
};

const parser: CatalogClass = {
  name: 'text search parser',
  key: 'k.oid',
  identity: `k.prsnamespace::regnamespace::text || '.' || quote_ident(k.prsname)`,
  attributes: {
    start: routine('k.prsstart::oid'),
    token: routine('k.prstoken::oid'),
    end: routine('k.prsend::oid'),
    headline: routine('k.prsheadline::oid'),
    types: routine('k.prslextype::oid'),
  },
  from: 'pg_ts_parser k',
  where: `k.oid >= ${FIRST_USER_OID} AND ${notOfExtension('pg_ts_parser', 'k.oid')}`,
  sources: [objects('pg_ts_parser')],
};

const template: CatalogClass = {
  name: 'text search template',
  key: 'k.oid',
  identity: `k.tmplnamespace::regnamespace::text || '.' || quote_ident(k.tmplname)`,
  attributes: { init: routine('k.tmplinit::oid'), lexize: routine('k.tmpllexize::oid') },
  from: 'pg_ts_template k',
  where: `k.oid >= ${FIRST_USER_OID} AND ${notOfExtension('pg_ts_template', 'k.oid')}`,
  sources: [objects('pg_ts_template')],
};

export const textSearchClasses: readonly CatalogClass[] = [configuration, dictionary, parser, template];
