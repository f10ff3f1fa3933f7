/** What the GitHub stand-in answers about people, teams and permissions; see ./github-rules.ts for how. */
import { nodeId, userBody } from './github-comment-rules.ts';
import {
  type Answer,
  notFound,
  type Question,
  type Rule,
  UnknownSituation,
  type WorldQuestion,
  type WorldRule,
} from './github-rule.ts';
import type { Directory, SeededPerson, SeededTeam } from './github-seeds.ts';

export const permissionRules: Readonly<Record<string, Rule>> = {
  'repos/get-collaborator-permission-level': getPermission,
};

/** Outside of repositories. */
export const peopleRules: Readonly<Record<string, WorldRule>> = {
  'users/get-by-username': getUser,
  'teams/get-by-name': getTeam,
  'teams/get-membership-for-user-in-org': getMembership,
};

/** https://docs.github.com/rest/users/users#get-a-user; a former login is nobody's until somebody takes it. */
function getUser({ directory, parameters, apiUrl }: WorldQuestion): Answer {
  const person = presentOf(directory, parameters['username']);
  if (person === undefined) return notFound;
  const counts = { public_repos: 0, public_gists: 0, followers: 0, following: 0 };
  const about = { name: null, company: null, blog: null, location: null, email: null, hireable: null, bio: null };
  return {
    status: 200,
    body: {
      ...account(person, apiUrl),
      ...about,
      ...counts,
      user_view_type: 'public',
      created_at: joined,
      updated_at: joined,
    },
  };
}

/** https://docs.github.com/rest/collaborators/collaborators#get-repository-permissions-for-a-user: maintain is told as write, triage as read. */
function getPermission({ repository, directory, parameters, apiUrl }: Question): Answer {
  const person = presentOf(directory, parameters['username']);
  if (person === undefined) return notFound;
  const role = repository.permissions?.[person.login] ?? (repository.private === true ? 'none' : 'read');
  const permission = { maintain: 'write', triage: 'read' }[String(role)] ?? role;
  return { status: 200, body: { permission, role_name: role, user: { ...account(person, apiUrl), role_name: role } } };
}

/** https://docs.github.com/rest/teams/teams#get-a-team-by-name */
function getTeam({ directory, parameters, apiUrl }: WorldQuestion): Answer {
  const found = teamOf(directory, parameters);
  if (found === null) return forbidden;
  return found === undefined ? notFound : { status: 200, body: teamBody(found, apiUrl) };
}

/** https://docs.github.com/rest/teams/members#get-team-membership-for-a-user: 404 for who is none of it, as for a team that cannot be seen. */
function getMembership({ directory, parameters, apiUrl }: WorldQuestion): Answer {
  const team = teamOf(directory, parameters);
  if (team === null) return forbidden;
  const person = presentOf(directory, parameters['username']);
  const member = team?.members.find(({ login }) => person !== undefined && personOf(directory, login) === person);
  if (team === undefined || person === undefined || member === undefined) return notFound;
  const url = `${apiUrl}/orgs/${team.org}/teams/${team.slug}/memberships/${person.login}`;
  return { status: 200, body: { url, role: member.role ?? 'member', state: member.state ?? 'active' } };
}

/** https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api#resource-not-accessible: the token lacks a permission. */
const forbidden: Answer = {
  status: 403,
  body: {
    message: 'Resource not accessible by integration',
    documentation_url: 'https://docs.github.com/rest/teams/members#get-team-membership-for-a-user',
    status: '403',
  },
};

/** Null when the token may not ask. */
function teamOf({ teams, seesMembers }: Directory, { org = '', team_slug: slug = '' }: WorldQuestion['parameters']) {
  if (!seesMembers) return null;
  return teams.find((team) => same(team.org, org) && same(team.slug, slug) && team.hidden !== true);
}

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
const joined = '2020-01-01T00:00:00Z';

function presentOf({ people }: Directory, login = ''): SeededPerson | undefined {
  return people.find((one) => same(one.login, login) && one.deleted !== true);
}

/** The person that a seed names. Throws UnknownSituation for nobody. */
function personOf({ people }: Directory, login: string): SeededPerson {
  const found =
    people.find((one) => same(one.login, login)) ?? people.find((one) => one.formerly?.some((old) => same(old, login)));
  if (found === undefined) throw new UnknownSituation(`the account ${login}, which the seed does not have`);
  return found;
}

/** A user as answers hold it: under the present login, null when the account is deleted. */
export function seededUser(directory: Directory, login: string, apiUrl: string): object | null {
  const person = personOf(directory, login);
  return person.deleted === true ? null : account(person, apiUrl);
}

/** The same, where GitHub puts https://github.com/ghost, which takes the place of accounts that have been deleted. */
export function seededAuthor(directory: Directory, login: string, apiUrl: string): object {
  return seededUser(directory, login, apiUrl) ?? account({ id: 10137, login: 'ghost' }, apiUrl);
}

function account({ id, login, type = 'User' }: SeededPerson, apiUrl: string) {
  return { ...userBody(login, apiUrl), id, node_id: nodeId(id), type };
}

function teamBody({ org, slug, members }: SeededTeam, apiUrl: string) {
  const url = `${apiUrl}/orgs/${org}/teams/${slug}`;
  const at = `${apiUrl}/orgs/${org}`;
  const html = `https://github.com/orgs/${org}`;
  const addresses = ['repos', 'events', 'hooks', 'issues', 'members', 'public_members'];
  const organization = {
    ...Object.fromEntries(addresses.map((name) => [`${name}_url`, `${at}/${name}`])),
    ...{ login: org, id: 1, node_id: nodeId(1), url: at, avatar_url: 'https://avatars.githubusercontent.com/u/1' },
    ...{ description: null, has_organization_projects: false, has_repository_projects: false, public_repos: 0 },
    ...{ public_gists: 0, followers: 0, following: 0, html_url: html, type: 'Organization', archived_at: null },
    ...{ created_at: joined, updated_at: joined },
  };
  return {
    ...{ id: 1, node_id: nodeId(1), url, html_url: `${html}/teams/${slug}`, name: slug, slug, description: null },
    ...{
      privacy: 'closed',
      permission: 'pull',
      members_url: `${url}/members{/member}`,
      repositories_url: `${url}/repos`,
    },
    ...{ parent: null, members_count: members.length, repos_count: 0, created_at: joined, updated_at: joined },
    ...{ organization, type: 'organization' },
  };
}
