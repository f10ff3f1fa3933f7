/** Evidence of kind `attestation`: an in-toto statement about this commit or image. */
import type { KeyObject } from 'node:crypto';
import type { EvidenceQuestion, EvidenceReader, RepositoryFiles, SeenFile } from '../ports.ts';
import { freshnessOf, judgeAge } from './age.ts';
import { celValue } from './cel.ts';
import { textOf } from './documents.ts';
import type { AttestationEntry } from './entry.ts';
import { isSignedBy, publicKeyOf } from './envelope.ts';
import { judgeHolds } from './file-data.ts';
import { failed, gravest, type Judged, passed, resultOf, stale, unknown } from './judged.ts';
import type { EvidenceResult } from './result.ts';
import { isAbout, type Statement, statementsOf, timeOf } from './statement.ts';

type Question = EvidenceQuestion<AttestationEntry>;

export class AttestationReader implements EvidenceReader<AttestationEntry> {
  private readonly files: Pick<RepositoryFiles, 'read'>;
  private readonly keys: Pick<RepositoryFiles, 'read'>;

  /** `keys` reads the key files; from where a change cannot reach, it is the base commit. */
  constructor(files: Pick<RepositoryFiles, 'read'>, keys: Pick<RepositoryFiles, 'read'> = files) {
    this.files = files;
    this.keys = keys;
  }

  async look(question: Question): Promise<EvidenceResult> {
    const { file } = question.entry;
    const judged = await this.judge(question).catch(() =>
      unknown(
        `${file} could not be looked at: git or the disk did not answer`,
        'Run this once more in a whole checkout',
      ),
    );
    return resultOf('attestation', file, judged);
  }

  private async judge(question: Question): Promise<Judged> {
    const { entry } = question;
    const seen = await this.files.read(entry.file);
    if ('kind' in seen) {
      const why = seen.kind === 'missing' ? 'is missing' : `cannot be used: ${seen.why}`;
      return unknown(`${entry.file} ${why}`, `Make ${entry.file} in this job, or download it before this step`);
    }
    const more = { sha256: seen.sha256, at: seen.at.toISOString() };
    const key = await this.key(entry);
    if (key !== undefined && 'outcome' in key) return { ...more, ...key };
    if (key === undefined && (seen.state === 'committed' || seen.state === 'changed')) {
      return unknown(
        `${entry.file} is part of the change and not signed by a known key`,
        'Add `key:` to the evidence, or let the statement come from outside of the repository',
        more,
      );
    }
    return { ...more, ...judgeStatements(seen, key, question) };
  }

  private async key({ key: path }: AttestationEntry): Promise<KeyObject | Judged | undefined> {
    if (path === undefined) return undefined;
    const seen = await this.keys.read(path);
    if ('kind' in seen) return unknown(`the key ${path} cannot be read`, `Add ${path} to the repository`);
    if (seen.state === 'changed' || seen.state === 'made')
      return unknown(`the key ${path} is not as the commit has it`, `Commit ${path}, or undo the change`);
    const key = publicKeyOf(seen.bytes.toString('latin1'));
    return (
      key ??
      unknown(
        `the key ${path} cannot be used`,
        'Give a public key in PEM: ed25519, ECDSA P-256, or RSA from 2048 bits on',
      )
    );
  }
}

/** Of all statements of this type those about us count, and each of them must hold. */
function judgeStatements(
  seen: SeenFile,
  key: KeyObject | undefined,
  { entry, subject, freshnessMs, now }: Question,
): Judged {
  const text = textOf(seen.bytes);
  const read = text === undefined ? ({ kind: 'unreadable', line: 1 } as const) : statementsOf(text);
  if (read.kind === 'unreadable')
    return unknown(`${seen.path} is no in-toto statement (line ${read.line})`, 'Make the statement once more');
  const which = entry.subject ?? 'commit';
  const ofType = read.statements.filter(({ predicateType }) => predicateType === entry['predicate-type']);
  if (ofType.length === 0)
    return unknown(
      `${seen.path} has no statement of type ${entry['predicate-type']}`,
      'Correct `predicate-type:`, or make that statement',
    );
  const abouts = ofType.map((statement) => isAbout(statement, which, subject));
  if (abouts.includes(undefined))
    return unknown(
      `nobody said which ${which} the statement must be about`,
      which === 'image' ? 'Give the input `image`' : 'Run this in a checkout',
    );
  const ours = ofType.filter((_, index) => abouts[index] === true);
  if (ours.length === 0) return stale(`${seen.path} is about another ${which}`, `Make the statement for this ${which}`);
  return gravest(ours.flatMap((statement) => judgeStatement(seen, statement, key, { entry, freshnessMs, now })));
}

function judgeStatement(
  seen: SeenFile,
  statement: Statement,
  key: KeyObject | undefined,
  { entry, freshnessMs, now }: Pick<Question, 'entry' | 'freshnessMs' | 'now'>,
): Judged[] {
  const which = entry.subject ?? 'commit';
  const judged: Judged[] = [];
  if (key !== undefined) judged.push(judgeSignature(seen, statement, key));
  if (entry.holds !== undefined)
    judged.push(judgeHolds(seen, entry.holds, { predicate: celValue(statement.predicate) }));
  if (entry.freshness !== undefined)
    judged.push(judgeTime(seen, statement, freshnessOf(entry.freshness, freshnessMs), now));
  const worst = gravest([passed(`${seen.path} is a statement about this ${which}`), ...judged]);
  return [worst];
}

function judgeSignature(seen: SeenFile, { envelope }: Statement, key: KeyObject): Judged {
  if (envelope === undefined || envelope.signatures.length === 0)
    return failed(`the statement in ${seen.path} is not signed`, 'Sign it with the key of the evidence');
  if (isSignedBy(envelope, key)) return passed(`the statement in ${seen.path} is signed by the key`);
  return failed(
    `no signature of ${seen.path} is the key's`,
    'Sign it with the key of the evidence, and find out who signed this one',
  );
}

function judgeTime(seen: SeenFile, statement: Statement, limitMs: number | undefined, now: Date): Judged {
  const time = timeOf(statement);
  if (time === undefined)
    return unknown(
      `the statement in ${seen.path} says no time`,
      'Take `freshness:` out of the evidence, or make a statement with its time',
    );
  return judgeAge(`the statement in ${seen.path} is of`, time, now, limitMs);
}
