/**
 * Cuts the operations that the gates use out of GitHub's OpenAPI description, for the GitHub stand-in of the tests.
 *
 *   node scripts/cut-github-api.ts --write   downloads the package (29 MB packed) and writes the cut
 *   node scripts/cut-github-api.ts --check   looks, without a network, whether the cut is the one that was written
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a client of ours may ask GitHub for. An operation that is not here is answered 501 by the stand-in. */
const operations = [
  'actions/download-artifact',
  'actions/get-reviews-for-run',
  'actions/get-workflow-run',
  'actions/list-workflow-run-artifacts',
  'actions/list-workflow-runs-for-repo',
  'checks/create',
  'checks/list-for-ref',
  'checks/update',
  'code-scanning/upload-sarif',
  'git/create-blob',
  'git/create-commit',
  'git/create-ref',
  'git/create-tree',
  'git/get-blob',
  'git/get-commit',
  'git/get-ref',
  'git/get-tree',
  'git/update-ref',
  'issues/create',
  'issues/create-comment',
  'issues/list-comments',
  'issues/list-for-repo',
  'issues/update-comment',
  'pulls/create',
  'pulls/get',
  'pulls/list',
  'pulls/list-commits',
  'pulls/list-reviews',
  'repos/compare-commits-with-basehead',
  'repos/create-deployment',
  'repos/create-deployment-status',
  'repos/get-collaborator-permission-level',
  'repos/get-commit',
  'repos/list-comments-for-commit',
  'repos/list-deployment-statuses',
  'repos/list-deployments',
  'repos/list-pull-requests-associated-with-commit',
  'teams/get-by-name',
  'teams/get-membership-for-user-in-org',
  'users/get-by-username',
];

const source = {
  package: '@octokit/openapi',
  version: '23.0.2',
  integrity: 'sha512-pV8M7L9GY23AybNvTmo2nyjmpmnt6+2sRE/tqr0ZLQcPS4lnw7u5eZGNmwRNkBC3D7gZXbFx5AHzLUVRBXGDhg==',
  file: 'package/generated/api.github.com.json',
  licence: 'MIT',
};

const folder = join(import.meta.dirname, '..', 'actions', 'kit', 'github-api');
const cutFile = join(folder, 'openapi.json');
const sourceFile = join(folder, 'SOURCE.md');

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

interface Description {
  openapi: string;
  info: JsonObject;
  servers: Json;
  paths: Record<string, Record<string, JsonObject>>;
  components: Record<string, Record<string, Json>>;
}

function main(mode: string | undefined): void {
  if (mode === '--write') {
    const text = `${JSON.stringify(cut(download()), null, 1)}\n`;
    writeFileSync(cutFile, text);
    writeFileSync(sourceFile, sourceNote(text));
    console.log(`wrote ${operations.length} operations, ${text.length} bytes`);
  } else if (mode === '--check') {
    check();
  } else {
    console.error('expected --write or --check');
    process.exitCode = 2;
  }
}

