/**
 * Folders of tools that file mode does not run, known by what lies in them, so that the message can name the tool.
 * Sources: each tool's documentation of its migration folder.
 */
import type { FolderFile } from './folder.ts';

/** Text of a file by its path. */
export type Read = (path: string) => string;

interface Elsewhere {
  readonly tool: string;
  /** A file that gives the tool away, or undefined. */
  find(files: readonly FolderFile[], read: Read): FolderFile | undefined;
}

const named =
  (pattern: RegExp): Elsewhere['find'] =>
  (files) =>
    files.find(({ relative }) => pattern.test(relative));

const saying =
  (name: RegExp, text: RegExp): Elsewhere['find'] =>
  (files, read) =>
    files.find(({ relative, path }) => name.test(relative) && text.test(read(path)));

const ELSEWHERE: readonly Elsewhere[] = [
  { tool: 'Prisma', find: named(/(?:^|\/)(?:migration_lock\.toml|[0-9]{14}_[^/]*\/migration\.sql)$/) },
  { tool: 'Drizzle', find: named(/(?:^|\/)meta\/_journal\.json$/) },
  { tool: 'Liquibase', find: saying(/\.(?:xml|ya?ml|json)$/, /databaseChangeLog/) },
  { tool: 'Liquibase', find: saying(/\.sql$/, /^\s*--\s*liquibase\s+formatted\s+sql/i) },
  { tool: 'Alembic', find: saying(/\.py$/, /^down_revision\b/m) },
  { tool: 'Alembic', find: named(/(?:^|\/)script\.py\.mako$/) },
  { tool: 'Django', find: named(/(?:^|\/)[0-9]{4}_[^/]*\.py$/) },
  { tool: 'Rails', find: named(/(?:^|\/)[0-9]{14}_[^/]*\.rb$/) },
  { tool: 'Ecto', find: named(/(?:^|\/)[0-9]{14}_[^/]*\.exs$/) },
  { tool: 'Entity Framework', find: named(/(?:^|\/)[0-9]{14}_[^/]*\.cs$/) },
  { tool: 'TypeORM', find: saying(/\.[cm]?[jt]s$/, /\bMigrationInterface\b/) },
  { tool: 'Knex', find: saying(/[0-9]{14}_[^/]*\.[cm]?[jt]s$/, /\bknex\b/i) },
  { tool: 'Go code of goose', find: named(/(?:^|\/)[0-9]+_[^/]*(?<!_test)\.go$/) },
  { tool: 'a JavaScript or TypeScript tool', find: named(/(?:^|\/)[0-9]+[-_.][^/]*\.[cm]?[jt]s$/) },
  { tool: 'Atlas', find: named(/(?:^|\/)atlas\.sum$/) },
  { tool: 'Sqitch', find: named(/(?:^|\/)sqitch\.plan$/) },
  { tool: 'sql-migrate', find: saying(/\.sql$/, /^--\s*\+migrate\s+up\b/im) },
];

/** The tool whose folder this looks like and the file that shows it, or null. */
export function foreignTool(files: readonly FolderFile[], read: Read): { tool: string; file: string } | null {
  for (const { tool, find } of ELSEWHERE) {
    const file = find(files, read);
    if (file) return { tool, file: file.path };
  }
  return null;
}
