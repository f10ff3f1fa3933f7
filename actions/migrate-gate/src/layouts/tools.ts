import { dbmate } from './dbmate.ts';
import { diesel } from './diesel.ts';
import { flyway } from './flyway.ts';
import { golangMigrate } from './golang-migrate.ts';
import { goose } from './goose.ts';
import type { Layout, Tool } from './layout.ts';
import { sqlx } from './sqlx.ts';

/** The rules of each tool that file mode reads. */
export const layouts: Readonly<Record<Tool, Layout>> = {
  'golang-migrate': golangMigrate,
  goose,
  dbmate,
  diesel,
  sqlx,
  flyway,
};
