import { generateKeyPairSync, type KeyObject, type SignKeyObjectInput, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AttestationReader } from './attestation.ts';
import type { AttestationEntry } from './entry.ts';
import { preAuthenticationEncoding } from './envelope.ts';
import { type HeldFile, heldFiles } from './held-files.fixture.ts';
import { type Circumstances, commit, questionOf } from './question.fixture.ts';
import { statementsOf } from './statement.ts';

const predicateType = 'https://slsa.dev/provenance/v1';
const image = 'b'.repeat(64);

function statement(more: Record<string, unknown> = {}): Record<string, unknown> {
  const subject = [{ name: 'orders', digest: { sha256: image, gitCommit: commit } }];
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject,
    predicateType,
    predicate: { result: 'PASSED', findings: 3 },
    ...more,
  };
}

const about = (digest: Record<string, unknown>) => statement({ subject: [{ name: 'orders', digest }] });

interface Pair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

const curve: Pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const edwards: Pair = generateKeyPairSync('ed25519');
const rsa: Pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = ({ publicKey }: Pair) => publicKey.export({ type: 'spki', format: 'pem' }).toString();

function envelope(value: unknown, pair: Pair = curve, padding: Partial<SignKeyObjectInput> = {}) {
  const [payloadType, payload] = ['application/vnd.in-toto+json', Buffer.from(JSON.stringify(value))];
  const hash = pair === edwards ? null : 'sha256';
  const signature = sign(hash, preAuthenticationEncoding({ payloadType, payload }), {
    key: pair.privateKey,
    ...padding,
  });
  return {
    payloadType,
    payload: payload.toString('base64'),
    signatures: [{ keyid: '', sig: signature.toString('base64') }],
  };
}

const pss = { padding: 6, saltLength: 32 };

function look(
  content: unknown,
  keys: Partial<AttestationEntry> = {},
  circumstances: Circumstances = {},
  more: Partial<HeldFile> & { pem?: string | HeldFile } = {},
) {
  const { pem: key = pem(curve), ...held } = more;
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const files = heldFiles({ 'a.json': { content: text, state: 'made', ...held }, 'cosign.pub': key });
  const entry: AttestationEntry = {
    kind: 'attestation',
    items: [],
    file: 'a.json',
    'predicate-type': predicateType,
    ...keys,
  };
  return new AttestationReader(files).look(questionOf(entry, circumstances));
}
const outcome = async (...parameters: Parameters<typeof look>) => (await look(...parameters)).outcome;

