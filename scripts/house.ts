// The rules of the house that the linter cannot express. Prints the figures; exit 1 when a rule is broken.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inspectHouse } from './house/inspection.ts';
import { listPaths, readSources } from './house/source-tree.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const paths = listPaths(root);
const { breaches, figures } = inspectHouse(paths, readSources(root, paths));
for (const { rule, path, message } of breaches) console.log(`${path}: ${rule}: ${message}`);
console.log(figures);
process.exitCode = breaches.length === 0 ? 0 : 1;
