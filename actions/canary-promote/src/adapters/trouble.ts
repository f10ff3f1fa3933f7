/** Why a question got no answer. */
import type { Trouble, TroubleCode } from '../strata.ts';

export function trouble(code: TroubleCode, detail: string): Trouble {
  return { kind: 'trouble', code, detail };
}

export function isTrouble(value: object): value is Trouble {
  return 'kind' in value && value.kind === 'trouble';
}
