/** in-toto statements (https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md), alone or in envelopes. Pure. */

import { type Envelope, envelopeOf } from './envelope.ts';
import { isRecord, jsonOf } from './json-value.ts';
import type { EvidenceSubject } from './result.ts';

export interface Statement {
  readonly predicateType: string;
  readonly subjects: readonly Readonly<Record<string, string>>[];
  /** Undefined when it has none. */
  readonly predicate: unknown;
  /** What may be signed; undefined for a bare statement. */
  readonly envelope?: Envelope;
}

export type Statements =
  | { readonly kind: 'read'; readonly statements: readonly Statement[] }
  | { readonly kind: 'unreadable'; readonly line: number };

const types = ['https://in-toto.io/Statement/v0.1', 'https://in-toto.io/Statement/v1'];
const payloadType = 'application/vnd.in-toto+json';

/** One JSON value, or one a line; a part that cannot be read makes the whole unreadable. */
export function statementsOf(text: string): Statements {
  const statements: Statement[] = [];
  const parts = jsonOf(text) === undefined ? text.split('\n') : [text];
  for (const [index, part] of parts.entries()) {
    if (part.trim() === '') continue;
    const statement = statementOf(jsonOf(part));
    if (statement === undefined) return { kind: 'unreadable', line: index + 1 };
    statements.push(statement);
  }
  return statements.length === 0 ? { kind: 'unreadable', line: 1 } : { kind: 'read', statements };
}

function statementOf(value: unknown): Statement | undefined {
  if (!isRecord(value)) return undefined;
  const envelope = envelopeOf(value);
  if (envelope === undefined) return bareStatement(value);
  if (envelope.payloadType !== payloadType) return undefined;
  const statement = bareStatement(jsonOf(envelope.payload.toString('utf8')));
  return statement === undefined ? undefined : { ...statement, envelope };
}

function bareStatement(value: unknown): Statement | undefined {
  if (!isRecord(value)) return undefined;
  const { _type: type, predicateType, subject, predicate } = value;
  if (typeof type !== 'string' || !types.includes(type) || typeof predicateType !== 'string') return undefined;
  const subjects = Array.isArray(subject) ? subject.map(digestsOf) : [];
  const read = subjects.filter((each) => each !== undefined);
  if (read.length === 0 || read.length < subjects.length) return undefined;
  return { predicateType, subjects: read, predicate };
}

function digestsOf(subject: unknown): Record<string, string> | undefined {
  const digest = isRecord(subject) ? subject['digest'] : undefined;
  if (!isRecord(digest)) return undefined;
  const texts = Object.entries(digest).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(texts);
}

/**
 * Whether it is about this commit or image. Names of digests:
 * https://github.com/in-toto/attestation/blob/main/spec/v1/digest_set.md. Undefined when ours is not known.
 */
export function isAbout(
  statement: Statement,
  which: 'commit' | 'image',
  subject: EvidenceSubject,
): boolean | undefined {
  const ours = which === 'commit' ? subject.commit : subject.image?.replace(/^sha256:/u, '');
  if (ours === undefined || !/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u.test(ours)) return undefined;
  const names = which === 'image' ? ['sha256'] : ours.length === 40 ? ['gitCommit', 'sha1'] : ['gitCommit', 'sha256'];
  return statement.subjects.some((digests) =>
    names.some((name) => Object.hasOwn(digests, name) && digests[name] === ours),
  );
}

/** When the predicate says that it was so: SLSA provenance 1 and 0.2, verification summaries and results. */
export function timeOf({ predicate }: Statement): Date | undefined {
  if (!isRecord(predicate)) return undefined;
  const { runDetails, metadata } = predicate;
  const ofRun =
    isRecord(runDetails) && isRecord(runDetails['metadata']) ? runDetails['metadata']['finishedOn'] : undefined;
  const ofBuild = isRecord(metadata) ? metadata['buildFinishedOn'] : undefined;
  const said = [predicate['timeVerified'], predicate['timeCreated'], ofRun, ofBuild].find(
    (each) => typeof each === 'string',
  );
  const time = new Date(typeof said === 'string' && /^\d{4}-\d{2}-\d{2}T/u.test(said) ? said : Number.NaN);
  return Number.isNaN(time.getTime()) ? undefined : time;
}
