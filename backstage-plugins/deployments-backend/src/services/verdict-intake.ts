import { randomUUID } from 'node:crypto';
import type { Verdict } from '@shipgate/schemas';
import { validateVerdict } from '@shipgate/schemas';
import type { Knex } from 'knex';
import type { JobClaims } from '../oidc/claims';
import { Refusal } from '../refusal';
import { lockRepository, rememberName } from '../store/repositories';
import type { VerdictRow } from '../store/rows';
import { addTokenUse, addVerdict, tokenUse, verdictOn } from '../store/verdicts';
import { sha256 } from './body-hash';
import type { TellChange } from './changes';
import { gateSummary } from './gate-result';
import { contradictions, subjectOf } from './verdict-subject';

interface Ports {
  readonly knex: Knex;
  readonly now: () => number;
  readonly tellChange: TellChange;
}

export interface Receipt {
  readonly id: string;
  /** False: it was known already. */
  readonly isNew: boolean;
}

/** Keeps verdicts, each once. */
export class VerdictIntake {
  private readonly ports: Ports;

  constructor(ports: Ports) {
    this.ports = ports;
  }

  /**
   * Keeps the verdict in `body`, given by the job that `claims` prove. Throws Refusal: 400 no JSON, 422 no verdict or a
   * subject that contradicts the token, 409 a token or a gate's word that stands already for another body.
   */
  async accept(claims: JobClaims, isGating: boolean, body: Uint8Array): Promise<Receipt> {
    const said = readVerdict(body);
    const faults = contradictions(said, claims);
    if (faults.length > 0) throw new Refusal(422, 'subject', 'the verdict is not about the job that sends it', faults);
    const verdict = { ...said, subject: subjectOf(said.subject, claims) };
    const row = this.rowOf(verdict, claims, isGating, sha256(body));
    const receipt = await this.ports.knex.transaction((trx) => this.keep(trx, row, claims));
    if (receipt.isNew) await this.ports.tellChange({ host: claims.host, repositoryId: claims.repositoryId });
    return receipt;
  }

  /** The lock makes two sends of one job wait for each other, so that what is looked up stays true. */
  private async keep(trx: Knex.Transaction, row: VerdictRow, claims: JobClaims): Promise<Receipt> {
    await lockRepository(trx, claims.host, claims.repositoryId, this.ports.now());
    const used = await tokenUse(trx, claims.issuer, claims.tokenId);
    if (used !== undefined) {
      if (used.body_hash === row.body_hash) return { id: used.verdict_id, isNew: false };
      throw new Refusal(409, 'token-used', 'expected: a token for each verdict; got: a token that sent another one');
    }
    const stands = await verdictOn(trx, row);
    if (stands !== undefined && stands.body_hash !== row.body_hash) {
      const message = `expected: one verdict for each gate, run, attempt, path, service and environment; got: another than ${stands.id}`;
      throw new Refusal(409, 'verdict-stands', `${message}; do: run the gate again as a new attempt`);
    }
    const id = stands?.id ?? row.id;
    await addTokenUse(trx, {
      issuer: claims.issuer,
      jti: claims.tokenId,
      body_hash: row.body_hash,
      verdict_id: id,
      expires_at: claims.expiresAt,
    });
    await rememberName(trx, claims.host, {
      id: claims.repositoryId,
      fullName: claims.repository,
      toldAt: claims.issuedAt,
    });
    if (stands === undefined) await addVerdict(trx, row);
    return { id, isNew: stands === undefined };
  }

  private rowOf(verdict: Verdict, claims: JobClaims, isGating: boolean, bodyHash: string): VerdictRow {
    const { path, service, environment } = verdict.subject;
    const now = this.ports.now();
    const finished = Date.parse(verdict.finishedAt);
    return {
      id: randomUUID(),
      host: claims.host,
      repo_id: claims.repositoryId,
      run_id: claims.runId,
      run_attempt: claims.attempt,
      gate: verdict.gate,
      subject_hash: sha256(JSON.stringify([path ?? null, service ?? null, environment ?? null])),
      body_hash: bodyHash,
      sha: claims.commit,
      ref: claims.ref,
      is_gating: isGating,
      // A gate whose clock runs ahead does not stay the newest for good.
      finished_at: Number.isNaN(finished) ? now : Math.min(finished, now),
      received_at: now,
      summary: JSON.stringify(gateSummary(verdict, claims, isGating)),
      body: serialized(verdict),
    };
  }
}

/** Values can be nested so deeply that they can be read, but not written again. */
function serialized(verdict: Verdict): string {
  try {
    return JSON.stringify(verdict);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Refusal(422, 'too-deep', 'expected: a verdict; got: values that are nested too deeply');
  }
}

function readVerdict(body: Uint8Array): Verdict {
  const judged = validateVerdict(parsed(body));
  if (judged.ok) return judged.verdict;
  const message = 'expected: a verdict by schemas/verdict.schema.json; got: something else, see faults';
  throw new Refusal(422, 'schema', message, judged.errors.slice(0, 100));
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch (error) {
    if (!(error instanceof SyntaxError) && !(error instanceof TypeError)) throw error;
    throw new Refusal(400, 'not-json', 'expected: a verdict as JSON in UTF-8; got: something else');
  }
}
