// The releases of the example service: a repository with a commit each, and the gates' runs on some of them as GitHub's
// runner would start them.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runAction } from '@shipgate/kit/testing/harness';
import { TestRepository } from '@shipgate/kit/testing/repository';
import type { Verdict } from '@shipgate/schemas';
import { validateVerdict } from '@shipgate/schemas';
import { entry } from './gate-run.ts';
import { type Job, runnerFacts } from './job.ts';
import { watchedBy } from './rollout/watched-by.ts';
import { type Commits, type ReleaseName, repository, type rolledOut } from './service.ts';

export const canaryEntry = 'actions/canary-promote/dist/index.cjs';
const service = 'examples/order-service';
/** A migration with a fault that no exit code shows; on top of the service's own it becomes v1.5.0. */
const faulty = { folder: `${service}/bad/cascade-takes-trigger`, version: '0002' };
/** How many versions of the service's migrations each release has; the faulty one follows the last. */
const versionsOf = { 'v1.4.0': 12, 'v1.4.1': 14, 'v1.4.2': 16, 'v1.4.3': 16, 'v1.4.4': 16 } as const;

export interface Releases {
  readonly origin: TestRepository;
  readonly commits: Commits;
}

type Files = Record<string, Buffer | string>;

/** What releases bring besides their migrations, by the name of the release. */
export type Brought = Readonly<Partial<Record<ReleaseName, Readonly<Record<string, string>>>>>;

/** Makes the repository in `folder`. The same files give the same commits. */
export function makeReleases(root: string, folder: string, brought: Brought): Releases {
  const names = readdirSync(join(root, service, 'migrations')).sort();
  const upTo = (last: number): Files =>
    Object.fromEntries(
      names
        .filter((name) => Number.parseInt(name, 10) <= last)
        .map((name) => [`migrations/${name}`, readFileSync(join(root, service, 'migrations', name))]),
    );
  const origin = TestRepository.create(folder);
  const commit = (release: ReleaseName, files: Files) =>
    origin.commit({ ...files, ...brought[release], VERSION: `${release}\n` }, release);
  const commits = {
    'v1.4.0': commit('v1.4.0', upTo(versionsOf['v1.4.0'])),
    'v1.4.1': commit('v1.4.1', upTo(versionsOf['v1.4.1'])),
    'v1.4.2': commit('v1.4.2', upTo(versionsOf['v1.4.2'])),
    'v1.4.3': commit('v1.4.3', {}),
    'v1.4.4': commit('v1.4.4', {}),
    'v1.5.0': commit('v1.5.0', faultyMigration(root, versionsOf['v1.4.4'])),
  };
  return { origin, commits };
}

/** The faulty migration's files, as the version after `last`. */
function faultyMigration(root: string, last: number): Files {
  const { folder, version } = faulty;
  const names = readdirSync(join(root, folder)).filter((name) => name.startsWith(version));
  const next = String(last + 1).padStart(version.length, '0');
  const moved = (name: string) => `migrations/${next}${name.slice(version.length)}`;
  return Object.fromEntries(names.map((name) => [moved(name), readFileSync(join(root, folder, name))]));
}

export interface ReleaseRun extends Job {
  readonly verdict: Verdict;
  /** Folder with the verdict.json, as an artifact of the run. */
  readonly artifact: string;
  readonly seconds: number;
}

export interface Place {
  readonly root: string;
  /** For everything that the run needs; the caller removes it. */
  readonly temporary: string;
  /** Receives a folder per release. */
  readonly output: string;
  /** Stands in for https://github.com where the pages of reasons are read. */
  readonly pagesUrl: string;
}

interface GateJob extends Job {
  /** The built gate, from the top of this repository. */
  readonly entry: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** Name of the artifact. */
  readonly name: string;
}

/** Runs migrate-gate on a push of the release to main. Throws when it leaves no verdict. */
export function judge(release: ReleaseName, runId: string, releases: Releases, place: Place): Promise<ReleaseRun> {
  const job = { ...jobOf(release, runId, releases), entry, inputs: {}, name: release };
  return run(job, checkout(job, releases, place), place);
}

