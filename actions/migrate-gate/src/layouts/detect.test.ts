import { describe, expect, it } from 'vitest';
import { type Detection, type DetectOptions, detectLayout } from './detect.ts';

const GOOSE = '-- +goose Up\nSELECT 1;\n-- +goose Down\n';
const DBMATE = '-- migrate:up\nSELECT 1;\n-- migrate:down\n';
const SQL = 'SELECT 1;\n';

function detect(texts: Record<string, string>, options?: DetectOptions): Detection {
  const files = Object.keys(texts).map((name) => `db/m/${name}`);
  return detectLayout('db/m', files, (path) => texts[path.slice('db/m/'.length)] ?? '', options);
}

function toolOf(texts: Record<string, string>, options?: DetectOptions): string {
  const detection = detect(texts, options);
  return detection.kind === 'found' ? detection.layout.tool : detection.kind;
}

const cargo: DetectOptions = { readNear: (name) => (name === 'Cargo.toml' ? '[dependencies]\nsqlx = "0.8"\n' : null) };

describe('detectLayout', () => {
  it.each([
    ['golang-migrate', { '1_a.up.sql': SQL, '1_a.down.sql': SQL, 'README.md': '' }],
    ['goose', { '1_a.sql': GOOSE, '2_b.sql': SQL, '3_c.go': 'package m' }],
    ['dbmate', { '1_a.sql': DBMATE }],
    ['diesel', { '2024-01-01-000000_a/up.sql': SQL, '2024-01-01-000000_a/down.sql': SQL }],
    ['flyway', { 'core/V1__a.sql': SQL, 'R__v.sql': SQL }],
    ['sqlx', { '1_a.up.sql': '-- no-transaction\nVACUUM;', '1_a.down.sql': SQL }],
    ['goose', { '1_a.up.sql': GOOSE }],
  ])('finds %s', (tool, texts) => {
    expect(toolOf(texts)).toBe(tool);
  });

  it('takes pairs for sqlx when a Cargo.toml above says so', () => {
    expect(toolOf({ '1_a.up.sql': SQL }, cargo)).toBe('sqlx');
    expect(toolOf({ '1_a.sql': SQL }, cargo)).toBe('sqlx');
    expect(toolOf({ '1_a.sql': SQL, 'meta/_journal.json': '{}' }, cargo)).toBe('none');
  });

  it.each([
    [['goose', 'golang-migrate'], { '1_a.sql': GOOSE, '2_b.up.sql': SQL }],
    [['flyway', 'golang-migrate'], { 'V1__a.sql': SQL, '2_b.up.sql': SQL }],
    [['goose', 'dbmate'], { '1_a.sql': GOOSE, '2_b.sql': DBMATE }],
    [['diesel', 'golang-migrate'], { '1_a/up.sql': SQL, '2_b.up.sql': SQL }],
  ])('does not choose between %j, and names files of each', (tools, texts) => {
    const detection = detect(texts);
    if (detection.kind !== 'ambiguous') throw new Error(`got ${detection.kind}`);
    expect(detection.candidates.map(({ tool }) => tool)).toEqual(tools);
    for (const { files, why } of detection.candidates) {
      expect(files).toHaveLength(1);
      expect(why).toContain(files[0]?.slice('db/m/'.length));
    }
  });

  it.each([
    ['Prisma', { '20240101000000_a/migration.sql': SQL, 'migration_lock.toml': '' }],
    ['Drizzle', { '0000_a.sql': SQL, 'meta/_journal.json': '{}' }],
    ['Liquibase', { 'changelog.xml': '<databaseChangeLog>' }],
    ['Liquibase', { '1_a.sql': '--liquibase formatted sql\n' }],
    ['Alembic', { 'versions/ab12_a.py': 'down_revision = None\n' }],
    ['Django', { '0001_initial.py': '', '__init__.py': '' }],
    ['Rails', { '20240101000000_a.rb': '' }],
    ['TypeORM', { '1700000000000-A.ts': 'export class A implements MigrationInterface {}' }],
    ['Knex', { '20240101000000_a.js': 'exports.up = (knex) => {}' }],
    ['Go code of goose', { '00001_a.go': 'package m' }],
    ['sql-migrate', { '1_a.sql': '-- +migrate Up\n' }],
    ['Atlas', { '1_a.sql': SQL, 'atlas.sum': '' }],
  ])('knows the folder of %s, which it does not read', (tool, texts) => {
    const detection = detect(texts);
    if (detection.kind !== 'none') throw new Error(`got ${detection.kind}`);
    expect(detection.hint).toContain(`This looks like ${tool}`);
  });

  it('says what is missing in plain files, and what is there', () => {
    expect(detect({ '1_a.sql': SQL })).toMatchObject({
      kind: 'none',
      hint: expect.stringContaining('1_a.sql has no way back'),
    });
    expect(detect({ 'notes.md': '' })).toEqual({ kind: 'none', seen: ['notes.md'], hint: null });
    expect(detect({})).toEqual({ kind: 'none', seen: [], hint: null });
  });

  it('follows the tool that is given, and says what does not fit', () => {
    const detection = detect({ '1_a.up.sql': SQL, '2_b.sql': GOOSE }, { tool: 'golang-migrate' });
    expect(detection).toMatchObject({
      kind: 'found',
      layout: { tool: 'golang-migrate' },
      misfits: [{ tool: 'goose', files: ['db/m/2_b.sql'] }],
    });
    expect(toolOf({ '1_a.sql': SQL }, { tool: 'sqlx' })).toBe('sqlx');
    expect(detect({ '1_a.up.sql': SQL }, { tool: 'sqlx' })).toMatchObject({ kind: 'found', misfits: [] });
  });

  it('finds nothing when no file fits the given tool, and says whose they are', () => {
    const hint = expect.stringContaining('those of golang-migrate');
    expect(detect({ '1_a.up.sql': SQL }, { tool: 'flyway' })).toMatchObject({ kind: 'none', hint });
  });
});
