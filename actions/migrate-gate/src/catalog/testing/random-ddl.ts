/** Random DDL over few names, so that statements meet each other's objects; many of them fail, which is part of the test. */
import fc from 'fast-check';

export interface Step {
  readonly statements: readonly string[];
  /** apart: each by itself. savepoint: the middle one is undone. subtransactions: each in a block of its own that outlives errors. */
  readonly mode: 'apart' | 'together' | 'rolled-back' | 'savepoint' | 'subtransactions';
}

const schema = fc.constantFrom('one', 'one', 'one', 'two');
const named = (...names: readonly string[]) =>
  fc.tuple(schema, fc.constantFrom(...names)).map(([s, name]) => `${s}.${name}`);
const table = named('t', 't', 'u', 'v');
const view = named('w', 'x');
const enumType = named('e', 'f');
const sequence = named('s', 'r');
const column = fc.constantFrom('a', 'a', 'b', 'c');
const label = fc.constantFrom('low', 'mid', 'high');
const type = fc.oneof(fc.constantFrom('int', 'bigint', 'text', 'serial', 'one.citext'), enumType);
const bound = fc.constantFrom('1', '2', '3');

/** SQL with a random value in each hole. */
function sql(texts: TemplateStringsArray, ...holes: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> {
  return fc.tuple(...holes).map((values) => String.raw({ raw: texts }, ...values));
}

const tables = [
  sql`CREATE TABLE ${table} (a int, b ${type})`,
  sql`CREATE TABLE ${table} (a serial PRIMARY KEY, b text NOT NULL DEFAULT 'x')`,
  sql`DROP TABLE ${table} CASCADE`,
  sql`ALTER TABLE ${table} RENAME TO ${fc.constantFrom('t', 'u', 'v')}`,
  sql`ALTER TABLE ${table} SET SCHEMA ${schema}`,
  sql`ALTER TABLE ${table} ADD ${column} ${type}`,
  sql`ALTER TABLE ${table} DROP ${column} CASCADE`,
  sql`ALTER TABLE ${table} RENAME ${column} TO ${column}`,
  sql`ALTER TABLE ${table} ALTER ${column} TYPE ${fc.constantFrom('bigint', 'text')}`,
  sql`ALTER TABLE ${table} ALTER ${column} SET DEFAULT 5`,
  sql`ALTER TABLE ${table} ALTER ${column} SET NOT NULL`,
  sql`ALTER TABLE ${table} ADD CHECK (${column} IS NOT NULL)`,
  sql`ALTER TABLE ${table} ADD FOREIGN KEY (a) REFERENCES ${table}`,
  sql`CREATE TABLE ${table} (LIKE ${table} INCLUDING ALL)`,
  sql`CREATE TABLE ${table} () INHERITS (${table})`,
];
const partitions = [
  sql`CREATE TABLE ${table} (a int, b text) PARTITION BY LIST (a)`,
  sql`CREATE TABLE ${table} PARTITION OF ${table} FOR VALUES IN (${bound})`,
  sql`ALTER TABLE ${table} ATTACH PARTITION ${table} FOR VALUES IN (${bound})`,
  sql`ALTER TABLE ${table} DETACH PARTITION ${table}`,
];
const views = [
  sql`CREATE OR REPLACE VIEW ${view} AS SELECT * FROM ${table}`,
  sql`CREATE OR REPLACE VIEW ${view} AS SELECT a.* FROM ${table} a JOIN ${table} USING (a)`,
  sql`CREATE VIEW ${view} AS SELECT 1 AS one FROM ${table} NATURAL JOIN ${table}`,
  sql`CREATE MATERIALIZED VIEW ${view} AS SELECT ${column} FROM ${table}`,
  sql`ALTER VIEW ${view} RENAME a TO ${column}`,
  sql`DROP VIEW ${view} CASCADE`,
  sql`DROP MATERIALIZED VIEW ${view}`,
  sql`CREATE RULE undo AS ON DELETE TO ${table} DO ALSO UPDATE ${table} SET a = 1`,
  sql`CREATE POLICY mine ON ${table} USING (EXISTS (SELECT 1 FROM ${table}))`,
];
const others = [
  sql`CREATE INDEX ON ${table} (${column})`,
  sql`CREATE UNIQUE INDEX i ON ${table} (${column}) WHERE ${column} IS NOT NULL`,
  sql`DROP INDEX ${schema}.i`,
  sql`ALTER INDEX ${schema}.i RENAME TO j`,
  sql`CREATE TYPE ${enumType} AS ENUM (${label.map((l) => `'${l}'`)})`,
  sql`ALTER TYPE ${enumType} ADD VALUE '${label}'`,
  sql`ALTER TYPE ${enumType} RENAME VALUE '${label}' TO '${label}'`,
  sql`ALTER TYPE ${enumType} RENAME TO ${fc.constantFrom('e', 'f')}`,
  sql`DROP TYPE ${enumType} CASCADE`,
  sql`CREATE OR REPLACE FUNCTION ${schema}.g() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM ${table}; END`,
  sql`CREATE OR REPLACE FUNCTION ${schema}.h() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN ${fc.constantFrom('NEW', 'OLD')}; END'`,
  sql`DROP FUNCTION ${schema}.h CASCADE`,
  sql`CREATE OR REPLACE TRIGGER touch AFTER UPDATE OF ${column} ON ${table} FOR EACH ROW EXECUTE FUNCTION ${schema}.h()`,
  sql`ALTER TABLE ${table} DISABLE TRIGGER ALL`,
  sql`CREATE SEQUENCE ${sequence}`,
  sql`ALTER SEQUENCE ${sequence} OWNED BY ${fc.oneof(
    fc.constant('NONE'),
    fc.tuple(table, column).map((parts) => parts.join('.')),
  )}`,
  sql`DROP SEQUENCE ${sequence} CASCADE`,
  sql`COMMENT ON COLUMN ${table}.${column} IS '${label}'`,
  sql`COMMENT ON TABLE ${table} IS NULL`,
  sql`GRANT SELECT ON ${table} TO someone`,
  sql`REVOKE ALL ON ${table} FROM someone`,
  sql`GRANT UPDATE (${column}) ON ${table} TO someone`,
  sql`ALTER TABLE ${table} OWNER TO ${fc.constantFrom('someone', 'postgres')}`,
  sql`ALTER ROLE ${fc.constantFrom('someone RENAME TO someone_else', 'someone_else RENAME TO someone')}`,
  sql`CREATE EXTENSION citext SCHEMA ${schema}`,
  sql`ALTER EXTENSION citext SET SCHEMA ${schema}`,
  sql`DROP EXTENSION citext CASCADE`,
  sql`ALTER SCHEMA ${fc.constantFrom('one RENAME TO three', 'three RENAME TO one')}`,
  sql`CREATE STATISTICS ON a, b FROM ${table}`,
  sql`CREATE PUBLICATION p FOR TABLE ${table} (a)`,
  sql`DROP PUBLICATION p`,
];

const statement = fc.oneof(
  { weight: 6, arbitrary: fc.oneof(...tables) },
  { weight: 2, arbitrary: fc.oneof(...partitions) },
  { weight: 4, arbitrary: fc.oneof(...views) },
  { weight: 7, arbitrary: fc.oneof(...others) },
);
const mode = fc.constantFrom<Step['mode']>('apart', 'apart', 'together', 'rolled-back', 'savepoint', 'subtransactions');

export const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({ statements: fc.array(statement, { minLength: 2, maxLength: 6 }), mode }),
  {
    minLength: 4,
    maxLength: 10,
  },
);

