import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GitHubStandIn, type SeededPerson, type SeededTeam } from './github-stand-in.ts';

const people: readonly SeededPerson[] = [
  { id: 101, login: 'dev-lead' },
  { id: 102, login: 'ops-lead', formerly: ['boris-ops', 'old-name'] },
  { id: 103, login: 'old-name' },
  { id: 104, login: 'left-us', deleted: true },
  { id: 105, login: 'shipgate[bot]', type: 'Bot' },
];
const teams: readonly SeededTeam[] = [
  {
    org: 'acme',
    slug: 'qa',
    members: [
      { login: 'boris-ops', role: 'maintainer' },
      { login: 'dev-lead', state: 'pending' },
    ],
  },
  { org: 'acme', slug: 'board', hidden: true, members: [{ login: 'dev-lead' }] },
];
const permissions = { 'dev-lead': 'admin', 'ops-lead': 'maintain', 'old-name': 'triage' } as const;

let standIn: GitHubStandIn;
beforeEach(async () => {
  const open = { name: 'acme/orders', folder: '/nowhere', permissions };
  standIn = await GitHubStandIn.start({
    repositories: [open, { name: 'acme/secret', folder: '/nowhere', private: true }],
    ...{ people, teams, tokens: ['good', 'member'], memberTokens: ['member'] },
  });
});
afterEach(async () => {
  expect(standIn.faults).toEqual([]);
  await standIn.stop();
});

const ask = async (path: string, token = 'good') => {
  const response = await fetch(`${standIn.apiUrl}${path}`, { headers: { authorization: `token ${token}` } });
  return { status: response.status, body: JSON.parse(await response.text()) };
};

describe('people of the GitHub stand-in', () => {
  it('are known by the present login, in any case of letters', async () => {
    expect(await ask('/users/Dev-Lead')).toMatchObject({
      status: 200,
      body: { id: 101, login: 'dev-lead', type: 'User' },
    });
    expect(await ask('/users/shipgate%5Bbot%5D')).toMatchObject({ body: { id: 105, type: 'Bot' } });
  });

  it('are not known by a former login, which may be another person by now', async () => {
    expect((await ask('/users/boris-ops')).status).toBe(404);
    expect(await ask('/users/old-name')).toMatchObject({ body: { id: 103 } });
  });

  it('are gone when deleted', async () => {
    expect((await ask('/users/left-us')).status).toBe(404);
    expect((await ask('/repos/acme/orders/collaborators/left-us/permission')).status).toBe(404);
  });

  it.each([
    ['dev-lead', 'orders', 'admin', 'admin'],
    ['ops-lead', 'orders', 'write', 'maintain'],
    ['old-name', 'orders', 'read', 'triage'],
    ['shipgate%5Bbot%5D', 'orders', 'read', 'read'],
    ['dev-lead', 'secret', 'none', 'none'],
  ])('%s may in %s: %s, as the role %s', async (login, repository, permission, role) => {
    const { body } = await ask(`/repos/acme/${repository}/collaborators/${login}/permission`);
    expect(body).toMatchObject({ permission, role_name: role, user: { role_name: role } });
  });
});

describe('teams of the GitHub stand-in', () => {
  it('tell who is a member, and who is only invited', async () => {
    expect(await ask('/orgs/acme/teams/qa', 'member')).toMatchObject({
      status: 200,
      body: { slug: 'qa', members_count: 2 },
    });
    const membership = '/orgs/acme/teams/qa/memberships';
    expect(await ask(`${membership}/ops-lead`, 'member')).toMatchObject({
      body: { role: 'maintainer', state: 'active' },
    });
    expect(await ask(`${membership}/dev-lead`, 'member')).toMatchObject({ body: { role: 'member', state: 'pending' } });
  });

  it.each([
    ['who is none of it', 'qa/memberships/old-name', 'member', 404],
    ['who is nobody', 'qa/memberships/nobody', 'member', 404],
    ['a team that cannot be seen', 'board', 'member', 404],
    ['a member of a team that cannot be seen', 'board/memberships/dev-lead', 'member', 404],
    ['a team that is not', 'other', 'member', 404],
    ['a team, without the permission', 'qa', 'good', 403],
    ['a member, without the permission', 'qa/memberships/ops-lead', 'good', 403],
    ['a member, with a bad token', 'qa/memberships/ops-lead', 'bad', 401],
  ])('answer for %s (%s, token %s): %i', async (_, path, token, status) => {
    expect((await ask(`/orgs/acme/teams/${path}`, token)).status).toBe(status);
  });
});
