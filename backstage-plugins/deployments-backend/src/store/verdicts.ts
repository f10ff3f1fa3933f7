import type { Knex } from 'knex';
import type { RepositoryKey } from './deployments';
import { newestCommits } from './deployments';
import type { TokenUseRow, VerdictRow } from './rows';

/** What a token was used for; undefined: it has not been used. */
export function tokenUse(db: Knex, issuer: string, jti: string): Promise<TokenUseRow | undefined> {
  return db<TokenUseRow>('token_use').where({ issuer, jti }).first();
}

export async function addTokenUse(trx: Knex.Transaction, use: TokenUseRow): Promise<void> {
  await trx<TokenUseRow>('token_use').insert(use);
}

type Subject = Pick<VerdictRow, 'host' | 'repo_id' | 'run_id' | 'run_attempt' | 'gate' | 'subject_hash'>;

/** What was said already by one gate, run, attempt and subject. */
export function verdictOn(db: Knex, { host, repo_id, run_id, run_attempt, gate, subject_hash }: Subject) {
  const key = { host, repo_id, run_id, run_attempt, gate, subject_hash };
  return db<VerdictRow>('gate_verdict').where(key).first('id', 'body_hash');
}

export async function addVerdict(trx: Knex.Transaction, row: VerdictRow): Promise<void> {
  await trx<VerdictRow>('gate_verdict').insert(row);
}

/** Undefined: none, or of another repository. */
export function findVerdict(knex: Knex, repository: RepositoryKey, id: string): Promise<VerdictRow | undefined> {
  return knex<VerdictRow>('gate_verdict')
    .where({ ...repository, id })
    .first();
}

/** Commits with verdicts of one kind, with the time of each one's newest. */
export function judgedCommits(knex: Knex, repository: RepositoryKey, isGating: boolean, most: number) {
  return newestCommits(knex('gate_verdict').where({ ...repository, is_gating: isGating }), 'finished_at', most);
}

export type VerdictSummaryRow = Omit<VerdictRow, 'body' | 'body_hash'>;

/** Verdicts on these commits without their bodies, the newest first. */
export function verdictsOnCommits(
  knex: Knex,
  repository: RepositoryKey,
  commits: readonly string[],
): Promise<VerdictSummaryRow[]> {
  return knex<VerdictRow>('gate_verdict')
    .where(repository)
    .whereIn('sha', [...commits])
    .orderBy(['finished_at', 'received_at', 'id'].map((column) => ({ column, order: 'desc' })))
    .select(
      'id',
      'host',
      'repo_id',
      'run_id',
      'run_attempt',
      'gate',
      'subject_hash',
      'sha',
      'ref',
      'is_gating',
      'finished_at',
      'received_at',
      'summary',
    );
}

/** Removes the notes of tokens that have expired before `before`: nobody can use those again. */
export function removeTokenUses(knex: Knex, before: number): Promise<number> {
  return knex<TokenUseRow>('token_use').where('expires_at', '<', before).delete();
}
