import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadScenarios, runScenario } from './scenario.ts';
import { parseSeed } from './scenario-seed.ts';

const commits = { base: 'a'.repeat(40), change: 'b'.repeat(40) };

describe('parseSeed', () => {
  it('puts commits in, also in keys and in files of artifacts', () => {
    const seed = parseSeed(
      `people: [{ id: 1, login: dev-lead }]
seesMembers: true
commitFacts: { '\${change}': { author: dev-lead } }
pullRequests: [{ number: 7, head: { owner: acme, branch: topic, sha: '\${change}' } }]
runs:
  - { id: 5, event: push, commit: '\${base}', createdAt: 2026-11-20T14:00:00Z, by: dev-lead, artifacts: [
      { id: 9, name: v, createdAt: 2026-11-20T14:00:00Z, files: { verdict.json: { subject: { commit: '\${base}' } } } }] }
`,
      commits,
    );
    expect(seed).toEqual({
      ...{ people: [{ id: 1, login: 'dev-lead' }], teams: [], seesMembers: true },
      repository: {
        ...{ commitComments: [], checkRuns: [], commitFacts: { [commits.change]: { author: 'dev-lead' } } },
        pullRequests: [{ number: 7, head: { owner: 'acme', branch: 'topic', sha: commits.change }, comments: [] }],
        runs: [expect.objectContaining({ createdAt: '2026-11-20T14:00:00Z', artifacts: [expect.anything()] })],
      },
    });
    expect(JSON.stringify(seed.repository.runs)).toContain(`"subject":{"commit":"${commits.base}"}`);
  });

  it.each([
    ['{"people":[{"id":1,"name":"x"}]}', 'an entry of people has the unknown key name'],
    ['pullRequest: []', 'the seed has the unknown key pullRequest'],
    ['runs: 5', 'runs is no list'],
    ['runs: [5]', 'an entry of runs is no mapping'],
    ['runs: [{ artifacts: [{ zip: x }] }]', 'an entry of artifacts has the unknown key zip'],
    ['teams: [{ members: [{ name: x }] }]', 'an entry of members has the unknown key name'],
    ['', 'the seed is no mapping'],
    ["commitFacts: { '${later}': {} }", 'the commit later'],
  ])('refuses %s', (text, fault) => {
    expect(() => parseSeed(text, commits)).toThrow(fault);
  });
});

/** Says who reviewed what, and whether the token sees teams. */
const gate = `
const at = process.env.GITHUB_API_URL;
const headers = { authorization: 'token ' + process.env.INPUT_TOKEN };
async function main() {
  const reviews = await (await fetch(at + '/repos/acme/orders/pulls/7/reviews', { headers })).json();
  for (const { user, state, commit_id } of reviews) console.log([user.id, state, commit_id.length].join(' '));
  console.log((await fetch(at + '/orgs/acme/teams/qa/memberships/dev-lead', { headers })).status);
}
main();
`;

describe('a scenario with a seed', () => {
  it.each([
    ['true', '200'],
    ['false', '403'],
  ])('lets the gate see it; with seesMembers: %s teams answer %s', async (seesMembers, status) => {
    const temporary = mkdtempSync(join(tmpdir(), 'shipgate-seed-'));
    const write = (path: string, text: string) => {
      mkdirSync(dirname(join(temporary, path)), { recursive: true });
      writeFileSync(join(temporary, path), text);
    };
    write('dist/index.cjs', gate);
    write('action.yml', 'inputs:\n  token: { default: "${{ github.token }}" }\n');
    write('scenarios/one/base/README', 'x');
    write(
      'scenarios/one/scenario.yml',
      'title: x\nhistory: [{ id: base, files: base, branch: main }]\nevent: { name: push }\napi: { seed: github.yml }\nexpect: { exit-code: 0 }\n',
    );
    write(
      'scenarios/one/github.yml',
      `seesMembers: ${seesMembers}
people: [{ id: 101, login: dev-lead }]
teams: [{ org: acme, slug: qa, members: [{ login: dev-lead }] }]
pullRequests:
  - { number: 7, head: { owner: acme, branch: topic, sha: '\${base}' }, reviews: [
      { id: 1, by: dev-lead, state: APPROVED, commit: '\${base}', submittedAt: 2026-11-20T14:00:00Z }] }
`,
    );
    write('scenarios/one/expected/stdout.txt', `101 APPROVED 40\n${status}\n`);
    const [scenario] = loadScenarios(join(temporary, 'scenarios'));
    if (scenario === undefined) throw new Error('there is no scenario');
    expect((await runScenario(scenario, false)).differences).toEqual([]);
    rmSync(temporary, { recursive: true, force: true });
  });
});
