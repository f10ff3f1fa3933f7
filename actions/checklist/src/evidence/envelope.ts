/**
 * DSSE envelopes (https://github.com/secure-systems-lab/dsse) and their signatures. Pure, but for node:crypto.
 * Sigstore bundles: https://docs.sigstore.dev/about/bundle/
 */

import { createPublicKey, constants as crypto, type KeyObject, verify } from 'node:crypto';
import { isRecord } from './json-value.ts';

export interface Envelope {
  readonly payloadType: string;
  readonly payload: Buffer;
  readonly signatures: readonly Buffer[];
}

/** Of an envelope, or of a Sigstore bundle around one; undefined when the value is neither. Broken base64 makes it neither. */
export function envelopeOf(value: Readonly<Record<string, unknown>>): Envelope | undefined {
  const inner = value['dsseEnvelope'] ?? value;
  if (!isRecord(inner)) return undefined;
  const { payloadType, payload, signatures } = inner;
  const bytes = bytesOf(payload);
  if (typeof payloadType !== 'string' || bytes === undefined || !Array.isArray(signatures)) return undefined;
  const read = signatures.map((each: unknown) => (isRecord(each) ? bytesOf(each['sig']) : undefined));
  const whole = read.filter((each) => each !== undefined);
  return whole.length === read.length ? { payloadType, payload: bytes, signatures: whole } : undefined;
}

/** The key of a PEM file that is strong enough and of a known kind: ed25519, ECDSA P-256, RSA from 2048 bits on. */
export function publicKeyOf(pem: string): KeyObject | undefined {
  // createPublicKey takes the public half of a private key too, which has no place in a repository.
  if (!/-----BEGIN (?:RSA )?PUBLIC KEY-----/u.test(pem)) return undefined;
  try {
    const key = createPublicKey(pem);
    return isKnown(key) ? key : undefined;
  } catch {
    return undefined;
  }
}

function isKnown({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): boolean {
  if (asymmetricKeyType === 'ed25519') return true;
  if (asymmetricKeyType === 'ec') return asymmetricKeyDetails?.namedCurve === 'prime256v1';
  const isRsa = asymmetricKeyType === 'rsa' || asymmetricKeyType === 'rsa-pss';
  return isRsa && (asymmetricKeyDetails?.modulusLength ?? 0) >= 2048;
}

/** Whether one of the signatures is the key's. */
export function isSignedBy(envelope: Envelope, key: KeyObject): boolean {
  const signed = preAuthenticationEncoding(envelope);
  return envelope.signatures.some((signature) => isSignature(signed, signature, key));
}

/** https://github.com/secure-systems-lab/dsse/blob/master/protocol.md#signature-definition */
export function preAuthenticationEncoding({ payloadType, payload }: Pick<Envelope, 'payloadType' | 'payload'>): Buffer {
  const type = Buffer.from(payloadType, 'utf8');
  return Buffer.concat([Buffer.from(`DSSEv1 ${type.length} `), type, Buffer.from(` ${payload.length} `), payload]);
}

function isSignature(signed: Buffer, signature: Buffer, key: KeyObject): boolean {
  try {
    if (key.asymmetricKeyType === 'ed25519') return verify(null, signed, key, signature);
    if (key.asymmetricKeyType === 'ec') return verify('sha256', signed, { key, dsaEncoding: 'der' }, signature);
    const salt = { saltLength: crypto.RSA_PSS_SALTLEN_AUTO, padding: crypto.RSA_PKCS1_PSS_PADDING };
    return verify('sha256', signed, { key, ...salt }, signature);
  } catch {
    return false;
  }
}

/** Both alphabets, as the protocol asks; padded or not. */
function bytesOf(text: unknown): Buffer | undefined {
  if (typeof text !== 'string' || !/^[A-Za-z0-9+/_-]*={0,2}$/u.test(text)) return undefined;
  return Buffer.from(text, 'base64');
}
