// Made from schemas/*.schema.json by scripts/generate-schemas.ts; `npm run fix` makes it anew.
// Holds parts of ajv and ajv-formats (MIT licence).
import type { ErrorObject } from 'ajv';
import type { ShipgateFile } from './shipgate.ts';
import type { Verdict } from './verdict.ts';

/** A compiled schema: `errors` belongs to the last call, null when the value was valid. */
export interface Validator<Value> {
  (data: unknown): data is Value;
  errors?: null | ErrorObject[];
}

export const validateShipgate: Validator<ShipgateFile>;
export const validateVerdict: Validator<Verdict>;
