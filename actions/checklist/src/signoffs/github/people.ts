/**
 * Who may sign for a role. Persons by their id where the policy has it, teams by
 * https://docs.github.com/rest/teams/members#get-team-membership-for-a-user, which answers 404 for a person outside of the
 * team and for a team that the token cannot see; so the team is asked for first.
 */
import { GitHubError } from '@shipgate/kit/github-client';
import type { Person, Role } from '../../policy.ts';
import type { Membership, Signer } from '../candidate.ts';
import type { Owners } from '../codeowners.ts';
import type { SignoffApi } from './api.ts';
import { textOf } from './fields.ts';

/** People and teams that may do something. */
export interface Group {
  readonly users: readonly Person[];
  readonly teams: readonly string[];
}

export function groupOf(role: Role, owners: Owners | undefined): Group {
  return {
    users: [...role.users, ...(owners?.users ?? []).map((login) => ({ login }))],
    teams: [...role.teams, ...(owners?.teams ?? [])],
  };
}

export class People {
  readonly #api: SignoffApi | null;
  readonly #answers = new Map<string, Promise<Membership>>();
  readonly #teams = new Map<string, Promise<Membership>>();

  /** `api` asks with the token that may read teams; null: there is none. */
  constructor(api: SignoffApi | null) {
    this.#api = api;
  }

  async membershipIn({ users, teams }: Group, signer: Signer): Promise<Membership> {
    if (users.some((person) => isPerson(person, signer))) return { kind: 'member' };
    const answers = await Promise.all(teams.map((team) => this.#inTeam(team, signer)));
    const member = answers.find(({ kind }) => kind === 'member');
    return member ?? answers.find(({ kind }) => kind === 'unknown') ?? { kind: 'not-member' };
  }

  #inTeam(team: string, signer: Signer): Promise<Membership> {
    const key = `${team}/${signer.login}`.toLowerCase();
    const answer = this.#answers.get(key) ?? this.#ask(team, signer);
    this.#answers.set(key, answer);
    return answer;
  }

  async #ask(team: string, { login }: Signer): Promise<Membership> {
    const api = this.#api;
    if (api === null) return unknownTeam(team, 'there is no token that may read teams');
    const visible = this.#teams.get(team) ?? seeTeam(api, team);
    this.#teams.set(team, visible);
    const seen = await visible;
    if (seen.kind !== 'member') return seen;
    try {
      const [org = '', slug = ''] = team.split('/');
      const answer = await api.outside('/orgs/{org}/teams/{team_slug}/memberships/{username}', {
        org,
        team_slug: slug,
        username: login,
      });
      return textOf(answer, 'state') === 'active' ? { kind: 'member' } : { kind: 'not-member' };
    } catch (error) {
      if (error instanceof GitHubError && error.status === 404) return { kind: 'not-member' };
      return unknownTeam(team, saidBy(error));
    }
  }
}

/** By id where it is known: a login may be given to somebody else. */
export function isPerson({ login, id }: Person, signer: Signer): boolean {
  return id === undefined ? login.toLowerCase() === signer.login.toLowerCase() : id === signer.id;
}

async function seeTeam(api: SignoffApi, team: string): Promise<Membership> {
  const [org = '', slug = ''] = team.split('/');
  try {
    await api.outside('/orgs/{org}/teams/{team_slug}', { org, team_slug: slug });
    return { kind: 'member' };
  } catch (error) {
    return unknownTeam(team, saidBy(error));
  }
}

function unknownTeam(team: string, why: string): Membership {
  return { kind: 'unknown', team, why };
}

/** What GitHub said, without its text. */
export function saidBy(error: unknown): string {
  if (!(error instanceof GitHubError)) throw error;
  return error.status === undefined ? error.message : `GitHub answered ${error.status}`;
}
