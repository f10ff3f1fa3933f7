import type { JsonSchema } from '../src/json-schema.ts';

/** What a schema of its own says about itself. */
export interface PartHead {
  readonly $id: string;
  readonly title: string;
  readonly description: string;
}

/**
 * A schema of its own for one definition of another, with all that it refers to, so that neither file needs the other.
 * Definitions are taken as text: they stay as they are formatted. Throws when the definition is not there.
 */
export function partOfSchema(text: string, name: string, head: PartHead): string {
  const blocks = definitionBlocks(text);
  const kept = reachedFrom(name, (JSON.parse(text) as JsonSchema).definitions ?? {});
  const lines = Object.entries({ $schema: 'http://json-schema.org/draft-07/schema#', ...head }).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},`,
  );
  const definitions = [...blocks].filter(([key]) => kept.has(key)).map(([, block]) => block.replace(/,\n$/, '\n'));
  return [
    '{',
    ...lines,
    '  "$comment": "Made from shipgate.schema.json by scripts/generate-schemas.ts; `npm run fix` makes it anew.",',
    `  "allOf": [{ "$ref": "#/definitions/${name}" }],`,
    '  "definitions": {',
    `${definitions.map((block) => block.trimEnd()).join(',\n')}`,
    '  }',
    '}',
    '',
  ].join('\n');
}

/** The lines of each definition. */
function definitionBlocks(text: string): Map<string, string> {
  const [, body = ''] = /\n {2}"definitions": \{\n([\s\S]*?)\n {2}\}/.exec(text) ?? [];
  const blocks = `${body}\n`.split(/^(?= {4}")/m);
  return new Map(blocks.map((block) => [/"([^"]+)"/.exec(block)?.[1] ?? '', block]));
}

function reachedFrom(name: string, definitions: Readonly<Record<string, JsonSchema>>): ReadonlySet<string> {
  const reached = new Set([name]);
  for (const each of reached) {
    if (!Object.hasOwn(definitions, each)) throw new Error(`${each} is not a definition of the schema`);
    const inside = JSON.stringify(definitions[each]).matchAll(/"\$ref":"#\/definitions\/([^"]+)"/g);
    for (const [, other = ''] of inside) reached.add(other);
  }
  return reached;
}