describe('a statement', () => {
  it('passes when it is about this commit or image', async () => {
    expect(await look(statement())).toMatchObject({
      outcome: 'pass',
      source: 'a.json',
      seen: 'a.json is a statement about this commit',
    });
    expect(await outcome(statement(), { subject: 'image' })).toBe('pass');
    expect(await outcome(statement({ _type: 'https://in-toto.io/Statement/v0.1' }))).toBe('pass');
    for (const digest of [{ sha1: commit }, { gitCommit: commit }]) expect(await outcome(about(digest))).toBe('pass');
    const long = 'c'.repeat(64);
    expect(await outcome(about({ sha256: long }), {}, { subject: { commit: long } })).toBe('pass');
  });

  it('about another is stale', async () => {
    for (const digest of [{ sha1: 'f'.repeat(40) }, { sha256: commit }, { gitCommit: 7 }, {}, { gitTree: commit }])
      expect(await outcome(about(digest))).toBe('stale');
    expect(await look(about({ sha256: 'f'.repeat(64) }), { subject: 'image' })).toMatchObject({
      outcome: 'stale',
      seen: 'a.json is about another image',
    });
    expect(await outcome(about({ sha512: image }), { subject: 'image' })).toBe('stale');
  });

  it('is unknown when nobody said what it must be about', async () => {
    expect([
      await outcome(statement(), {}, { subject: {} }),
      await outcome(statement(), { subject: 'image' }, { subject: { commit } }),
    ]).toEqual(['unknown', 'unknown']);
    expect(await look(statement(), {}, { subject: {} })).toMatchObject({ mend: 'Run this in a checkout' });
    expect(await look(statement(), { subject: 'image' }, { subject: {} })).toMatchObject({
      mend: 'Give the input `image`',
    });
  });

  it('is unknown when it is of another type, or none at all', async () => {
    expect(await outcome(statement({ predicateType: 'https://example.com/other' }))).toBe('unknown');
    const odd = [
      '',
      '{',
      'null',
      '[]',
      '{}',
      JSON.stringify(statement({ subject: [] })),
      JSON.stringify(statement({ _type: 'other' })),
      JSON.stringify(statement({ subject: [{}] })),
      JSON.stringify(statement({ predicateType: 1 })),
    ];
    for (const text of odd) expect(await outcome(text)).toBe('unknown');
    expect(await outcome({ ...envelope(statement()), payloadType: 'text/plain' })).toBe('unknown');
    expect(await outcome({ ...envelope(statement()), payload: '***' })).toBe('unknown');
    expect(await outcome('x', {}, {}, { content: Buffer.from([0xff]) })).toBe('unknown');
  });

  it('must hold its condition', async () => {
    expect([
      await outcome(statement(), { holds: "predicate.result == 'PASSED' && predicate.findings < 4" }),
      await outcome(statement(), { holds: 'predicate.findings == 0' }),
    ]).toEqual(['pass', 'fail']);
    for (const holds of ['predicate.missing', 'predicate.findings', '('])
      expect(await outcome(statement(), { holds })).toBe('unknown');
    expect(await outcome(statement({ predicate: undefined }), { holds: "predicate.result == 'PASSED'" })).toBe(
      'unknown',
    );
  });

  it('must be new enough where the entry asks for it', async () => {
    const at = (predicate: unknown) => outcome(statement({ predicate }), { freshness: '7d' });
    expect(await at({ timeVerified: '2026-11-19T00:00:00Z' })).toBe('pass');
    expect(await at({ runDetails: { metadata: { finishedOn: '2026-11-01T00:00:00Z' } } })).toBe('stale');
    expect(await at({ metadata: { buildFinishedOn: '2026-11-19T00:00:00Z' } })).toBe('pass');
    for (const none of [{}, { timeVerified: 'soon' }, { timeVerified: '2036-01-01T00:00:00Z' }, null])
      expect(await at(none)).toBe('unknown');
  });

  it('of several lines counts when it is about us, and each of those must hold', async () => {
    const lines = (...values: unknown[]) => values.map((value) => JSON.stringify(value)).join('\n');
    const other = about({ gitCommit: 'f'.repeat(40) });
    const holds = { holds: "predicate.result == 'PASSED'" };
    const bad = statement({ predicate: { result: 'FAILED' } });
    expect(await outcome(lines(other, statement(), { ...bad, predicateType: 'x' }), holds)).toBe('pass');
    expect(await outcome(lines(statement(), bad), holds)).toBe('fail');
    expect(await outcome(lines(other, other), holds)).toBe('stale');
    expect(await look(`${lines(statement())}\n{"half`)).toMatchObject({
      outcome: 'unknown',
      seen: 'a.json is no in-toto statement (line 2)',
    });
  });

  it('that is missing or cannot be read is unknown', async () => {
    expect(await outcome(statement(), { file: 'b.json' })).toBe('unknown');
    expect(await outcome(statement(), {}, {}, { refused: 'it is a folder' })).toBe('unknown');
    const broken = { read: () => Promise.reject(new Error('no')) };
    const entry: AttestationEntry = { kind: 'attestation', items: [], file: 'a', 'predicate-type': predicateType };
    expect((await new AttestationReader(broken).look(questionOf(entry))).outcome).toBe('unknown');
  });

  it('never throws, whatever it is', () => {
    fc.assert(fc.property(fc.json(), (text) => statementsOf(text).kind !== undefined));
    expect(statementsOf('['.repeat(200_000)).kind).toBe('unreadable');
  });
});

