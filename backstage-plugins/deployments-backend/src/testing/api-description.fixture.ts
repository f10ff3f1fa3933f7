import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import addFormats from 'ajv-formats';
import type { Document } from 'openapi-backend';
import OpenAPIBackend from 'openapi-backend';
import { parse } from 'yaml';

const file = resolve(__dirname, '../../openapi.yaml');

export function readDescription(): Document {
  return parse(readFileSync(file, 'utf8')) as Document;
}

/** What is wrong with an answer by openapi.yaml; an empty list when nothing is. */
export type JudgeAnswer = (method: string, path: string, status: number, body: unknown) => readonly string[];

export async function answerJudge(): Promise<JudgeAnswer> {
  const api = new OpenAPIBackend({
    definition: readDescription(),
    strict: true,
    customizeAjv: (ajv) => addFormats(ajv),
  });
  await api.init();
  return (method, path, status, body) => {
    const operation = api.matchOperation({ method, path, headers: {} });
    if (operation === undefined) return [`${method} ${path} is not described`];
    if (operation.responses?.[String(status)] === undefined) return [`${method} ${path} may not answer ${status}`];
    const { errors } = api.validateResponse(body, operation, status);
    return (errors ?? []).map(({ instancePath, message }) => `${method} ${path} ${status}: ${instancePath} ${message}`);
  };
}
