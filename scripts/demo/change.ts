// A repository with a change in it, as a pull request would be, made of the example service's own migrations.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TestRepository } from '@shipgate/kit/testing/repository';

export interface Change {
  /** The repository, on the branch `change`; the base is `main`. */
  readonly folder: string;
  readonly before: number;
  readonly added: number;
}

/** Commits all but the last `added` versions of `migrations` on main, and those on the branch `change`. */
export function makeChange(folder: string, migrations: string, added: number): Change {
  const files = readdirSync(migrations).sort();
  const versions = [...new Set(files.map(versionOf))];
  const late = new Set(versions.slice(-added));
  const contents = (names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [`migrations/${name}`, readFileSync(join(migrations, name))]));
  const repository = TestRepository.create(folder);
  repository.commit(contents(files.filter((name) => !late.has(versionOf(name)))), 'what runs in production');
  repository.git('checkout', '--quiet', '-b', 'change');
  repository.commit(contents(files.filter((name) => late.has(versionOf(name)))), 'the change');
  return { folder, before: versions.length - added, added };
}

function versionOf(name: string): string {
  return name.slice(0, name.indexOf('_'));
}
