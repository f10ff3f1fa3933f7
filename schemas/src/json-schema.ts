/** The part of JSON Schema (draft 07) that Shipgate's schemas use. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly items?: JsonSchema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
}

/** Follows `$ref` inside one schema file; what stands beside it wins. Throws when the reference leads nowhere. */
export function dereference(schema: JsonSchema, root: JsonSchema): JsonSchema {
  const { $ref, ...own } = schema;
  if ($ref === undefined) return schema;
  const target = root.definitions?.[$ref.replace('#/definitions/', '')];
  if (target === undefined) throw new Error(`${$ref} is not in the schema`);
  return { ...dereference(target, root), ...own };
}

/**
 * The schema of the value at the end of a path of keys and indices, as far as `properties` and `items` lead;
 * an empty schema where they lead nowhere.
 */
export function schemaAlong(path: readonly string[], from: JsonSchema, root: JsonSchema): JsonSchema {
  return path.reduce<JsonSchema>(
    (schema, segment) => {
      const properties = schema.properties ?? {};
      const next = schema.items ?? (Object.hasOwn(properties, segment) ? properties[segment] : undefined);
      return next === undefined ? {} : dereference(next, root);
    },
    dereference(from, root),
  );
}