/** Where every sequence of steps begins: some tables, one of them partitioned, with views on them. */
export const START = `
  DROP SCHEMA IF EXISTS one CASCADE; DROP SCHEMA IF EXISTS two CASCADE; DROP SCHEMA IF EXISTS three CASCADE; DROP PUBLICATION IF EXISTS p;
  DO $$ BEGIN IF to_regrole('someone') IS NULL THEN IF to_regrole('someone_else') IS NULL THEN CREATE ROLE someone; ELSE ALTER ROLE someone_else RENAME TO someone; END IF; END IF; END $$;
  CREATE SCHEMA one; CREATE SCHEMA two; CREATE EXTENSION IF NOT EXISTS citext SCHEMA one; CREATE TYPE one.e AS ENUM ('low');
  CREATE TABLE one.t (a serial PRIMARY KEY, b one.citext, e one.e DEFAULT 'low'); CREATE TABLE two.t (a int, b text) PARTITION BY LIST (a);
  CREATE TABLE two.u PARTITION OF two.t FOR VALUES IN (1); CREATE VIEW one.w AS SELECT * FROM one.t NATURAL JOIN two.u;
  CREATE FUNCTION one.h() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; CREATE INDEX i ON one.t (b)`;

/** The messages to send; one that fails undoes itself and leaves the rest alone. */
export function messages({ statements, mode: kind }: Step): readonly string[] {
  if (kind === 'apart') return statements;
  if (kind === 'together') return [statements.join(';\n')];
  if (kind === 'rolled-back') return [`BEGIN; ${statements.join(';\n')}; ROLLBACK`];
  if (kind === 'subtransactions')
    return [
      `DO $do$ BEGIN ${statements.map((text) => `BEGIN EXECUTE $x$${text}$x$; EXCEPTION WHEN OTHERS THEN NULL; END;`).join('\n')} END $do$`,
    ];
  const middle = Math.floor(statements.length / 2);
  return [
    `BEGIN; ${statements.map((text, index) => (index === middle ? `SAVEPOINT s; ${text}; ROLLBACK TO s` : text)).join(';\n')}; COMMIT`,
  ];
}
