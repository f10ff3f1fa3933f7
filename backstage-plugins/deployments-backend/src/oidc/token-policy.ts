import type { OidcSettings } from '../config/settings';
import { NEVER_EVENTS } from '../config/settings';
import { Refusal } from '../refusal';
import type { JobClaims } from './claims';
import type { WorkflowPattern } from './workflow-pattern';
import { splitWorkflowRef, workflowPattern } from './workflow-pattern';

/** What a job's verdict counts for. */
export interface Standing {
  /** False: shown, but never a ground to let something through. */
  readonly isGating: boolean;
}

/** Judges what a verified token says. Throws Refusal 403 with the first rule that it breaks. */
export function judgeJob(claims: JobClaims, settings: OidcSettings): Standing {
  if (!settings.owners.includes(claims.ownerId)) {
    throw refused('owner', 'an owner of deployments.github[].oidc.owners', claims.ownerId);
  }
  if (settings.repositories !== null && !settings.repositories.includes(claims.repositoryId)) {
    throw refused('repository', 'a repository of deployments.github[].oidc.repositories', claims.repositoryId);
  }
  const isListed = (events: readonly string[]) => !NEVER_EVENTS.includes(claims.event) && events.includes(claims.event);
  const patterns = settings.workflows.map(workflowPattern).filter((pattern) => pattern !== null);
  if (isListed(settings.gatingEvents)) return gating(claims, patterns);
  if (isListed(settings.displayEvents)) return display(claims, patterns);
  throw refused('event', [...settings.gatingEvents, ...settings.displayEvents].join(', '), claims.event);
}

function gating(claims: JobClaims, patterns: readonly WorkflowPattern[]): Standing {
  if (!claims.isRefProtected) throw refused('ref-not-protected', 'a run on a protected branch or tag', claims.ref);
  if (!matchesWhole(claims, patterns)) throw workflowRefused(claims);
  return { isGating: true };
}

/** Refs that GitHub makes for a change that is not merged yet (events-that-trigger-workflows in GitHub's docs). */
const CHANGE_REF = /^refs\/(?:pull\/[1-9][0-9]*\/merge|heads\/gh-readonly-queue\/\S+)$/;

/** On a pull request and in a merge queue the workflow's file is the change's own, so only its path can be asked for. */
function display(claims: JobClaims, patterns: readonly WorkflowPattern[]): Standing {
  if (!CHANGE_REF.test(claims.ref)) throw refused('ref', 'refs/pull/N/merge or a ref of a merge queue', claims.ref);
  const workflow = splitWorkflowRef(claims.workflowRef);
  const isOwnFile = workflow?.ref === claims.ref && patterns.some(({ path }) => path.test(workflow.path));
  if (!isOwnFile && !matchesWhole(claims, patterns)) throw workflowRefused(claims);
  return { isGating: false };
}

function matchesWhole(claims: JobClaims, patterns: readonly WorkflowPattern[]): boolean {
  const workflow = splitWorkflowRef(claims.workflowRef);
  return workflow !== null && patterns.some(({ path, ref }) => path.test(workflow.path) && ref.test(workflow.ref));
}

function workflowRefused(claims: JobClaims): Refusal {
  return refused('workflow', 'a workflow of deployments.github[].oidc.workflows', claims.workflowRef);
}

function refused(reason: string, expected: string, got: string): Refusal {
  return new Refusal(403, reason, `expected: ${expected}; got: ${JSON.stringify(got).slice(0, 300)}`);
}
