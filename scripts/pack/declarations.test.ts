import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reachedDeclarations, withPublishedImports } from './declarations.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shipgate-types-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the declarations that are published', () => {
  it('are those that the entry reaches, in circles too', () => {
    const files = {
      'index.d.ts': "export * from './a.ts';\nexport type { B } from './deep/b.ts';",
      'a.d.ts': "import type { External } from 'yaml';",
      'deep/b.d.ts': "export type B = import('../c.ts').C;",
      'c.d.ts': "import type { B } from './deep/b.ts';",
      'lonely.d.ts': 'export type Lonely = 1;',
    };
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    expect(reachedDeclarations(folder, 'index.d.ts')).toEqual(['index.d.ts', 'a.d.ts', 'deep/b.d.ts', 'c.d.ts']);
  });

  it.each([
    ["export * from './a.ts';", "export * from './a.js';"],
    ['import type { B } from "../b.tsx";', 'import type { B } from "../b.js";'],
    ["type C = import('./c.ts').C;", "type C = import('./c.js').C;"],
    ["import { D } from './d.js';", "import { D } from './d.js';"],
    ["import { E } from 'e.ts';", "import { E } from 'e.ts';"],
  ])('%s is written as %s', (source, published) => {
    expect(withPublishedImports(source)).toBe(published);
  });
});
