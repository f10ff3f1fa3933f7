import type { Request } from 'express';
import type { Settings } from '../config/settings';
import { judgeJob } from '../oidc/token-policy';
import type { TokenVerifier } from '../oidc/token-verifier';
import { Refusal } from '../refusal';
import type { VerdictIntake } from '../services/verdict-intake';
import type { AuditedWork } from './audit';
import { readJsonBytes } from './body';

interface Ports {
  readonly settings: Settings;
  readonly verifier: TokenVerifier;
  readonly verdicts: VerdictIntake;
}

/** POST /verdicts: keeps a verdict of the job whose token is sent along. */
export function receiveVerdict({ settings, verifier, verdicts }: Ports): AuditedWork {
  return async (request, response, notes) => {
    const claims = await verifier.verify(bearerOf(request));
    const { host, repository, repositoryId, runId, attempt, event, ref, workflowRef, tokenId } = claims;
    Object.assign(notes, { host, repository, repositoryId, runId, attempt, event, ref, workflowRef, tokenId });
    const oidc = settings.hosts.find((one) => one.host === host)?.oidc;
    if (oidc === null || oidc === undefined) throw new Refusal(401, 'token-issuer', 'this host sends no verdicts');
    const { isGating } = judgeJob(claims, oidc);
    const { id, isNew } = await verdicts.accept(claims, isGating, await readJsonBytes(request, response));
    Object.assign(notes, { verdict: id, isNew, isGating });
    response.status(isNew ? 201 : 200).json({ id });
  };
}

function bearerOf(request: Request): string {
  const [, token] = /^Bearer +(\S+)$/i.exec(request.get('authorization') ?? '') ?? [];
  if (token !== undefined) return token;
  throw new Refusal(401, 'token-missing', "expected: Authorization: Bearer and the job's OIDC token; got: none");
}
