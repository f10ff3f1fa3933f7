/**
 * The peer of bench/history.ts: the same three passes on the same engine without any check. One process: starts PGlite from the
 * saved data directory, runs up, down, up of every migration in order, ends. `node bare-passes.ts FOLDER`
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';

const folder = process.argv[2] ?? '';
const assets = join(dirname(import.meta.dirname), 'actions/migrate-gate/dist');
const read = (name: string) => readFileSync(join(assets, name));

const database = await PGlite.create({
  fsBundle: new Blob([read('pglite.data')]),
  loadDataDir: new Blob([gunzipSync(read('pgdata.tar.gz'))]),
});
for (const file of readdirSync(folder)
  .sort()
  .filter((name) => name.endsWith('.up.sql'))) {
  const up = readFileSync(join(folder, file), 'utf8');
  const down = readFileSync(join(folder, file.replace('.up.sql', '.down.sql')), 'utf8');
  await database.exec(up);
  await database.exec(down);
  await database.exec(up);
}
await database.close();
