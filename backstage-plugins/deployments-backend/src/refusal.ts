/** Names that Backstage's clients know, by status; the last three are ours. */
const NAMES = {
  400: 'InputError',
  401: 'AuthenticationError',
  403: 'NotAllowedError',
  404: 'NotFoundError',
  409: 'ConflictError',
  413: 'PayloadTooLargeError',
  415: 'UnsupportedMediaTypeError',
  422: 'UnprocessableContentError',
  503: 'ServiceUnavailableError',
} as const;

export type RefusalStatus = keyof typeof NAMES;

/** What is wrong with one part of a body. */
export interface BodyFault {
  readonly path: string;
  readonly message: string;
}

/**
 * A request that is not served. Backstage's error handler answers with `statusCode` and prints the other fields in the
 * body; `reason` is for machines and stands in the audit record too.
 */
export class Refusal extends Error {
  readonly statusCode: RefusalStatus;
  readonly reason: string;
  readonly faults: readonly BodyFault[] | undefined;
  constructor(statusCode: RefusalStatus, reason: string, message: string, faults?: readonly BodyFault[]) {
    super(message);
    this.name = NAMES[statusCode];
    this.statusCode = statusCode;
    this.reason = reason;
    this.faults = faults;
  }
}

/** The machine-readable cause of any failure: a refusal's own, else the kind of error. */
export function reasonOf(error: unknown): string {
  if (error instanceof Refusal) return error.reason;
  return error instanceof Error ? error.name : 'not-an-error';
}

export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
