/** What each tool makes of names: pairs, doubles, names that it refuses or passes over. */
import { describe, expect, it } from 'vitest';
import type { Listing, Tool } from './layout.ts';
import { layouts } from './tools.ts';

const list = (tool: Tool, names: readonly string[]): Listing =>
  layouts[tool].list(
    'm',
    names.map((name) => `m/${name}`),
  );
const ids = (tool: Tool, names: readonly string[]): string[] => list(tool, names).migrations.map(({ id }) => id);
const faults = (tool: Tool, names: readonly string[]): string[] =>
  list(tool, names).faults.map((fault) => `${fault.kind} ${'files' in fault ? fault.files.join(' ') : fault.file}`);

describe('golang-migrate', () => {
  it('pairs by number, whatever the titles, and sorts by number', () => {
    const { migrations } = list('golang-migrate', ['10_c.up.sql', '9_b.up.sql', '009_other.down.sql']);
    expect(migrations.map(({ version, up, down }) => [version, up, down])).toEqual([
      ['9', 'm/9_b.up.sql', 'm/009_other.down.sql'],
      ['10', 'm/10_c.up.sql', null],
    ]);
  });

  it('takes any extension, so that a copy is a double', () => {
    expect(faults('golang-migrate', ['1_a.up.sql', '1_a.up.sql.bak'])).toEqual([
      'duplicate-version m/1_a.up.sql m/1_a.up.sql.bak',
    ]);
  });

  it('reports a down without an up and names that it passes over', () => {
    expect(faults('golang-migrate', ['1_a.down.sql', '2_b.upp.sql', '3-c.up.sql', '4_d.UP.sql'])).toEqual([
      'down-without-up m/1_a.down.sql',
      'skipped-name m/2_b.upp.sql',
      'skipped-name m/3-c.up.sql',
      'skipped-name m/4_d.UP.sql',
    ]);
    expect(faults('golang-migrate', ['18446744073709551616_a.up.sql'])).toEqual([
      'skipped-name m/18446744073709551616_a.up.sql',
    ]);
    expect(ids('golang-migrate', ['18446744073709551615_a.up.sql'])).toHaveLength(1);
  });

  it('takes a line break in a name for no name', () => {
    expect(ids('golang-migrate', ['1_a\n::add-mask::.up.sql'])).toEqual([]);
  });
});

describe('goose', () => {
  it('refuses SQL without a number and reports Go code', () => {
    expect(faults('goose', ['1_a.sql', 'seed.sql', '0_zero.sql', '2_b.go', '3_c_test.go', 'main.go'])).toEqual([
      'refused-name m/0_zero.sql',
      'not-sql m/2_b.go',
      'refused-name m/seed.sql',
    ]);
  });

  it('takes 1 and 001 for the same version', () => {
    expect(faults('goose', ['001_a.sql', '1_b.sql'])).toEqual(['duplicate-version m/001_a.sql m/1_b.sql']);
  });
});

describe('dbmate', () => {
  it('sorts by file name, not by number', () => {
    expect(ids('dbmate', ['9_a.sql', '10_b.sql', '1_c.sql', 'x.sql'])).toEqual(['10_b', '1_c', '9_a']);
  });

  it('compares versions as it sorts the names', () => {
    expect(layouts.dbmate.compare('10', '1')).toBeLessThan(0);
    expect(layouts.dbmate.compare('10', '9')).toBeLessThan(0);
  });
});

describe('diesel', () => {
  it('sorts without dashes and takes 2024-01 and 202401 for the same version', () => {
    expect(ids('diesel', ['2024-02-01_b/up.sql', '20240101_a/up.sql', '2023_z/up.sql'])).toEqual([
      '2023_z',
      '20240101_a',
      '2024-02-01_b',
    ]);
    expect(faults('diesel', ['2024-01_a/up.sql', '202401_b/up.sql'])).toEqual([
      'duplicate-version m/2024-01_a/up.sql m/202401_b/up.sql',
    ]);
  });

  it('passes over dot folders and refuses other folders without up.sql', () => {
    expect(
      faults('diesel', ['.git/up.sql', '1_a/up.sql', '1_a/notes.md', '2_b/notes.md', '3_c/down.sql', '4_d.sql']),
    ).toEqual(['down-without-up m/3_c/down.sql', 'refused-name m/2_b/notes.md', 'skipped-name m/4_d.sql']);
  });
});

describe('sqlx', () => {
  it('tells simple files from pairs', () => {
    const { migrations } = list('sqlx', ['2_b.up.sql', '2_b.down.sql', '1_a.sql', '10_c.no_tx.sql']);
    expect(migrations.map(({ id, down }) => [id, down])).toEqual([
      ['1_a', null],
      ['2_b', 'm/2_b.down.sql'],
      ['10_c.no_tx', null],
    ]);
  });

  it('refuses a folder with a name whose first part is no number', () => {
    expect(faults('sqlx', ['init_db.sql', 'seed.sql', 'x_y.txt', '1-a.sql'])).toEqual([
      'skipped-name m/1-a.sql',
      'refused-name m/init_db.sql',
    ]);
  });

  it('takes a simple file and a pair of one version for a double', () => {
    expect(faults('sqlx', ['1_a.sql', '1_a.up.sql'])).toEqual(['duplicate-version m/1_a.sql m/1_a.up.sql']);
  });
});

describe('flyway', () => {
  it('compares versions by their parts, in folders below too', () => {
    const names = ['V1.10__d.sql', 'V1_9__c.sql', 'sub/V1.0__a.sql', 'V1.0.1__b.sql', 'V002__e.sql'];
    expect(ids('flyway', names)).toEqual(['V1.0__a', 'V1.0.1__b', 'V1_9__c', 'V1.10__d', 'V002__e']);
    expect(layouts.flyway.compare('1.0', '1')).toBe(0);
  });

  it('pairs undo with its version, keeps repeatables apart and reports what Flyway passes over', () => {
    const listing = list('flyway', [
      'V1__a.sql',
      'U1.0__back.sql',
      'R__views.sql',
      'V2_b.sql',
      'beforeMigrate.sql',
      'V3__J.java',
      'V4.sql',
    ]);
    expect(listing.migrations.map(({ id, down }) => [id, down])).toEqual([
      ['V1__a', 'm/U1.0__back.sql'],
      ['V4', null],
    ]);
    expect(listing.repeatable).toEqual(['m/R__views.sql']);
    expect(listing.faults.map(({ kind }) => kind)).toEqual(['skipped-name', 'not-sql']);
    expect(listing.ignored).toContain('m/beforeMigrate.sql');
  });

  it('reports two files of one version', () => {
    expect(faults('flyway', ['V1__a.sql', 'V1.0__b.sql', 'U2__c.sql'])).toEqual([
      'duplicate-version m/V1.0__b.sql m/V1__a.sql',
      'down-without-up m/U2__c.sql',
    ]);
  });
});