describe('a statement without a key', () => {
  it('proves nothing when it is a part of the change', async () => {
    for (const state of ['committed', 'changed'] as const)
      expect(await outcome(statement(), {}, {}, { state })).toBe('unknown');
    for (const state of ['made', null] as const) expect(await outcome(statement(), {}, {}, { state })).toBe('pass');
  });
});

describe('a signed statement', () => {
  const key = { key: 'cosign.pub' };

  it.each([
    ['ECDSA P-256', curve, {}],
    ['ed25519', edwards, {}],
    ['RSA-PSS', rsa, pss],
  ])('passes with a signature of %s, also from the repository', async (_, pair, padding) => {
    const signed = envelope(statement(), pair, padding);
    expect(await outcome(signed, key, {}, { state: 'committed', pem: pem(pair) })).toBe('pass');
    expect(
      await outcome(
        { mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json', dsseEnvelope: signed },
        key,
        {},
        { pem: pem(pair) },
      ),
    ).toBe('pass');
  });

  it('fails with another signature, of another key, over another text, or without one', async () => {
    const signed = envelope(statement());
    const other = envelope(statement({ predicate: {} }));
    expect(await look({ ...signed, payload: other.payload }, key)).toMatchObject({
      outcome: 'fail',
      seen: 'no signature of a.json is the key’s'.replace('’', "'"),
    });
    const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    expect(await outcome(signed, key, {}, { pem: pem(stranger) })).toBe('fail');
    for (const pair of [edwards, rsa]) expect(await outcome(signed, key, {}, { pem: pem(pair) })).toBe('fail');
    expect([
      await outcome({ ...signed, signatures: [] }, key),
      await outcome(statement(), key),
      await outcome({ ...signed, signatures: [{ sig: 'AAAA' }] }, key),
    ]).toEqual(['fail', 'fail', 'fail']);
  });

  it('may have other signatures beside the right one, and base64 for URLs', async () => {
    const signed = envelope(statement());
    const foreign = envelope(statement(), edwards).signatures;
    expect(await outcome({ ...signed, signatures: [...foreign, ...signed.signatures] }, key)).toBe('pass');
    const url = (text: string) => text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
    expect(
      await outcome(
        {
          ...signed,
          payload: url(signed.payload),
          signatures: signed.signatures.map(({ sig }) => ({ sig: url(sig) })),
        },
        key,
      ),
    ).toBe('pass');
  });

  it('is bound to the type of its payload', () => {
    expect(
      preAuthenticationEncoding({
        payloadType: 'http://example.com/HelloWorld',
        payload: Buffer.from('hello world'),
      }).toString(),
    ).toBe('DSSEv1 29 http://example.com/HelloWorld 11 hello world');
  });

  it('is unknown when the key is missing, weak, private, of another kind, or not as the commit has it', async () => {
    const signed = envelope(statement());
    const weak = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const other = generateKeyPairSync('ec', { namedCurve: 'secp256k1' });
    const secret = curve.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const keys: (string | HeldFile)[] = [
      pem(weak),
      pem(other),
      secret,
      'nonsense',
      '',
      { content: pem(curve), state: 'changed' },
      { content: pem(curve), state: 'made' },
    ];
    for (const each of keys) expect(await outcome(signed, key, {}, { pem: each })).toBe('unknown');
    expect(await outcome(signed, { key: 'absent.pub' })).toBe('unknown');
  });

  it('takes its key from where a change cannot reach, when there is such a place', async () => {
    const files = heldFiles({
      'a.json': { content: JSON.stringify(envelope(statement(), edwards)) },
      'cosign.pub': pem(edwards),
    });
    const entry: AttestationEntry = {
      kind: 'attestation',
      items: [],
      file: 'a.json',
      'predicate-type': predicateType,
      key: 'cosign.pub',
    };
    const base = heldFiles({ 'cosign.pub': pem(curve) });
    expect((await new AttestationReader(files, base).look(questionOf(entry))).outcome).toBe('fail');
  });
});
