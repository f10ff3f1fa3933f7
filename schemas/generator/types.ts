import type { JSONSchema } from 'json-schema-to-typescript';
import { compile } from 'json-schema-to-typescript';

const BANNER = '// Made from schemas/%.schema.json by scripts/generate-schemas.ts; `npm run fix` makes it anew.';

/**
 * TypeScript declarations for one schema: an interface for the schema's title and one type per definition.
 * Conditions (`allOf`, `if`) say nothing that a type can hold, so they are left to the validator.
 */
export async function typesOf(name: string, schema: unknown): Promise<string> {
  const text = await compile(withoutConditions(schema) as JSONSchema, name, {
    bannerComment: BANNER.replace('%', name),
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    unreachableDefinitions: true,
    style: { singleQuote: true, printWidth: 120, trailingComma: 'all', bracketSpacing: true },
  });
  return compactComments(text);
}

/** Drops the notes about who refers to a definition; a comment of one line takes one line. */
function compactComments(text: string): string {
  return text
    .replace(/^ *\* This interface was referenced by .*\n^ *\* via the .*\n/gm, '')
    .replace(/^ *\* @(?:min|max)Items.*\n/gm, '')
    .replace(/(?:^ *\*\n)+(^ *\*\/)/gm, '$1')
    .replace(/^( *)\/\*\*\n *\* (.*)\n *\*\/$/gm, '$1/** $2 */')
    .replace(/^ *\/\*\*\n *\*\/\n/gm, '');
}

function withoutConditions(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutConditions);
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).filter(([key]) => !['allOf', '$comment', 'examples', 'default'].includes(key));
  const copy = Object.fromEntries(entries.map(([key, value]) => [key, withoutConditions(value)]));
  if (typeof copy['definitions'] === 'object') delete (copy['definitions'] as Record<string, unknown>)['passing'];
  const isOpenObject = copy['type'] === 'object' && !('properties' in copy) && !('additionalProperties' in copy);
  return isOpenObject ? { ...copy, tsType: 'object' } : copy;
}