/**
 * Runs canary-promote on what was recorded when the release came to production: a real rollout of the example's service, as if
 * this job had watched it. Throws when it leaves no verdict.
 */
export function judgeRollout(
  release: typeof rolledOut.good | typeof rolledOut.bad,
  runId: string,
  releases: Releases,
  place: Place,
): Promise<ReleaseRun> {
  const inputs = { replay: 'samples.jsonl' };
  const job = jobOf(release, runId, releases);
  const gate = { ...job, environment: 'production', entry: canaryEntry, inputs, name: `rollout-${release}` };
  const workspace = checkout(gate, releases, place);
  const recorded = readFileSync(join(place.root, service, 'canary', release, 'recording.jsonl'), 'utf8');
  const docs = `${place.pagesUrl}/shipgate/shipgate/blob/${'f'.repeat(40)}/docs/reasons/canary-promote/REASON.md`;
  writeFileSync(join(workspace, 'samples.jsonl'), watchedBy(gate, recorded, docs, Date.now()));
  return run(gate, workspace, place);
}

/** Runs a gate with `made` in its workspace as the jobs before it leave it; `more` are variables of the job. */
export function judgeWith(
  release: ReleaseName,
  { runId, ...gate }: Pick<GateJob, 'entry' | 'inputs' | 'name' | 'runId' | 'environment' | 'workflow'>,
  made: Readonly<Record<string, string>>,
  releases: Releases,
  place: Place,
  more: Readonly<Record<string, string>>,
): Promise<ReleaseRun> {
  const job = { ...jobOf(release, runId, releases), ...gate };
  const workspace = checkout(job, releases, place);
  for (const [path, text] of Object.entries(made)) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    writeFileSync(join(workspace, path), text);
  }
  return run(job, workspace, place, more);
}

/** Runs canary-promote live: it moves the traffic itself. `more` are variables of the job, such as GITHUB_API_URL. */
export function rollOut(
  release: ReleaseName,
  {
    runId,
    plan,
    stable,
    more,
  }: {
    readonly runId: string;
    readonly plan: string;
    readonly stable: string;
    readonly more: Readonly<Record<string, string>>;
  },
  releases: Releases,
  place: Place,
): Promise<ReleaseRun> {
  const inputs = { plan: 'live.yml', version: release, 'stable-version': stable };
  const job = jobOf(release, runId, releases);
  const gate = { ...job, environment: 'production', entry: canaryEntry, inputs, name: `live-${release}` };
  const workspace = checkout(gate, releases, place);
  writeFileSync(join(workspace, 'live.yml'), plan);
  return run(gate, workspace, place, more);
}

function jobOf(release: ReleaseName, runId: string, { commits, origin }: Releases): Job {
  const commit = commits[release];
  return { release, runId, commit, before: origin.git('rev-parse', `${commit}^`) };
}

/** The runner's checkout of the job's commit. */
function checkout({ name, commit }: GateJob, { origin }: Releases, { temporary }: Place): string {
  const workspace = join(temporary, name, 'work', repository.name);
  origin.clone(workspace, { commit, depth: 1 });
  return workspace;
}

async function run(
  { entry: file, inputs, name, ...job }: GateJob,
  workspace: string,
  place: Place,
  more: Readonly<Record<string, string>> = {},
) {
  const { env, ...facts } = runnerFacts(job);
  const ended = await runAction({
    ...{ ...facts, inputs, workspace, entry: join(place.root, file), temporary: join(place.temporary, name) },
    env: { ...env, GITHUB_SERVER_URL: place.pagesUrl, ...more },
  });
  const judgement = validateVerdict(ended.verdict);
  if (!judgement.ok) throw new Error(`expected a verdict on ${name}, got none:\n${ended.stdout}${ended.stderr}`);
  const artifact = join(place.output, name);
  mkdirSync(artifact, { recursive: true });
  writeFileSync(join(artifact, 'verdict.json'), JSON.stringify(ended.verdict, null, 2));
  return { ...job, verdict: judgement.verdict, artifact, seconds: ended.durationMs / 1000 };
}
