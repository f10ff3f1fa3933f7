import type { JsonSchema } from '../src/json-schema.ts';
import { dereference } from '../src/json-schema.ts';

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
    const cells = [`\`${key}\``, valueText(target, root), must, defaultText(target), meaning];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
  });
  return ['| Key | Value | Must | Default | Meaning |\n', '| :-- | :-- | :-: | :-- | :-- |\n', ...rows].join('');
}

function valueText(schema: JsonSchema, root: JsonSchema): string {
  if (schema.const !== undefined) return `\`${String(schema.const)}\``;
  if (schema.enum !== undefined) return schema.enum.map((value) => `\`${String(value)}\``).join(', ');
  if (schema.type === 'array') return `list of: ${valueText(dereference(schema.items ?? {}, root), root)}`;
  if (schema.type === 'boolean') return '`true`, `false`';
  if (schema.type === 'object') return 'map';
  if (schema.examples !== undefined)
    return `text, such as ${schema.examples.map((value) => `\`${String(value)}\``).join(', ')}`;
  return schema.type === 'string' ? 'text' : String(schema.type);
}

function defaultText(schema: JsonSchema): string {
  if (schema.default === undefined) return '';
  return Array.isArray(schema.default) ? 'all' : `\`${String(schema.default)}\``;
}
