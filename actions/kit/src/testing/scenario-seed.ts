/**
 * Reads what a scenario tells the GitHub stand-in beyond the history (`api: { seed: github.yml }`), YAML or JSON: types in
 * ./github-seeds.ts and ./github-rule.ts. `${id}` becomes the commit of the history. A key that it does not know is an error.
 *
 *   people: [{ id: 101, login: dev-lead }, { id: 102, login: devops-lead, formerly: [ops] }]
 *   teams: [{ org: acme, slug: qa, members: [{ login: dev-lead }] }]
 *   seesMembers: true                        # the token has `Members: read`; without it teams are answered 403
 *   pullRequests:
 *     - { number: 7, head: { owner: acme, branch: topic, sha: '${change}' }, author: dev-lead,
 *         reviews: [{ id: 1, by: devops-lead, state: APPROVED, commit: '${change}', submittedAt: 2026-11-20T14:00:00Z }] }
 *   commitFacts: { '${change}': { author: dev-lead, verification: { verified: true, reason: valid } } }
 *   runs: [{ id: 5, event: push, commit: '${merge}', createdAt: …, by: dev-lead,
 *            artifacts: [{ id: 9, name: verdict-migrate-gate, createdAt: …, files: { verdict.json: { … } } }] }]
 *   commitComments: […]
 *   checkRuns: […]
 *   permissions: { dev-lead: write }
 */
import { parse } from 'yaml';
import type { SeededRepository, StandInSeed } from './github-stand-in.ts';

export interface ScenarioSeed {
  readonly repository: Partial<SeededRepository>;
  readonly people: NonNullable<StandInSeed['people']>;
  readonly teams: NonNullable<StandInSeed['teams']>;
  readonly seesMembers: boolean;
}

/** By the key that the list stands at. */
const entryKeys: Readonly<Record<string, string>> = {
  people: 'id login formerly type deleted',
  teams: 'org slug hidden members',
  members: 'login role state',
  pullRequests:
    'number head state merged base baseSha title body author createdAt mergeCommit mergedBy mergedAt reviews comments',
  reviews: 'id by state commit submittedAt body',
  comments: 'id login body',
  commitComments: 'id commit by body createdAt updatedAt',
  runs: 'id event commit branch headRepository attempt status conclusion createdAt by workflow artifacts approvals',
  artifacts: 'id name createdAt expired files',
  approvals: 'environments state by comment',
  checkRuns: 'id name commit app externalId status conclusion startedAt completedAt detailsUrl output',
};
const keys = 'people teams seesMembers private permissions pullRequests commitFacts commitComments runs checkRuns';

/** Throws on a text of another form, and on a commit that the history does not have. */
export function parseSeed(text: string, commits: Readonly<Record<string, string>>): ScenarioSeed {
  const whole = text.replace(/\$\{([\w-]+)\}/g, (_all, id: string) => {
    const sha = commits[id];
    if (sha === undefined) throw new Error(`the seed names the commit ${id}, which the history does not have`);
    return sha;
  });
  const seed = parse(whole) as Partial<SeededRepository> & Partial<ScenarioSeed>;
  const faults = [...unknownKeys('the seed', seed, keys), ...listFaults(seed)];
  if (faults.length > 0) throw new Error(`the seed of the stand-in: ${faults.join('; ')}`);
  const { people = [], teams = [], seesMembers = false, pullRequests = [], ...others } = seed;
  const pulls = pullRequests.map((pull) => ({ ...pull, comments: pull.comments ?? [] }));
  const repository = { commitComments: [], runs: [], checkRuns: [], ...others, pullRequests: pulls };
  return { people, teams, seesMembers, repository };
}

function listFaults(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) => {
    const known = entryKeys[key];
    if (known === undefined) return [];
    if (!Array.isArray(value)) return [`${key} is no list`];
    return value.flatMap((one: unknown) => [...unknownKeys(`an entry of ${key}`, one, known), ...listFaults(one)]);
  });
}

function unknownKeys(place: string, node: unknown, known: string): string[] {
  if (typeof node !== 'object' || node === null) return [`${place} is no mapping`];
  const unknown = Object.keys(node).filter((key) => !known.split(' ').includes(key));
  return unknown.map((key) => `${place} has the unknown key ${key}`);
}
