import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { generate } from '../../scripts/generate-schemas.ts';
import { withConfigurationTables } from './configuration-tables.ts';
import { partOfSchema } from './part-of-schema.ts';

const root = join(import.meta.dirname, '../..');

describe('generated files', () => {
  it('are what the schemas say', async () => {
    for (const [path, text] of await generate())
      expect(readFileSync(join(root, path), 'utf8') === text, path).toBe(true);
  });

  it('are the same each time, stand alone, and name no machine path', async () => {
    const [first, second] = [await generate(), await generate()];
    expect([...first]).toEqual([...second]);
    const validators = first.get('schemas/src/generated/validators.js') ?? '';
    expect(validators).not.toMatch(/^import |node_modules/m);
    expect([...first.values()].join('')).not.toContain(root);
  });

  it('are checked by a command that names what to run', () => {
    const script = join(root, 'scripts/generate-schemas.ts');
    expect(execFileSync(process.execPath, [script, '--check'], { encoding: 'utf8' })).toBe('');
    const usage = spawnSync(process.execPath, [script], { encoding: 'utf8' });
    expect([usage.status, usage.stderr]).toEqual([2, expect.stringContaining('--check | --write')]);
  });
});

describe('the schema of a plan alone', () => {
  const text = readFileSync(join(root, 'schemas/canary-plan.schema.json'), 'utf8');

  it('stands alone and judges as the section does', () => {
    const isPlan = new Ajv({ strict: true, strictTypes: false }).compile(JSON.parse(text));
    expect(isPlan({})).toBe(true);
    expect(isPlan({ steps: [10, { weight: 50, hold: '5m' }, 100], soak: '24h', alpha: 0.01 })).toBe(true);
    for (const bad of [{ steps: [0] }, { steps: [] }, { stepps: [1] }, { alpha: 2 }, { source: {} }, 1]) {
      expect(isPlan(bad), JSON.stringify(bad)).toBe(false);
    }
  });

  it('holds what the section refers to, and nothing else', () => {
    expect(text).not.toContain('"migrations"');
    expect(Object.keys((JSON.parse(text) as { definitions: object }).definitions)).toContain('variableName');
  });

  it('is refused for a definition that is not there', () => {
    expect(() => partOfSchema(text, 'gone', { $id: '', title: '', description: '' })).toThrow('gone');
  });
});

describe('tables of the configuration page', () => {
  const schema = { properties: { a: { type: 'string', description: 'x | y' } }, required: ['a'] };

  it('replace what stands between the marks and leave the rest', () => {
    const page = 'before\n<!-- keys of file -->\nold\n<!-- end of keys -->\nafter\n';
    const made = withConfigurationTables(page, schema);
    expect(made).toContain('| `a` | text | yes |  | x \\| y |\n<!-- end of keys -->\nafter\n');
    expect(made).not.toContain('old');
    expect(withConfigurationTables(made, schema)).toBe(made);
  });

  it('are refused for a part that the schema does not have', () => {
    expect(() => withConfigurationTables('<!-- keys of gone -->\n<!-- end of keys -->', schema)).toThrow('gone');
  });
});
