// Made from schemas/*.schema.json by scripts/generate-schemas.ts; `npm run fix` makes it anew.
// Holds parts of ajv and ajv-formats (MIT licence).
import type { Validator } from './validators.js';
import type { Verdict } from './verdict.ts';

export const validateVerdict: Validator<Verdict>;
