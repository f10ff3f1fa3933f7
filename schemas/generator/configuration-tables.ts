import type { JsonSchema } from '../src/json-schema.ts';
import { dereference } from '../src/json-schema.ts';
import { yamlText } from '../src/value-text.ts';

/**
 * Replaces what stands between `<!-- keys of NAME -->` and `<!-- end of keys -->` by a table of the keys of that part
 * of the shipgate schema; `file` is the top level. Throws when the page names a part that the schema does not have.
 */
export function withConfigurationTables(page: string, root: JsonSchema): string {
  return page.replace(
    /(<!-- keys of (\S+) -->\n)[\s\S]*?(<!-- end of keys -->)/g,
    (_whole, begin: string, name: string, end: string) => `${begin}${table(part(name, root), root)}${end}`,
  );
}

function part(name: string, root: JsonSchema): JsonSchema {
  return name === 'file' ? root : dereference({ $ref: `#/definitions/${name}` }, root);
}

function table(schema: JsonSchema, root: JsonSchema): string {
  const rows = Object.entries(schema.properties ?? {}).map(([key, property]) => {
    const target = dereference(property, root);
    const must = schema.required?.includes(key) ? 'yes' : 'no';
    const meaning = target.description ?? '';
    const cells = [`\`${key}\``, valueText(target, root), must, defaultText(target, root), meaning];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
  });
  return ['| Key | Value | Must | Default | Meaning |\n', '| :-- | :-- | :-: | :-- | :-- |\n', ...rows].join('');
}

function valueText(schema: JsonSchema, root: JsonSchema): string {
  if (schema.const !== undefined) return `\`${String(schema.const)}\``;
  if (schema.enum !== undefined) return schema.enum.map((value) => `\`${String(value)}\``).join(', ');
  if (schema.type === 'array') return `list of: ${valueText(dereference(schema.items ?? {}, root), root)}`;
  if (schema.type === 'boolean') return '`true`, `false`';
  const kinds = [schema.type ?? []].flat().map(nameOfKind).join(' or ');
  if (schema.examples === undefined) return kinds;
  return `${kinds}, such as ${schema.examples.map((value) => `\`${yamlText(value)}\``).join(', ')}`;
}

function nameOfKind(type: string): string {
  const names: Readonly<Record<string, string>> = { object: 'map', string: 'text', array: 'list', integer: 'number' };
  return names[type] ?? type;
}

function defaultText(schema: JsonSchema, root: JsonSchema): string {
  if (schema.default === undefined) return '';
  const choices = dereference(schema.items ?? {}, root).enum;
  const isAll = Array.isArray(schema.default) && schema.default.length === choices?.length;
  return isAll ? 'all' : `\`${yamlText(schema.default)}\``;
}
