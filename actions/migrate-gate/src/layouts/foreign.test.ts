/** Names of files as they stand in public repositories: each tool's adapter lists them as the tool runs them. */
import { describe, expect, it } from 'vitest';
import type { Listing } from './layout.ts';
import { layouts } from './tools.ts';

const ids = ({ migrations }: Listing): string[] => migrations.map(({ id }) => id);
const below = (folder: string, names: readonly string[]): string[] => names.map((name) => `${folder}/${name}`);

describe('names from public repositories', () => {
  it('golang-migrate: coder, coderd/database/migrations', () => {
    const folder = 'coderd/database/migrations';
    const names = ['000010_audit_logs', '000001_base', '000003_workspaces', '000005_gitsshkey', '000013_autostop_ttl'];
    const files = names.flatMap((name) => [`${name}.up.sql`, `${name}.down.sql`]);
    const listing = layouts['golang-migrate'].list(
      folder,
      below(folder, [...files, 'migrate.go', 'testdata/fixtures/000001_x.up.sql']),
    );
    expect(ids(listing)).toEqual([...names].sort());
    expect(listing.migrations.every(({ down }) => down?.endsWith('.down.sql'))).toBe(true);
    expect(listing.faults).toEqual([]);
    expect(listing.ignored).toHaveLength(2);
  });

  it('goose: pressly/goose, examples/go-migrations-package/db/migrations', () => {
    const folder = 'examples/go-migrations-package/db/migrations';
    const names = [
      '00001_create_users_table.sql',
      '00002_rename_root.go',
      '00004_rename_admin.go',
      '_00003_rename_admin.go',
    ];
    const listing = layouts.goose.list(folder, below(folder, names));
    expect(ids(listing)).toEqual(['00001_create_users_table']);
    expect(listing.faults.map((fault) => [fault.kind, 'version' in fault && fault.version])).toEqual([
      ['not-sql', '00002'],
      ['not-sql', '00004'],
    ]);
  });

  it('dbmate: amacneil/dbmate, testdata/db/migrations', () => {
    const names = [
      '20220607110405_test_category.sql',
      '20151129054053_test_migration.sql',
      '20200227231541_test_posts.sql',
    ];
    const listing = layouts.dbmate.list('testdata/db/migrations', below('testdata/db/migrations', names));
    expect(ids(listing)).toEqual(names.map((name) => name.slice(0, -4)).sort());
    expect(listing.migrations.every(({ up, down }) => up === down)).toBe(true);
  });

  it('diesel: LemmyNet/lemmy, migrations', () => {
    const names = [
      '2019-12-29-164820_add_avatar',
      '000000000000000_forbid_diesel_cli',
      '2019-02-26-002946_create_user',
      '00000000000000_diesel_initial_setup',
      '2020-01-01-200418_add_email_to_user_view',
    ];
    const files = names.flatMap((name) =>
      name.includes('forbid') ? [`${name}/up.sql`] : [`${name}/up.sql`, `${name}/down.sql`],
    );
    const listing = layouts.diesel.list('migrations', below('migrations', [...files, 'README.md']));
    expect(ids(listing)).toEqual([names[3], names[1], names[2], names[0], names[4]]);
    expect(listing.migrations[1]?.down).toBeNull();
    expect(listing.faults).toEqual([]);
  });

  it('sqlx: launchbadge/realworld-axum-sqlx, migrations', () => {
    const names = ['4_article.sql', '1_setup.sql', '3_follow.sql', '2_user.sql'];
    const listing = layouts.sqlx.list('migrations', below('migrations', names));
    expect(ids(listing)).toEqual(['1_setup', '2_user', '3_follow', '4_article']);
    expect(listing.migrations.every(({ down }) => down === null)).toBe(true);
  });

  it('flyway: flyway/flyway, flyway-ant-largetest and flyway-commandline-largetest', () => {
    const names = ['V2_0__Add_foreign_key.sql', 'V1_2__Populate_table.sql', 'V1__Multi_create.sql', 'Mig777__Test.sql'];
    const listing = layouts.flyway.list('sql', below('sql', names));
    expect(ids(listing)).toEqual(['V1__Multi_create', 'V1_2__Populate_table', 'V2_0__Add_foreign_key']);
    expect(listing.ignored).toEqual(['sql/Mig777__Test.sql']);
  });
});
