import { describe, expect, it } from 'vitest';
import { inspectHouse } from './inspection.ts';

/** Every breach of a made-up tree, as `path: rule: message`. */
function breachesOf(tree: Readonly<Record<string, string>>): readonly string[] {
  const files = Object.entries(tree).map(([path, text]) => ({ path, text }));
  const { breaches } = inspectHouse(Object.keys(tree), files);
  return breaches.map(({ path, rule, message }) => `${path}: ${rule}: ${message}`);
}

function figuresOf(tree: Readonly<Record<string, string>>): string {
  const files = Object.entries(tree).map(([path, text]) => ({ path, text }));
  return inspectHouse(Object.keys(tree), files).figures;
}

const lines = (count: number, line = '// a'): string => `${line}\n`.repeat(count);

describe('names', () => {
  it.each([
    'cli/src/utils.ts',
    'actions/kit/src/helpers/text.ts',
    'actions/kit/src/stringUtils.ts',
    'scripts/test-helper.ts',
    'docs/misc.md',
    'schemas/lib/a.ts',
    'actions/x/src/shared.ts',
    'common/a.ts',
  ])('finds the junk drawer in %s', (path) => {
    expect(breachesOf({ [path]: '' })).toHaveLength(1);
  });

  it.each(['backstage-plugins/deployments-common/src/index.ts', 'cli/src/library.ts', 'examples/go/lib/a.txt'])(
    'leaves %s alone',
    (path) => {
      expect(breachesOf({ [path]: '' })).toEqual([]);
    },
  );
});

describe('sizes', () => {
  it('finds a file of more than 300 lines and says how many it has', () => {
    const short = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`scripts/${index}.ts`, '']));
    expect(breachesOf({ ...short, 'scripts/a.ts': lines(300) })).toEqual([]);
    expect(breachesOf({ ...short, 'scripts/a.tsx': lines(301) })).toEqual([
      'scripts/a.tsx: sizes: file has 301 lines, at most 300: split it by what it does',
    ]);
  });

  it('finds a function of more than 60 lines by its name, and counts a callback to the function around it', () => {
    const text = `export function long() {\n  [1].map(() => {\n${lines(60)}  });\n}\nconst short = () => <b />;\n`;
    const rest = lines(1, Array.from({ length: 20 }, (_, index) => `function f${index}() {}`).join('\n'));
    expect(breachesOf({ 'scripts/a.tsx': text + rest })).toEqual([
      'scripts/a.tsx: sizes: function long has 64 lines, at most 60: split it by what it does',
    ]);
  });

  it('finds methods and functions in properties too', () => {
    const body = `{\n${lines(31)}}`;
    const text = `class A { m() ${body}\n f = () => ${body} }\nconst o = { p: function () ${body} };\n`;
    const found = breachesOf({ 'scripts/a.ts': text });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('p90 of functions is 33, limit 30; longest:\n    33 scripts/a.ts m');
  });

  it('finds that a tenth and more of the files is too long', () => {
    const files = Array.from(
      { length: 10 },
      (_, index) => [`scripts/${index}.ts`, lines(index < 2 ? 201 : 10)] as const,
    );
    expect(breachesOf(Object.fromEntries(files))[0]).toContain('p90 of files is 201, limit 200');
    expect(breachesOf(Object.fromEntries(files.slice(1)))[0]).toContain('p90 of files is 201');
    expect(breachesOf({ ...Object.fromEntries(files.slice(1)), 'scripts/x.ts': '' })).toEqual([]);
  });

  it('does not measure tests and what is made', () => {
    expect(breachesOf({ 'scripts/a.test.ts': lines(900), 'backstage-plugins/a/src/b.test.tsx': lines(900) })).toEqual(
      [],
    );
    expect(figuresOf({ 'scripts/a.test.ts': lines(900), 'scripts/a.ts': lines(3) })).toBe(
      '1 files, p90 3 lines, longest 3; 0 functions, p90 0 lines, longest 0',
    );
  });
});

describe('circles', () => {
  it('are printed as the shortest way round', () => {
    const tree = {
      'scripts/a.ts': "import './b.ts'; import './c.ts';",
      'scripts/b.ts': "import './c.ts';",
      'scripts/c.ts': "export * from './a.ts';",
      'scripts/d.ts': "import './a.ts';",
    };
    expect(breachesOf(tree)).toEqual([
      'scripts/a.ts: circles: import circle: scripts/a.ts -> scripts/c.ts -> scripts/a.ts',
      'scripts/b.ts: circles: import circle: scripts/b.ts -> scripts/c.ts -> scripts/a.ts -> scripts/b.ts',
    ]);
  });

  it('are followed through package names, types and lazy imports', () => {
    const tree = {
      'schemas/src/index.ts': "export type { A } from './a.ts';",
      'schemas/src/a.ts': "export type A = 1; const b = await import('./b.ts');",
      'schemas/src/b.ts': "import type { A } from './index.ts';",
    };
    expect(breachesOf(tree)[0]).toContain('schemas/src/a.ts -> schemas/src/b.ts -> schemas/src/index.ts');
  });

  it('are followed where the import leaves out the extension, to .tsx and to an index too', () => {
    const tree = {
      'backstage-plugins/deployments/src/index.ts': "export * from './Tab';",
      'backstage-plugins/deployments/src/Tab.tsx': "import { a } from './parts';\nexport const Tab = () => <a>{a}</a>;",
      'backstage-plugins/deployments/src/parts/index.tsx': "export * from '../alpha';",
      'backstage-plugins/deployments/src/alpha.tsx': "import '@shipgate/backstage-plugin-deployments';",
    };
    expect(breachesOf(tree)[0]).toContain(
      'src/Tab.tsx -> backstage-plugins/deployments/src/parts/index.tsx -> ' +
        'backstage-plugins/deployments/src/alpha.tsx -> backstage-plugins/deployments/src/index.ts -> ',
    );
  });
});

