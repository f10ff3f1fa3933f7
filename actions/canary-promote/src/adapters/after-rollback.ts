/** What the plan asks for after a rollback: an incident issue, a hook of a status page. Neither changes how the run ends. */
import { asRecord, type GitHubClient, type GitHubSettings, odd } from '@shipgate/kit/github-client';
import type { Afterwards, RolledBack } from '../steering/after-rollback.ts';
import { Calls } from './calls.ts';
import { askOnce, lacksPermission, oneTryClient } from './github-calls.ts';
import { incidentMarker, incidentText } from './incident-issue.ts';
import { postToHook } from './status-hook.ts';

export interface AfterRollbackParts {
  readonly github: Omit<GitHubSettings, 'policy'>;
  /** Of the plan: `after-rollback`. Undefined: not asked for. */
  readonly issue: { readonly labels: readonly string[] } | undefined;
  /** Name of the variable that holds the address of the hook, and what the environment has in it. */
  readonly hook: { readonly env: string; readonly url: string | undefined } | undefined;
  readonly calls?: Calls;
  readonly signal: AbortSignal;
}

/** Pages of 100 open issues that are looked through for one about the same rollout. */
const MOST_PAGES = 5;

/** Both at once; never rejects. Nothing asked: an empty list. */
export async function afterRollback(parts: AfterRollbackParts, facts: RolledBack): Promise<readonly Afterwards[]> {
  const { issue, hook } = parts;
  const all = [
    ...(issue === undefined ? [] : [openIssue(parts, issue.labels, facts)]),
    ...(hook === undefined ? [] : [tellHook(hook, facts)]),
  ];
  return await Promise.all(all);
}

async function openIssue(parts: AfterRollbackParts, labels: readonly string[], facts: RolledBack): Promise<Afterwards> {
  const what = 'incident issue';
  const calls = parts.calls ?? new Calls();
  const client = oneTryClient(parts.github);
  try {
    const known = await findIssue(client, calls, labels, facts.rollout, parts.signal);
    if (known !== undefined) return { what: `${what} #${known}, which is open already`, done: true };
    const text = { ...incidentText(facts), ...(labels.length === 0 ? {} : { labels }) };
    const ask = () => client.ask('POST', '/issues', text);
    const made = asRecord(await calls.run('write', parts.signal, () => askOnce('write', ask)));
    return { what: `${what} #${String(Number(made['number']))}`, done: true };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const hint = lacksPermission(error) ? '. Add to the permissions of the job: issues: write' : '';
    return { what, done: false, why: `${message}${hint}` };
  }
}

/** https://docs.github.com/en/rest/issues/issues#list-repository-issues */
async function findIssue(
  client: GitHubClient,
  calls: Calls,
  labels: readonly string[],
  rollout: string,
  signal: AbortSignal,
): Promise<number | undefined> {
  const marker = incidentMarker(rollout);
  // A comma separates labels there: one with a comma cannot be asked for.
  const label = labels.find((one) => !one.includes(','));
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const parameters = { state: 'open', ...(label === undefined ? {} : { labels: label }), per_page: 100, page };
    const ask = () => client.ask('GET', '/issues', parameters);
    const answer: unknown = await calls.run('read', signal, () => askOnce('read', ask));
    const issues: readonly unknown[] = Array.isArray(answer) ? answer : odd('issues', 'a list');
    const mine = issues.map(asRecord).find((issue) => isAbout(issue, marker));
    if (mine !== undefined) return Number(mine['number']);
    if (issues.length < 100) return undefined;
  }
  return undefined;
}

/** Anybody may open an issue that begins like ours: only an app or who belongs to the repository is believed. */
function isAbout(issue: Record<string, unknown>, marker: string): boolean {
  const { body, user, author_association: association } = issue;
  const isTrusted =
    asRecord(user)['type'] === 'Bot' || ['OWNER', 'MEMBER', 'COLLABORATOR'].includes(String(association));
  return isTrusted && typeof body === 'string' && body.startsWith(marker);
}

async function tellHook({ env, url }: NonNullable<AfterRollbackParts['hook']>, facts: RolledBack): Promise<Afterwards> {
  const what = `hook of ${env}`;
  if (url === undefined || url.trim() === '') {
    return { what, done: false, why: `expected an address in the variable ${env}, got none` };
  }
  const why = await postToHook(url, facts);
  return why === undefined ? { what, done: true } : { what, done: false, why };
}
