// node scripts/foreign-apps.ts FOLDER: makes and installs the foreign Backstage apps below FOLDER, for .ci/real.
// Without FOLDER: prints the name that the folder should have.
import { resolve } from 'node:path';
import { folderName } from './foreign/app-folder.ts';
import { installApps } from './foreign/install.ts';

const [folder] = process.argv.slice(2);
try {
  if (folder === undefined) console.log(folderName);
  else await installApps(resolve(folder), (line) => console.error(`real: ${line}`));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