const plugin = '@shipgate/backstage-plugin-deployments';
const tab = 'backstage-plugins/deployments/src';
const common = 'backstage-plugins/deployments-common/src';
const backend = 'backstage-plugins/deployments-backend/src';

describe('layers', () => {
  it.each([
    ['schemas/src/a.ts', "import '../../actions/kit/src/b.ts';", 'schemas may not import actions/kit'],
    ['actions/kit/src/a.ts', "import '../../g/src/run.ts';", 'actions/kit may not import actions/g'],
    ['actions/kit/src/a.ts', "import '@shipgate/manifests/read';", 'actions/kit may not import actions/manifests'],
    ['actions/manifests/src/a.ts', "import '../../g/src/run.ts';", 'actions/manifests may not import actions/g'],
    ['actions/g/src/a.ts', "import '../../manifests/src/read.ts';", 'import it by its name'],
    ['actions/g/src/a.ts', "import '../../h/src/run.ts';", 'actions/g may not import actions/h'],
    ['actions/g/src/a.ts', "import '../../../cli/src/run.ts';", 'actions/g may not import cli'],
    ['actions/g/src/a.ts', "import '../../kit/src/escape.ts';", 'import it by its name'],
    ['actions/g/src/a.ts', "import '../../../scripts/steps.ts';", 'reaches out of its package'],
    ['actions/g/src/a.ts', "import { getInput } from '@actions/core';", '@actions/core is slow to load'],
    [
      'actions/g/src/a.ts',
      `import '${plugin}-common';`,
      'actions/g may not import backstage-plugins/deployments-common',
    ],
    ['cli/src/a.ts', `import '${plugin}-common';`, 'cli may not import backstage-plugins/deployments-common'],
    ['schemas/src/a.ts', `import '${plugin}-common';`, 'schemas may not import backstage-plugins/deployments-common'],
    [`${common}/a.ts`, `import '${plugin}';`, 'deployments-common may not import backstage-plugins/deployments:'],
    [`${common}/a.ts`, "import { join } from 'node:path';", 'node:path is not there in a browser'],
    [`${common}/a.ts`, "import type { A } from '@actions/core';", '@actions/core belongs to the gates'],
    [`${common}/a.ts`, "import '@shipgate/kit/escape';", 'deployments-common may not import actions/kit'],
    [`${tab}/a.ts`, `import '${plugin}-backend';`, 'may not import backstage-plugins/deployments-backend'],
    [`${tab}/a.tsx`, "export const a = () => import('node:fs');", 'node:fs is not there in a browser'],
    [`${tab}/a.ts`, "import '../../deployments-common/src/client';", 'import it by its name'],
    [`${backend}/a.ts`, `import type { A } from '${plugin}';`, 'may not import backstage-plugins/deployments:'],
    [`${backend}/a.ts`, "import '../../../actions/g/src/decide';", 'may not import actions/g'],
    [`${backend}/a.test.ts`, "import { getInput } from '@actions/core';", '@actions/core belongs to the gates'],
    [`${backend}/a.ts`, "import '../../../scripts/steps';", 'reaches out of its package'],
    ['backstage-plugins/app/src/a.tsx', `import '${plugin}-backend';`, 'app may not import'],
    ['backstage-plugins/backend/src/a.ts', `import '${plugin}';`, 'backend may not import'],
  ])('finds in %s: %s', (path, text, message) => {
    const found = breachesOf({ [path]: text });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(message);
  });

  it('lets each import what stands below it', () => {
    const tree = {
      'actions/kit/src/a.ts': "import '@shipgate/schemas';",
      'actions/g/src/a.ts': "import '@shipgate/kit/escape'; import type { T } from '@actions/core';",
      'actions/manifests/src/a.ts': "import '@shipgate/kit/escape'; import { suggest } from '@shipgate/schemas';",
      'actions/g/src/c.ts': "import '@shipgate/manifests/judgement';",
      'actions/g/src/b.ts': "export const core = () => import('@actions/core');",
      'actions/g/build.ts': "import type { PackageBuild } from '../../scripts/build/package-build.ts';",
      'cli/src/a.ts': "import '@shipgate/kit/escape';",
      [`${common}/index.ts`]: "import '@shipgate/schemas';",
      [`${tab}/alpha.tsx`]: `import '${plugin}-common'; import '@backstage/core-components';`,
      [`${tab}/a.test.tsx`]: "import 'node:fs'; import '../../../examples/order-service/verdict';",
      [`${backend}/databases.fixture.ts`]: "import '../../../scripts/real-tools';",
      [`${backend}/index.ts`]: `import '${plugin}-common'; import 'node:crypto'; import '@octokit/rest';`,
      'backstage-plugins/app/src/index.tsx': `import '${plugin}/alpha';`,
      'backstage-plugins/backend/src/index.ts': `import 'app'; import('${plugin}-backend');`,
    };
    expect(breachesOf(tree)).toEqual([]);
  });
});

