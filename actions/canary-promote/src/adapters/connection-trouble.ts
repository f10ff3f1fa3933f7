/** From what Node says of a broken connection to a code of ours. */
import type { Trouble } from '../strata.ts';
import { trouble } from './trouble.ts';

interface Circumstances {
  /** The first bytes of an answer came. */
  readonly begun: boolean;
  readonly signal: AbortSignal;
  readonly deadline: AbortSignal;
}

/** Of an error only its code is told: its message may hold the address with all that stands in it. */
export function connectionTrouble(error: unknown, { begun, signal, deadline }: Circumstances): Trouble {
  if (signal.aborted) return trouble('source-unavailable', 'the run was ended while the source was asked');
  if (deadline.aborted) {
    const got = begun ? 'only the beginning of one' : 'none';
    return trouble('source-timeout', `expected an answer in time, got ${got}`);
  }
  const code = codeOf(error);
  if (begun) return trouble('source-incomplete', `expected a whole answer, got one that was cut off${code}`);
  if (TLS.test(code)) return trouble('source-refused', `expected a connection that both sides trust, got${code}`);
  return trouble('source-unavailable', `expected a connection, got${code === '' ? ' none' : code}`);
}

/** Certificates and handshakes: waiting does not mend them. */
const TLS = /CERT|SSL|TLS|EPROTO|SELF_SIGNED|UNABLE_TO_|HOSTNAME/;

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? ` ${code}` : '';
}
