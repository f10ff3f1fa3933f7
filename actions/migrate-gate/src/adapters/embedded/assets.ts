/** Names of the files that the embedded engine needs, beside the bundle. Their SHA-256 are pinned in dist/assets.json. */
export const engineAssets = {
  wasm: 'pglite.wasm',
  files: 'pglite.data',
  dataDirectory: 'pgdata.tar.gz',
} as const;

/** Extensions of PostgreSQL's contrib that PGlite ships and that a schema can use, by the name that CREATE EXTENSION takes. */
export const bundledExtensions: ReadonlyMap<string, string> = new Map(
  [
    'amcheck',
    'bloom',
    'btree_gin',
    'btree_gist',
    'citext',
    'cube',
    'dict_int',
    'dict_xsyn',
    'earthdistance',
    'file_fdw',
    'fuzzystrmatch',
    'hstore',
    'intarray',
    'isn',
    'lo',
    'ltree',
    'pageinspect',
    'pg_buffercache',
    'pg_freespacemap',
    'pg_stat_statements',
    'pg_surgery',
    'pg_trgm',
    'pg_visibility',
    'pg_walinspect',
    'pgcrypto',
    'seg',
    'tablefunc',
    'tcn',
    'tsm_system_rows',
    'tsm_system_time',
    'unaccent',
    'uuid-ossp',
  ].map((name) => [name, `contrib/${name}.tar.gz`]),
);

/** Which bundled extensions these SQL texts may ask for: any text that holds the name, since loading one too many is harmless. */
export function neededExtensions(texts: Iterable<string>): readonly string[] {
  const missing = new Set(bundledExtensions.keys());
  for (const text of texts) {
    if (!/extension/i.test(text)) continue;
    for (const name of missing) if (text.toLowerCase().includes(name)) missing.delete(name);
  }
  return [...bundledExtensions.keys()].filter((name) => !missing.has(name));
}
