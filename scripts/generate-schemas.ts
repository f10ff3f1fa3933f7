// Makes what follows from schemas/*.schema.json: types, validators, and the tables of docs/configuration.md.
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withConfigurationTables } from '../schemas/generator/configuration-tables.ts';
import { partOfSchema } from '../schemas/generator/part-of-schema.ts';
import { typesOf } from '../schemas/generator/types.ts';
import {
  firstFaultDeclarations,
  firstFaultModule,
  validatorDeclarations,
  validatorModule,
} from '../schemas/generator/validators.ts';
import type { JsonSchema } from '../schemas/src/json-schema.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Every file that follows from the schemas: path from the top of the repository, and the text it must hold. */
export async function generate(): Promise<Map<string, string>> {
  const verdict = await readSchema('verdict');
  const shipgate = await readSchema('shipgate');
  const shipgateText = await readFile(join(root, 'schemas/shipgate.schema.json'), 'utf8');
  const page = await readFile(join(root, 'docs/configuration.md'), 'utf8');
  return new Map([
    ['schemas/canary-plan.schema.json', partOfSchema(shipgateText, 'canary', canaryPlanHead)],
    ['schemas/checklist.schema.json', partOfSchema(shipgateText, 'checklist', checklistHead)],
    ['schemas/security-policy.schema.json', partOfSchema(shipgateText, 'security', securityHead)],
    ['schemas/src/generated/verdict.ts', await typesOf('verdict', verdict)],
    ['schemas/src/generated/shipgate.ts', await typesOf('shipgate', shipgate)],
    ['schemas/src/generated/validators.js', validatorModule({ verdict, shipgate }, root)],
    ['schemas/src/generated/validators.d.ts', validatorDeclarations],
    ['schemas/src/generated/first-fault.js', firstFaultModule(verdict, root)],
    ['schemas/src/generated/first-fault.d.ts', firstFaultDeclarations],
    ['docs/configuration.md', withConfigurationTables(page, shipgate)],
  ]);
}

const canaryPlanHead = {
  $id: 'urn:shipgate:schema:canary-plan:1',
  title: 'CanaryPlan',
  description: 'A plan for a canary in a file of its own; the same as the section canary of .github/shipgate.yml.',
};

const checklistHead = {
  $id: 'urn:shipgate:schema:checklist:1',
  title: 'ChecklistPolicy',
  description:
    'A policy for a checklist in a file of its own; the same as the section checklist of .github/shipgate.yml.',
};

const securityHead = {
  $id: 'urn:shipgate:schema:security-policy:1',
  title: 'SecurityPolicy',
  description:
    'A policy for security-scan in a file of its own; the same as the section security of .github/shipgate.yml.',
};

async function readSchema(name: string): Promise<JsonSchema> {
  return JSON.parse(await readFile(join(root, `schemas/${name}.schema.json`), 'utf8')) as JsonSchema;
}

async function stale(files: ReadonlyMap<string, string>): Promise<string[]> {
  const paths: string[] = [];
  for (const [path, text] of files) {
    const found = await readFile(join(root, path), 'utf8').catch(() => undefined);
    if (found !== text) paths.push(path);
  }
  return paths;
}

async function main(mode: string | undefined): Promise<number> {
  if (mode !== '--check' && mode !== '--write') {
    console.error('usage: node scripts/generate-schemas.ts --check | --write');
    return 2;
  }
  const files = await generate();
  const paths = await stale(files);
  if (mode === '--write') {
    for (const path of paths) await writeFile(join(root, path), files.get(path) ?? '');
    console.log(paths.length === 0 ? 'schemas: nothing to write' : `schemas: wrote ${paths.join(', ')}`);
    return 0;
  }
  for (const path of paths) console.error(`${path} is stale: the schemas say something else. Mend: npm run fix`);
  return paths.length === 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main(process.argv[2]);
