import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import formats from 'ajv-formats';
import { buildSync } from 'esbuild';

const BANNER = `// Made from schemas/*.schema.json by scripts/generate-schemas.ts; \`npm run fix\` makes it anew.
// Holds parts of ajv and ajv-formats (MIT licence).
`;

export const validatorDeclarations = `${BANNER}import type { ErrorObject } from 'ajv';
import type { ShipgateFile } from './shipgate.ts';
import type { Verdict } from './verdict.ts';

/** A compiled schema: \`errors\` belongs to the last call, null when the value was valid. */
export interface Validator<Value> {
  (data: unknown): data is Value;
  errors?: null | ErrorObject[];
}

export const validateShipgate: Validator<ShipgateFile>;
export const validateVerdict: Validator<Verdict>;
`;

export const firstFaultDeclarations = `${BANNER}import type { Validator } from './validators.js';
import type { Verdict } from './verdict.ts';

export const validateVerdict: Validator<Verdict>;
`;

/** Validators that find every fault. */
export function validatorModule(schemas: { verdict: object; shipgate: object }, root: string): string {
  const ajv = compiler({ allErrors: true });
  ajv.addSchema(schemas.verdict, 'verdict');
  ajv.addSchema(schemas.shipgate, 'shipgate');
  return withoutAjv(standalone(ajv, { validateVerdict: 'verdict', validateShipgate: 'shipgate' }), root);
}

/** One that stops at the first fault: the other's work grows with the square of the faults, and verdicts come from outside. */
export function firstFaultModule(verdict: object, root: string): string {
  const ajv = compiler({ allErrors: false });
  ajv.addSchema(verdict, 'verdict');
  return withoutAjv(standalone(ajv, { validateVerdict: 'verdict' }), root);
}

function compiler({ allErrors }: { readonly allErrors: boolean }): Ajv {
  const code = { source: true, esm: true };
  const ajv = new Ajv({ allErrors, strict: true, strictTypes: false, inlineRefs: false, code });
  formats.default(ajv);
  return ajv;
}

/**
 * One ES module that validates without ajv at run time: its standalone code calls `require`, so esbuild folds what
 * it requires into the file. The text depends on the schemas and the versions of ajv and esbuild alone.
 */
function withoutAjv(contents: string, root: string): string {
  const bundle = buildSync({
    stdin: { contents, resolveDir: root, sourcefile: 'validators.js', loader: 'js' },
    absWorkingDir: root,
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['main'],
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    logLevel: 'silent',
  });
  return BANNER + withoutPaths(bundle.outputFiles[0]?.text ?? '');
}

/** esbuild names each module by its path from the working folder, which differs when node_modules lies elsewhere. */
function withoutPaths(text: string): string {
  return text
    .replace(/^\s*\/\/ (?:\S*node_modules\/\S+|validators\.js)\n/gm, '')
    .replace(/"[^"\n]*node_modules\/([^"\n]+)"/g, '"$1"');
}