function check(): void {
  const text = readFileSync(cutFile, 'utf8');
  const held = operationIds(JSON.parse(text) as Description);
  const faults: string[] = [];
  if (readFileSync(sourceFile, 'utf8') !== sourceNote(text)) faults.push('SOURCE.md does not describe openapi.json');
  if (held.join() !== operations.join())
    faults.push(`openapi.json holds ${held.join()}, the script lists ${operations.join()}`);
  for (const fault of faults)
    console.error(`actions/kit/github-api: ${fault}. Run: node scripts/cut-github-api.ts --write`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}

function operationIds(description: Description): string[] {
  const ids = Object.values(description.paths).flatMap((methods) =>
    Object.values(methods).map((one) => String(one['operationId'])),
  );
  return ids.sort();
}

function download(): Description {
  const temporary = mkdtempSync(join(tmpdir(), 'github-api-'));
  try {
    const pack = ['pack', `${source.package}@${source.version}`, '--silent', '--ignore-scripts'];
    const archive = execFileSync('npm', pack, { cwd: temporary }).toString().trim();
    const got = `sha512-${createHash('sha512')
      .update(readFileSync(join(temporary, archive)))
      .digest('base64')}`;
    if (got !== source.integrity) throw new Error(`expected ${source.integrity}, got ${got}`);
    const text = execFileSync('tar', ['-xzOf', archive, source.file], { cwd: temporary, maxBuffer: 64 * 1024 * 1024 });
    return JSON.parse(text.toString('utf8')) as Description;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function cut(whole: Description): Description {
  const paths: Description['paths'] = {};
  for (const [path, methods] of Object.entries(whole.paths)) {
    const kept = Object.entries(methods).filter(([, one]) => operations.includes(String(one['operationId'])));
    if (kept.length > 0)
      paths[path] = Object.fromEntries(kept.map(([method, one]) => [method, bare(one) as JsonObject]));
  }
  const components = referencedComponents(paths, whole);
  const { title, version, license } = whole.info;
  return {
    openapi: whole.openapi,
    info: { title, version, license } as JsonObject,
    servers: whole.servers,
    paths,
    components,
  };
}

function referencedComponents(paths: Description['paths'], whole: Description): Description['components'] {
  const components: Description['components'] = {};
  const open: Json[] = [paths as Json];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const [kind, name] of referencesIn(node)) {
      const group = components[kind] ?? {};
      components[kind] = group;
      if (name in group) continue;
      const target = whole.components[kind]?.[name];
      if (target === undefined) throw new Error(`reference to ${kind}/${name}, which the description does not hold`);
      const kept = bare(target, kind === 'responses' ? 'response' : 'plain');
      group[name] = kept;
      open.push(kept);
    }
  }
  const sorted = (group: Record<string, Json>) =>
    Object.fromEntries(Object.entries(group).sort(([a], [b]) => (a < b ? -1 : 1)));
  return Object.fromEntries(
    Object.entries(components)
      .sort()
      .map(([kind, group]) => [kind, sorted(group)]),
  );
}

function referencesIn(node: Json): [kind: string, name: string][] {
  const found = JSON.stringify(node).matchAll(/"\$ref":"#\/components\/([^/"]+)\/([^"]+)"/g);
  return [...found].map((match) => [match[1] ?? '', match[2] ?? '']);
}

/** What a node is: keys below `properties` and `responses` are names of the API, not words of OpenAPI. */
type Role = 'plain' | 'names' | 'responses' | 'response';

/** Without examples, extensions and prose; OpenAPI demands a description of every response, so that stays. */
function bare(node: Json, role: Role = 'plain'): Json {
  if (Array.isArray(node)) return node.map((item) => bare(item));
  if (node === null || typeof node !== 'object') return node;
  const kept: JsonObject = {};
  for (const [key, value] of Object.entries(node)) {
    const isName = role === 'names' || role === 'responses';
    if (!isName && (key === 'example' || key === 'examples' || key.startsWith('x-'))) continue;
    if (!isName && role !== 'response' && key === 'description' && typeof value === 'string') continue;
    kept[key] = bare(value, roleOf(key, role));
  }
  return kept;
}

function roleOf(key: string, parent: Role): Role {
  if (parent === 'responses') return 'response';
  if (parent === 'names') return 'plain';
  if (key === 'properties') return 'names';
  return key === 'responses' ? 'responses' : 'plain';
}

function sourceNote(text: string): string {
  return `# Where openapi.json comes from

A cut of GitHub's own OpenAPI description, used by the GitHub stand-in of the tests and by nothing that is shipped.

| what | value |
| --- | --- |
| package | npm \`${source.package}\` ${source.version}, file \`${source.file}\` |
| integrity of the package | \`${source.integrity}\` |
| licence of the package | ${source.licence} |
| operations | ${operations.map((id) => `\`${id}\``).join(', ')} |
| SHA-256 of openapi.json | \`${createHash('sha256').update(text).digest('hex')}\` |

Taken out: all other operations, components that nothing refers to, examples, extensions, prose.

To renew: set version and integrity in \`scripts/cut-github-api.ts\` (\`npm view ${source.package} version dist.integrity\`),
list the operations there, run \`node scripts/cut-github-api.ts --write\`, and run the kit's tests.
`;
}

if (process.argv[1] === import.meta.filename) main(process.argv[2]);
