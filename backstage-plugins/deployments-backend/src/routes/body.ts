import type { Request, Response } from 'express';
import { raw } from 'express';
import { asError, Refusal } from '../refusal';

/** Largest body of a webhook or verdict, in bytes. */
export const LARGEST_BODY = 5 * 1024 * 1024;

// Not inflated: the signature is over the bytes as they were sent, and a small body cannot become a large one.
const read = raw({ type: () => true, limit: LARGEST_BODY, inflate: false });

/** The body as bytes. Throws Refusal: 415 for another content type or an encoding, 413 when it is too large. */
export async function readJsonBytes(request: Request, response: Response): Promise<Buffer> {
  if (typeof request.is('application/json') !== 'string') {
    const got = request.get('content-type') ?? 'none';
    throw new Refusal(415, 'content-type', `expected: content-type application/json; got: ${got.slice(0, 100)}`);
  }
  await new Promise<void>((resolve, reject) => {
    read(request, response, (error: unknown) => (error === undefined ? resolve() : reject(refused(error))));
  });
  const body: unknown = request.body;
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
}

/** body-parser says by `status` what was wrong (https://github.com/expressjs/body-parser#errors). */
function refused(thrown: unknown): Refusal {
  const error = asError(thrown);
  const status = 'status' in error ? error.status : 400;
  if (status === 413) return new Refusal(413, 'too-large', `expected: at most ${LARGEST_BODY} bytes; got: more`);
  if (status === 415)
    return new Refusal(415, 'content-encoding', 'expected: a body without content-encoding; got: an encoded one');
  return new Refusal(400, 'body', `expected: a whole body; got: ${error.message}`);
}
