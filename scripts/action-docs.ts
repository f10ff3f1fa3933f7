// Writes the tables of inputs, outputs and permissions of each actions/<name>/README.md from its action.yml and permissions.yml.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ActionMetadata, ActionPermissions } from './action-tables.ts';
import { actionTables, readYaml, withTables } from './action-tables.ts';
import { root } from './steps.ts';

/** The README as it must be, and as it is. */
function readmeOf(folder: string): { readonly path: string; readonly is: string; readonly must: string } {
  const path = `${folder}/README.md`;
  if (!existsSync(join(root, path))) throw new Error(`${path}: expected one beside action.yml, got none`);
  const read = (name: string): string => readFileSync(join(root, folder, name), 'utf8');
  const action = readYaml<ActionMetadata>(`${folder}/action.yml`, read('action.yml'));
  const rights = existsSync(join(root, folder, 'permissions.yml')) ? read('permissions.yml') : '';
  const permissions = readYaml<ActionPermissions | null>(`${folder}/permissions.yml`, rights) ?? {};
  const is = read('README.md');
  try {
    return { path, is, must: withTables(is, actionTables(action, permissions)) };
  } catch (cause) {
    throw new Error(`${path}: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}

function main(mode: string | undefined): number {
  if (mode !== '--check' && mode !== '--write') {
    console.error('usage: node scripts/action-docs.ts --check | --write');
    return 2;
  }
  const folders = readdirSync(join(root, 'actions')).map((name) => `actions/${name}`);
  const readmes = folders.filter((folder) => existsSync(join(root, folder, 'action.yml'))).map(readmeOf);
  const stale = readmes.filter(({ is, must }) => is !== must);
  for (const { path, must } of stale) {
    if (mode === '--write') writeFileSync(join(root, path), must);
    console.log(mode === '--write' ? `${path}: wrote its tables` : `${path}: its tables are stale. Mend: npm run fix`);
  }
  return mode === '--check' && stale.length > 0 ? 1 : 0;
}

try {
  process.exitCode = main(process.argv[2]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
