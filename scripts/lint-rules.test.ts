import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root } from './steps.ts';

let tree = '';
beforeEach(() => {
  tree = mkdtempSync(join(tmpdir(), 'shipgate-lint-'));
  cpSync(join(root, 'biome.json'), join(tree, 'biome.json'));
  cpSync(join(root, '.gitignore'), join(tree, '.gitignore'));
  cpSync(join(root, 'scripts/lint'), join(tree, 'scripts/lint'), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
});
afterEach(() => rmSync(tree, { recursive: true, force: true }));

/** The rules of the repository's own biome.json that a made-up tree breaks, as `path:line rule`. */
function lint(files: Readonly<Record<string, string>>): readonly string[] {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  }
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/@biomejs/biome/bin/biome'),
      'lint',
      '--error-on-warnings',
      '--colors=off',
      ...Object.keys(files),
    ],
    { cwd: tree, encoding: 'utf8' },
  );
  const found = [...(stdout + stderr).matchAll(/^(\S+?):(\d+):\d+ (?:lint\/\w+\/)?(\w+)/gm)];
  expect(status === 0).toBe(found.length === 0);
  return found.map(([, path, line, rule]) => `${path}:${line} ${rule}`);
}

const decide = 'actions/g/src/decide.ts';
const plugin = '@shipgate/backstage-plugin-deployments';
const folder = 'backstage-plugins/deployments';
const react = "import { useEffect, useState } from 'react';\n";

