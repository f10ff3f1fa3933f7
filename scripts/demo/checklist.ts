// The production checklist of two releases: the example's own, its dates moved to today, judged as before a deployment.
import { readdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join, relative } from 'node:path';
import { GitHubStandIn, type SeededReview } from '@shipgate/kit/testing/github-stand-in';
import { orderService } from '../../examples/order-service/checklist/service.ts';
import { daysSinceExample, shifted } from './checklist-dates.ts';
import { judgeWith, type Place, type ReleaseRun, type Releases } from './releases.ts';
import { judged, repository } from './service.ts';

export const checklistEntry = 'actions/checklist/dist/index.cjs';

type Files = Readonly<Record<string, string>>;

/** What the example's checklist looks at: what the commits hold, and what a job makes anew for its commit. */
export interface ChecklistFiles {
  readonly committed: Files;
  readonly made: Files;
}

const left = [
  'bad',
  'canary',
  'migrations',
  'README.md',
  '.github/shipgate.yml',
  '.github/workflows',
  'k8s/bad',
  'security',
];

/** `origin`: where the service answers. A demo is run at any time, so the policy's windows and freezes are left out. */
export function checklistFiles(root: string, now: number, origin: string): ChecklistFiles {
  const folder = join(root, 'examples/order-service');
  const days = daysSinceExample(now);
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => !left.some((name) => path === name || path.startsWith(`${name}/`)))
    .sort();
  const texts = paths.map((path) => [path, shifted(readFileSync(join(folder, path), 'utf8'), days)] as const);
  const isMade = ([path]: readonly [string, string]) => path.startsWith('reports/');
  const committed = Object.fromEntries(texts.filter((each) => !isMade(each)));
  const policy = committed['.github/checklist.yml'] ?? '';
  return {
    committed: { ...committed, '.github/checklist.yml': atAnyTime(policy).replaceAll('http://127.0.0.1:8080', origin) },
    made: Object.fromEntries(texts.filter(isMade)),
  };
}

function atAnyTime(policy: string): string {
  return policy.replace(/^ +windows: .*\n/m, '').replace(/^freeze:\n(?: +.*\n)+/m, '');
}

/** The service that evidence asks. */
export async function startChecklistService(): Promise<{
  readonly origin: string;
  readonly stop: () => Promise<void>;
}> {
  const service = orderService();
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  const { port } = service.address() as AddressInfo;
  const stop = async () => {
    service.closeAllConnections();
    await new Promise((resolve) => service.close(resolve));
  };
  return { origin: `http://127.0.0.1:${port}`, stop };
}

const token = 'a-token-of-the-demo';
const people = [
  { id: 101, login: 'dev-lead' },
  { id: 102, login: 'devops-lead' },
  { id: 103, login: 'security-lead' },
  { id: 104, login: 'product-owner' },
  { id: 105, login: 'backend-dev' },
];
const teams = [
  { org: repository.owner, slug: 'devops-leads', members: [{ login: 'devops-lead' }] },
  { org: repository.owner, slug: 'security-leads', members: [{ login: 'security-lead' }] },
];

/** The good one, whose four roles have signed, then the one that is held: one review is of the commit before it. */
export async function judgeChecklists(
  releases: Releases,
  files: ChecklistFiles,
  place: Place & { readonly now: number },
): Promise<readonly [ReleaseRun, ReleaseRun]> {
  const everybody = people.slice(0, 4).map(({ login }) => ({ login, of: judged.good }) as const);
  const good = await judgeOne('7700000043', judged.good, everybody, files.made, releases, place);
  const some = [
    { login: 'dev-lead', of: 'v1.4.4' },
    { login: 'product-owner', of: judged.bad },
  ] as const;
  const coverage = files.made['reports/coverage.xml'] ?? '';
  const worse = { ...files.made, 'reports/coverage.xml': uncovered(coverage) };
  const bad = await judgeOne('7700000058', judged.bad, some, worse, releases, place);
  return [good, bad];
}

/** The same report with a tenth of the lines less. */
function uncovered(report: string): string {
  return report
    .replace(/lines-covered="(\d+)"/, (_all, lines: string) => `lines-covered="${Math.floor(Number(lines) * 0.9)}"`)
    .replace(/ line-rate="[\d.]+"/, '');
}

interface Signing {
  readonly login: string;
  readonly of: keyof Releases['commits'];
}

async function judgeOne(
  runId: string,
  release: typeof judged.good | typeof judged.bad,
  signing: readonly Signing[],
  made: Files,
  releases: Releases,
  place: Place & { readonly now: number },
): Promise<ReleaseRun> {
  const commit = releases.commits[release];
  const at = (minutes: number) => new Date(place.now - minutes * 60_000).toISOString();
  const reviews = signing.map(
    ({ login, of }, index): SeededReview => ({
      ...{ id: index + 1, by: login, state: 'APPROVED', commit: releases.commits[of] },
      submittedAt: at(90 - 10 * index),
    }),
  );
  const baseSha = releases.origin.git('rev-parse', `${commit}^`);
  const head = { owner: repository.owner, branch: `release-${release}`, sha: commit };
  const merge = { merged: true, mergeCommit: commit, mergedAt: at(30), mergedBy: 'dev-lead' };
  const pull = { number: 7, head, baseSha, author: 'backend-dev', comments: [], reviews, ...merge };
  const standIn = await GitHubStandIn.start({
    repositories: [
      {
        ...{ name: repository.slug, folder: releases.origin.folder, pullRequests: [pull] },
        ...{ commitComments: [], runs: [], checkRuns: [], commitFacts: { [commit]: { author: 'backend-dev' } } },
      },
    ],
    ...{ people, teams, tokens: [token], memberTokens: [token] },
  });
  try {
    const inputs = {
      ...{ policy: '.github/checklist.yml', environment: 'production', mode: 'enforce', version: '2.4.0' },
      ...{ verdicts: join(place.output, release), token, 'team-token': token },
    };
    const job = { runId, environment: 'production', name: `checklist-${release}` };
    const gate = { ...job, entry: checklistEntry, inputs };
    const run = await judgeWith(release, gate, made, releases, place, { GITHUB_API_URL: standIn.apiUrl });
    if (standIn.faults.length > 0) throw new Error(`GitHub's stand-in could not answer: ${standIn.faults.join('; ')}`);
    return run;
  } finally {
    await standIn.stop();
  }
}