describe('extensions', () => {
  it.each([
    [`${tab}/a.ts`, "export * from './b.ts';", './b.ts: in a plugin the import has no .ts or .tsx'],
    [`${tab}/a.test.tsx`, "import type { B } from './b.tsx';", './b.tsx: in a plugin the import has no .ts or .tsx'],
    ['cli/src/a.ts', "export * from './b';", './b: the import says its extension'],
    ['scripts/a.test.ts', "const b = await import('../b');", '../b: the import says its extension'],
  ])('finds in %s: %s', (path, text, message) => {
    const found = breachesOf({ [path]: text });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(message);
  });

  it('lets pass what each side has to write', () => {
    const tree = {
      [`${tab}/a.ts`]: "import './b'; import './a.css'; import '../package.json';",
      'cli/src/a.ts': "import './b.ts'; import '../a.json'; import './generated/validators.js'; import 'yaml';",
    };
    expect(breachesOf(tree)).toEqual([]);
  });
});

describe('purity', () => {
  it.each([
    ["import { readFileSync } from 'node:fs';", 'imports node:fs'],
    ["import pg from 'pg';", 'imports pg'],
    ['export const a = Date.now();', 'uses the clock'],
    ['export const a = new Date();', 'uses the clock'],
    ['export const a = Date;', 'uses the clock'],
    ['export const a = new Date(2020, 1);', 'uses the clock'],
    ['export const a = Math.random();', 'uses Math.random'],
    ['export const a = process.env;', 'uses process'],
    ['export const a = { process };', 'uses process'],
    ['export const a = (fetch as unknown)!;', 'uses fetch'],
    ['setTimeout(() => 1, 1);', 'uses setTimeout'],
    ['export const a = crypto.randomUUID();', 'uses crypto'],
    ['export const a = globalThis;', 'uses globalThis'],
    ['console.log(1);', 'uses console'],
    ['export const a = import.meta.url;', 'uses import.meta'],
  ])('finds in decide.ts: %s', (text, message) => {
    const found = breachesOf({ 'actions/g/src/decide.ts': text });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(message);
  });

  it('follows imports and shows the way', () => {
    const tree = {
      'actions/g/src/decide.ts': "import { a } from './facts/a.ts';",
      'actions/g/src/facts/a.ts': "import { b } from '@shipgate/kit/b';",
      'actions/kit/src/b.ts': "import { exec } from 'node:child_process';",
    };
    expect(breachesOf(tree)).toEqual([
      'actions/kit/src/b.ts: purity: line 1: imports node:child_process, which is not known to be pure ' +
        '(reached by actions/g/src/decide.ts -> actions/g/src/facts/a.ts -> actions/kit/src/b.ts)',
    ]);
  });

  it('lets types, computation and names of properties pass', () => {
    const tree = {
      'actions/g/src/decide.ts': `
        import type { Reader } from './reader.ts';
        import { parse } from 'yaml';
        interface Facts { readonly process: string; readonly at: Date; fetch(): void }
        export const decide = (facts: Facts, reader: Reader) => [
          facts.process, facts.fetch, { process: 1 }, new Date('2026-01-01'), Date.parse('x'), facts.at instanceof Date, Math.max(1), parse,
        ];`,
      'actions/g/src/reader.ts': "import { readFileSync } from 'node:fs'; export type Reader = typeof readFileSync;",
    };
    expect(breachesOf(tree)).toEqual([]);
  });
});

describe('every rule', () => {
  it('is told in one run, none hides another', () => {
    const found = breachesOf({
      'actions/g/src/decide.ts': "import './utils.ts'; process.exit();",
      'actions/g/src/utils.ts': `import './decide.ts';\n${lines(301)}`,
    });
    expect(found.map((line) => line.split(': ')[1]).sort()).toEqual(['circles', 'names', 'purity', 'sizes', 'sizes']);
  });

  it('names the file that does not parse', () => {
    expect(() => breachesOf({ 'scripts/a.ts': 'const = 1' })).toThrow(/^scripts\/a\.ts: does not parse/);
  });
});
