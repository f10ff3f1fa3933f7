/** Builds what a scenario starts from: the repository on GitHub, the checkout of the runner, the event. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { TestRepository } from './repository.ts';
import type { FilesStep, ScenarioFile } from './scenario-file.ts';
import type { Fill } from './scenario-given.ts';

export interface World {
  /** Null when the scenario has no history. */
  readonly origin: TestRepository | null;
  readonly workspace: string;
  readonly commits: Readonly<Record<string, string>>;
}

type FilesValue = string | FilesStep | readonly FilesStep[] | undefined;

export function buildWorld(file: ScenarioFile, folder: string, temporary: string, fill?: Fill): World {
  const workspace = join(temporary, 'work', 'orders', 'orders');
  if (file.history === undefined || file.history.length === 0) {
    mkdirSync(workspace, { recursive: true });
    layFiles(file['working-tree'], folder, workspace, fill);
    return { origin: null, workspace, commits: {} };
  }
  const origin = TestRepository.create(join(temporary, 'origin'));
  const commits = buildHistory(file.history, folder, origin, fill);
  const last = file.history.at(-1)?.id ?? '';
  const { commit = last, depth = 0, offline = false } = file.checkout ?? {};
  const checkout = origin.clone(workspace, { commit: idOf(commits, commit), depth });
  // A place of the same length everywhere: git's message about it is wrapped.
  if (offline) checkout.git('remote', 'set-url', 'origin', '/nowhere/no-credentials');
  layFiles(file['working-tree'], folder, workspace, fill);
  return { origin, workspace, commits };
}

function buildHistory(
  history: NonNullable<ScenarioFile['history']>,
  folder: string,
  origin: TestRepository,
  fill: Fill | undefined,
): Record<string, string> {
  const commits: Record<string, string> = {};
  let previous: string | undefined;
  for (const step of history) {
    if (step.merge !== undefined) {
      commits[step.id] = origin.merge(idOf(commits, step.merge[0]), idOf(commits, step.merge[1]), step.id);
    } else {
      const parent = step.parent === undefined ? previous : idOf(commits, step.parent);
      if (parent !== undefined) origin.checkout(parent, '--detach');
      for (const path of step.remove ?? []) rmSync(join(origin.folder, path), { recursive: true });
      layFiles(step.files, folder, origin.folder, fill);
      commits[step.id] = origin.commit({}, step.id);
    }
    previous = idOf(commits, step.id);
    origin.checkout(previous, '--detach');
    if (step.branch !== undefined) origin.git('branch', '--force', step.branch, previous);
    // GitHub keeps such commits under refs/pull; without a ref they could not be fetched.
    origin.git('update-ref', `refs/scenario/${step.id}`, previous);
  }
  return commits;
}

function layFiles(files: FilesValue, folder: string, target: string, fill: Fill | undefined): void {
  const steps = files === undefined ? [] : typeof files === 'string' ? [{ from: files }] : [files].flat();
  for (const step of steps as readonly FilesStep[]) {
    const to = join(target, step.to ?? '.');
    mkdirSync(to, { recursive: true });
    cpSync(join(folder, step.from), to, { recursive: true });
    if (fill !== undefined) fillFiles(join(folder, step.from), to, fill);
  }
}

function fillFiles(from: string, to: string, fill: Fill): void {
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const text = readFileSync(file, 'utf8');
    const filled = fill(text);
    if (filled !== text) writeFileSync(join(to, relative(from, file)), filled);
  }
}

function idOf(commits: Readonly<Record<string, string>>, id: string): string {
  const sha = commits[id];
  if (sha === undefined) throw new Error(`the history has no commit ${id} before its use`);
  return sha;
}

/** The event as the runner hands it over; of the payload only the fields that a gate may read. */
export function buildEvent(file: ScenarioFile, commits: Readonly<Record<string, string>>) {
  const { event } = file;
  if (event === undefined) return undefined;
  const last = file.checkout?.commit ?? file.history?.at(-1)?.id ?? '';
  const shaOf = (id: string | undefined) => (id === undefined || id === '' ? '' : idOf(commits, id));
  const sha = shaOf(event.sha ?? (event.name === 'pull_request_target' ? event.base : last));
  const branch = event.branch ?? 'main';
  const repository = { full_name: 'acme/orders', name: 'orders', owner: { login: 'acme' }, default_branch: 'main' };
  if (event.payload !== undefined) {
    const payload = JSON.stringify(event.payload).replace(/\$\{([\w-]+)\}/g, (_whole, id: string) => idOf(commits, id));
    return { name: event.name, sha, ref: `refs/heads/${branch}`, payload: JSON.parse(payload) as unknown };
  }
  if (event.name === 'pull_request' || event.name === 'pull_request_target') {
    const base = { ref: 'main', sha: shaOf(event.base), repo: repository };
    const head = { ref: event.branch ?? 'topic', sha: shaOf(event.head), repo: { ...repository, fork: false } };
    const payload = { action: 'opened', number: 7, pull_request: { number: 7, base, head }, repository };
    return {
      name: event.name,
      sha,
      ref: event.name === 'pull_request' ? 'refs/pull/7/merge' : 'refs/heads/main',
      payload,
    };
  }
  if (event.name === 'merge_group') {
    const ref = `refs/heads/gh-readonly-queue/${branch}/pr-7`;
    const group = { base_sha: shaOf(event.base), base_ref: `refs/heads/${branch}`, head_sha: sha, head_ref: ref };
    return { name: event.name, sha, ref, payload: { action: 'checks_requested', merge_group: group, repository } };
  }
  const ref = `refs/heads/${branch}`;
  const before = event.before === undefined ? '0'.repeat(40) : shaOf(event.before);
  const payload = event.name === 'push' ? { ref, before, after: sha, forced: false, repository } : { repository };
  return { name: event.name, sha, ref, payload };
}
