// Made from schemas/shipgate.schema.json by scripts/generate-schemas.ts; `npm run fix` makes it anew.

/** What it is for. */
export type EnvironmentKind = 'development' | 'ci' | 'staging' | 'pre-production' | 'production';
/** Whose rules the files follow; found from the folder when absent. */
export type MigrationTool = 'golang-migrate' | 'goose' | 'dbmate' | 'diesel' | 'sqlx' | 'flyway';
export type MigrationProof = 'round-trip' | 'schema' | 'hygiene';

/** .github/shipgate.yml: one service, its environments, and a section per gate. Sections of gates that this version does not know are read by others: they only warn. */
export interface ShipgateFile {
  /** Version of this file's format; this release reads 1. */
  version: 1;
  service?: Service;
  /** In the order of the pipeline. */
  environments?: Environment[];
  migrations?: Migrations;
}
/** The service that this repository releases. */
export interface Service {
  /** As in the catalog. */
  name: string;
  /** Catalog reference of the owner. */
  owner?: string;
}
/** One environment of the pipeline; names differ by more than case. */
export interface Environment {
  /** As in GitHub's environments. */
  name: string;
  kind?: EnvironmentKind;
  /** Where the service answers. */
  url?: string;
}
/** Section of migrate-gate. */
export interface Migrations {
  /** Folder of the migrations, from the top of the repository. */
  path?: string;
  tool?: MigrationTool;
  /** new: the migrations of this change; all: the whole history. */
  scope?: 'new' | 'all';
  /** Also the whole history up, all the way down, and up. */
  chain?: boolean;
  /** SQL file run first in every database: roles, extensions, tables that the tool expects. */
  setup?: string;
  /** JSON file of known old faults, which do not block. */
  baseline?: string;
  /** Longest time for one migration in one direction. */
  'step-timeout'?: string;
  /** Proofs without which the gate does not pass. */
  required?: MigrationProof[];
  /** Whether `-- shipgate: allow` comments in migrations count. */
  'inline-allowances'?: boolean;
  /** Least severity that blocks. */
  'fail-on'?: 'error' | 'warning';
}
