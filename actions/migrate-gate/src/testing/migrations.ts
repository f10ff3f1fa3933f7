/** Migrations for tests, as golang-migrate would have them: two files each. */
import type { MigrationEntry, Script } from '../layouts/layout.ts';
import type { Step } from '../trial/step.ts';

export function entry(id: string, changes: Partial<MigrationEntry> = {}): MigrationEntry {
  const [version = '', ...name] = id.split('_');
  return {
    version,
    name: name.join('_'),
    id,
    up: `migrations/${id}.up.sql`,
    down: `migrations/${id}.down.sql`,
    ...changes,
  };
}

export function script(
  sql: string,
  file = 'migrations/script.sql',
  transaction: Script['transaction'] = 'none',
): Script {
  return { file, chunks: [{ sql, offset: 0 }], transaction };
}

/** `down` null: there is no such file. */
export function step(id: string, up: string, down: string | null): Step {
  const own = entry(id, down === null ? { down: null } : {});
  return { entry: own, up: script(up, own.up), down: down === null ? null : script(down, `migrations/${id}.down.sql`) };
}

/** The files of some migrations, by path. */
export function textsOf(steps: readonly Step[]): ReadonlyMap<string, string> {
  const scripts = steps.flatMap(({ up, down }) => (down === null ? [up] : [up, down]));
  return new Map(scripts.map(({ file, chunks }) => [file, chunks.map(({ sql }) => sql).join('')]));
}