describe('biome, with the rules of this repository', () => {
  it.each([
    [decide, "import { readFileSync } from 'node:fs';\nexport const a = readFileSync;\n", 'noRestrictedImports'],
    [decide, "import { getInput } from '@actions/core';\nexport const a = getInput;\n", 'noRestrictedImports'],
    [decide, "export const a = import('node:os');\n", 'noRestrictedImports'],
    [decide, 'export const a = new Date(1);\n', 'noRestrictedGlobals'],
    [decide, 'export const a = process.pid;\n', 'noRestrictedGlobals'],
    [decide, "export const a = fetch('x');\n", 'noRestrictedGlobals'],
    [decide, 'export const a = setTimeout(String, 1);\n', 'noRestrictedGlobals'],
    [decide, 'export const a = crypto.randomUUID();\n', 'noRestrictedGlobals'],
    [decide, 'export const a = Math.random();\n', 'noJsRestrictedProperties'],
    ['actions/g/src/sql/a.ts', 'export const a = new Date();\n', 'plugin'],
    ['actions/g/src/sql/a.ts', 'export const a = Date.now();\n', 'plugin'],
    ['schemas/src/a.ts', "export { a } from '@shipgate/kit/escape';\n", 'noRestrictedImports'],
    ['actions/kit/src/a.ts', "export { a } from '@shipgate/migrate-gate/decide';\n", 'noRestrictedImports'],
    ['actions/kit/src/a.ts', "export { a } from '@shipgate/manifests/read';\n", 'noRestrictedImports'],
    ['actions/manifests/src/a.ts', "export { a } from '@shipgate/checklist/decide';\n", 'noRestrictedImports'],
    ['actions/g/src/a.ts', "export { a } from '@shipgate/migrate-gate/decide';\n", 'noRestrictedImports'],
    ['actions/g/src/a.ts', "export { a } from '@shipgate/cli';\n", 'noRestrictedImports'],
    ['cli/src/a.ts', 'export const a = (b: any) => b;\n', 'noExplicitAny'],
    ['cli/src/a.ts', 'export const a = (b?: string) => b!.length;\n', 'noNonNullAssertion'],
    ['cli/src/a.ts', "import { B } from './b.ts';\nexport const a = (b: B) => b;\n", 'useImportType'],
    ['cli/src/a.ts', 'export enum A {\n  B,\n}\n', 'noEnum'],
    ['cli/src/a.ts', '// @ts-ignore\nexport const a: string = 1;\n', 'noTsIgnore'],
    ['cli/src/a.test.ts', "import { it } from 'vitest';\nit.only('a', () => undefined);\n", 'noFocusedTests'],
    ['cli/src/a.test.tsx', "import { it } from 'vitest';\nit.only('a', () => undefined);\n", 'noFocusedTests'],
    ['actions/g/src/a.ts', `export { a } from '${plugin}-common';\n`, 'noRestrictedImports'],
    ['schemas/src/a.ts', `export type { A } from '${plugin}-common';\n`, 'noRestrictedImports'],
    [`${folder}-common/src/a.ts`, `export type { A } from '${plugin}';\n`, 'noRestrictedImports'],
    [`${folder}-common/src/a.ts`, "export { join } from 'node:path';\n", 'noRestrictedImports'],
    [`${folder}-common/src/a.ts`, "export type { A } from '@actions/core';\n", 'noRestrictedImports'],
    [`${folder}-common/src/a.ts`, 'export const a = process.pid;\n', 'noRestrictedGlobals'],
    [`${folder}-common/src/a.ts`, 'export const a = window.name;\n', 'noRestrictedGlobals'],
    [`${folder}/src/a.tsx`, `export { a } from '${plugin}-backend';\n`, 'noRestrictedImports'],
    [`${folder}/src/a.tsx`, "export { a } from '@shipgate/kit/escape';\n", 'noRestrictedImports'],
    [`${folder}/src/a.tsx`, "export { join } from 'node:path';\n", 'noRestrictedImports'],
    [`${folder}-backend/src/a.ts`, `export { a } from '${plugin}';\n`, 'noRestrictedImports'],
    [`${folder}-backend/src/a.ts`, "export { a } from '@actions/core';\n", 'noRestrictedImports'],
    ['backstage-plugins/app/src/a.tsx', `export { a } from '${plugin}-backend';\n`, 'noRestrictedImports'],
    ['backstage-plugins/backend/src/a.ts', `export { a } from '${plugin}';\n`, 'noRestrictedImports'],
    [`${folder}/src/a.tsx`, "export { a } from 'left-out';\n", 'noUndeclaredDependencies'],
    [`${folder}-backend/src/a.ts`, "export const a = import('left-out');\n", 'noUndeclaredDependencies'],
    [
      `${folder}/src/a.tsx`,
      `${react}export const useA = (b: boolean) => (b ? useState(1) : []);\n`,
      'useHookAtTopLevel',
    ],
    [
      `${folder}/src/a.tsx`,
      `${react}export function A({ b }: { b: string }) {\n  useEffect(() => alert(b), []);\n  return null;\n}\n`,
      'useExhaustiveDependencies',
    ],
    [`${folder}/src/a.tsx`, 'export const A = () => <img src="a.png" />;\n', 'useAltText'],
    [`${folder}/src/a.tsx`, 'export const A = () => <a onClick={() => undefined}>a</a>;\n', 'useValidAnchor'],
    [
      `${folder}/src/a.tsx`,
      'export const A = () => <div onClick={() => undefined}>a</div>;\n',
      'noStaticElementInteractions',
    ],
    [`${folder}/src/a.tsx`, 'export const A = () => [1, 2].map((b) => <b>{b}</b>);\n', 'useJsxKeyInIterable'],
    [
      `${folder}/src/a.tsx`,
      'export const A = () => <b dangerouslySetInnerHTML={{ __html: "" }} />;\n',
      'noDangerouslySetInnerHtml',
    ],
    [`${folder}/src/a.tsx`, 'export const A = ({ b }: { b: any }) => <b>{b}</b>;\n', 'noExplicitAny'],
  ])('is red in %s for %j', (path, text, rule) => {
    expect(lint({ [path]: text }).map((line) => line.split(' ')[1])).toContain(rule);
  });

  it('is red for an import circle', () => {
    const files = { 'cli/src/a.ts': "export * from './b.ts';\n", 'cli/src/b.ts': "export * from './a.ts';\n" };
    expect(lint(files)).toContain('cli/src/a.ts:1 noImportCycles');
  });

  it('is green for what each package may do', () => {
    const files = {
      [decide]:
        "import type { Verdict } from '@shipgate/schemas';\nimport { escapeText } from '@shipgate/kit/escape';\n\n" +
        'export const decide = (verdict: Verdict) => escapeText(verdict.gate);\n',
      'actions/g/src/sql/a.ts': "export const a = [new Date('2026-01-01'), Date.parse('2026-01-01')];\n",
      'actions/g/src/decide.test.ts': 'export const a = [process.pid, Date.now()];\n',
      'actions/kit/src/a.ts': "export { suggest } from '@shipgate/schemas';\n",
      'actions/manifests/src/a.ts': "export { escapeText } from '@shipgate/kit/escape';\n",
      'actions/g/src/a.ts': "export { judgeManifests } from '@shipgate/manifests/judgement';\n",
      'cli/src/a.ts': "export { run } from '@shipgate/kit/run';\n",
      [`${folder}/package.json`]: JSON.stringify({
        dependencies: { [`${plugin}-common`]: '^0.1.0', '@shipgate/schemas': '^0.1.0', '@backstage/ui': '^0.18.0' },
        peerDependencies: { react: '^18.0.0' },
      }),
      [`${folder}/src/a.tsx`]:
        `import { Text } from '@backstage/ui';\nimport type { A } from '${plugin}-common';\n` +
        "import { suggest } from '@shipgate/schemas';\nimport { useState } from 'react';\n" +
        'export function B({ a }: { a: A }) {\n  const [b] = useState(suggest(a.b));\n  return <Text>{b}</Text>;\n}\n',
      [`${folder}/src/a.test.tsx`]: "export { readFileSync } from 'node:fs';\nexport { it } from 'vitest';\n",
      [`${folder}-backend/src/a.ts`]: `export { createHash } from 'node:crypto';\n`,
      [`${folder}-common/src/a.test.ts`]: 'export const a = process.pid;\n',
    };
    expect(lint(files)).toEqual([]);
  });

  it('does not look at what is built here', () => {
    const files = {
      'backstage-plugins/app/dist/a.js': 'var a = b == c',
      'dist-types/a.ts': 'export const a: any = 1;',
    };
    expect(lint({ ...files, 'cli/src/a.ts': 'export const a = 1;\n' })).toEqual([]);
  });
});
