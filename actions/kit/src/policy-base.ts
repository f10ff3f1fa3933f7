/** Edge: whose policy decides over a change. The one of the commit that it goes to: an old base may have an old policy. */
import type { ApiSettings, BaseFiles, BaseFound } from './base-files.ts';
import { findBaseFiles, policyComesFromBase } from './base-files.ts';
import { type Git, isCommitId } from './git.ts';
import type { Host } from './host.ts';
import { isRecord } from './host.ts';

/** Whatever the event is called: a run about a pull request or a merge group is about a change. */
export function isChange(host: Host): boolean {
  const payload = host.event?.payload ?? {};
  return policyComesFromBase(host) || isRecord(payload['pull_request']) || isRecord(payload['merge_group']);
}

/** The commit whose policy decides: where a change goes to, not where it came from; null: the run is about no change. */
export async function findPolicyBase(
  git: Git | null,
  host: Host,
  baseRef: string | undefined,
  api: ApiSettings,
): Promise<BaseFound | null> {
  const target = targetOf(host);
  if (baseRef !== undefined || target === undefined) {
    return baseRef === undefined && !isChange(host) ? null : await findBaseFiles(git, host, baseRef, api);
  }
  // As of a merge group, whose base is a commit that the event names.
  const event = { name: 'merge_group', payload: { merge_group: { base_sha: target } } };
  const found = await findBaseFiles(git, { ...host, event }, undefined, api);
  return found.kind === 'found' ? { ...found, base: { ...found.base, how: 'base of the pull request' } } : found;
}

function targetOf({ event }: Host): string | undefined {
  const request = event?.payload['pull_request'];
  const base = isRecord(request) ? request['base'] : undefined;
  const sha = isRecord(base) ? base['sha'] : undefined;
  return typeof sha === 'string' && isCommitId(sha) ? sha : undefined;
}

/** A regular file of the base; undefined when it has none. Throws BaseUnreadable. */
export async function baseText(base: BaseFiles, file: string): Promise<Buffer | undefined> {
  const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '';
  const listed = await base.list(folder);
  if (!listed.some(({ path, mode }) => path === file && mode !== '120000')) return undefined;
  return (await base.read([file])).get(file);
}

/** Keys of a section that a change adds, takes away or gives another value. */
export function changedKeys(head: object | undefined, base: object | undefined): readonly string[] {
  const entries = (section: object | undefined) =>
    new Map(Object.entries(section ?? {}).map(([key, value]) => [key, JSON.stringify(value)]));
  const [now, before] = [entries(head), entries(base)];
  return [...new Set([...now.keys(), ...before.keys()])].filter((key) => now.get(key) !== before.get(key));
}
