/** GitHub's own OpenAPI description, a cut of it (../../github-api), ready to route and to validate. */
import { readFileSync } from 'node:fs';
import { type Context, OpenAPIBackend } from 'openapi-backend';

const description = new URL('../../github-api/openapi.json', import.meta.url);

/** Answers 501 to what the description does not have and to what it does not allow. Handlers are to be registered. */
export function describedBackend(): OpenAPIBackend {
  const definition = JSON.parse(readFileSync(description, 'utf8'), nullableAsUnion) as ConstructorParameters<
    typeof OpenAPIBackend
  >[0]['definition'];
  const ajvOpts = { strict: false, validateFormats: false, allErrors: true };
  const backend = new OpenAPIBackend({ definition, quick: true, ajvOpts });
  backend.register('notFound', () => ({
    status: 501,
    body: { message: 'the cut of the description has no such operation' },
  }));
  backend.register('validationFail', (context: Context) => ({
    status: 501,
    body: { message: faultText(context.validation.errors) },
  }));
  return backend;
}

/** Of the first backend of this process: what it has compiled is good for all. */
let compiled: OpenAPIBackend['validator'] | undefined;

/** Once all handlers are registered. */
export async function ready(backend: OpenAPIBackend): Promise<void> {
  await backend.init();
  compiled ??= backend.validator;
  backend.validator = compiled;
}

/** OpenAPI allows `nullable` without `type` beside oneOf and $ref; ajv does not. GitHub means it beside `enum` too, without a null there. */
function nullableAsUnion(_key: string, node: unknown): unknown {
  if (typeof node !== 'object' || node === null || !('nullable' in node) || node.nullable !== true) return node;
  if ('type' in node && !('enum' in node)) return node;
  const { nullable: _, ...rest } = node;
  return { anyOf: [rest, { enum: [null] }] };
}

/** What a request or an answer does not keep to. */
export function faultText(errors: Context['validation']['errors']): string {
  const faults = (errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`.trim());
  return faults.length === 0 ? 'not as the description says' : [...new Set(faults)].join('; ');
}
