/** What of GitHub's answers about deployments is read, and which deployment is the one of this run. Pure. */
import { asRecord } from '@shipgate/kit/github-client';

/** Whether a status was written by this run: its log is at …/actions/runs/<id>/job/<job>. */
export function isOfRun(status: unknown, runId: string): boolean {
  const { log_url: log } = asRecord(status);
  if (typeof log !== 'string' || !/^\d+$/.test(runId)) return false;
  return new RegExp(`/runs/${runId}(?:[/?#]|$)`).test(log);
}

/** Whether an earlier run of the same rollout made it: the payload says so. */
export function isOfRollout(deployment: unknown, rollout: string): boolean {
  const { payload } = asRecord(deployment);
  return asRecord(asRecord(asParsed(payload))['shipgate'])['rollout'] === rollout;
}

/** Number of a deployment; undefined for what is none. */
export function idOf(deployment: unknown): number | undefined {
  const { id } = asRecord(deployment);
  return typeof id === 'number' && Number.isSafeInteger(id) ? id : undefined;
}

/** GitHub keeps a payload that came as text as text. */
function asParsed(payload: unknown): unknown {
  if (typeof payload !== 'string') return payload;
  try {
    return JSON.parse(payload);
  } catch {
    return undefined;
  }
}
