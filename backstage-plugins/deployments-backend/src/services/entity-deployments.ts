import type { Entity } from '@backstage/catalog-model';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { EntityDeployments, LinkedRepository } from '@shipgate/backstage-plugin-deployments-common';
import { MOST_RELEASES } from '@shipgate/backstage-plugin-deployments-common';
import type { Verdict } from '@shipgate/schemas';
import type { Knex } from 'knex';
import type { Settings } from '../config/settings';
import { Refusal } from '../refusal';
import { statesOf } from '../store/current-state';
import type { RepositoryKey } from '../store/deployments';
import { deployedCommits, deploymentsByIds, deploymentsOfCommits, statusesOf } from '../store/deployments';
import { findRepository } from '../store/repositories';
import type { RepositoryRow } from '../store/rows';
import { findVerdict, judgedCommits, verdictsOnCommits } from '../store/verdicts';
import { iso } from './deployment-view';
import type { NamedRepository } from './entity-repository';
import { repositoryOf } from './entity-repository';
import { environmentStates } from './environments';
import { newestOf, releasesOf } from './releases';

/** Commits of changes that are not merged yet: anybody who opens pull requests makes more of them. */
const MOST_SHOWN = 3;

/** Answers what the entity tab asks. Whether the caller may know it is decided before. */
export class EntityReader {
  private readonly knex: Knex;
  private readonly settings: Settings;

  constructor(knex: Knex, settings: Settings) {
    this.knex = knex;
    this.settings = settings;
  }

  async deployments(entity: Entity): Promise<EntityDeployments> {
    const entityRef = stringifyEntityRef(entity);
    const named = this.named(entity);
    const known = named === null ? null : await findRepository(this.knex, named.host, named.slug);
    const repository = named === null ? null : linked(named, known);
    if (known === null) return { entityRef, repository, asOf: null, environments: [], releases: [] };
    const key = { host: known.host, repo_id: known.repo_id };
    return { entityRef, repository, asOf: iso(known.heard_at), ...(await this.stateOf(key)) };
  }

  /** The whole verdict. Throws Refusal 404 when it is none of the entity's repository. */
  async verdict(entity: Entity, id: string): Promise<Verdict> {
    const named = this.named(entity);
    const known = named === null ? null : await findRepository(this.knex, named.host, named.slug);
    const key = known === null || !UUID.test(id) ? null : { host: known.host, repo_id: known.repo_id };
    const row = key === null ? undefined : await findVerdict(this.knex, key, id);
    if (row !== undefined) return JSON.parse(row.body) as Verdict;
    throw new Refusal(404, 'no-verdict', `${stringifyEntityRef(entity)} has no such verdict`);
  }

  private named(entity: Entity): NamedRepository | null {
    return repositoryOf(
      entity,
      this.settings.hosts.map(({ host }) => host),
    );
  }

  private async stateOf(key: RepositoryKey): Promise<Pick<EntityDeployments, 'environments' | 'releases'>> {
    const { knex } = this;
    const states = await statesOf(knex, key);
    const ids = states.flatMap((state) => [state.current_gh_id, state.latest_gh_id]).filter((id) => id !== null);
    const unique = [...new Set(ids.map(String))];
    const deployments = await deploymentsByIds(knex, key, unique);
    const environments = environmentStates(states, deployments, await statusesOf(knex, key, unique), this.settings);
    const running = environments.flatMap(({ name, current }) =>
      current === null ? [] : [{ environment: name, commit: current.commit }],
    );
    const dated = [
      ...(await deployedCommits(knex, key, MOST_RELEASES)),
      ...(await judgedCommits(knex, key, true, MOST_RELEASES)),
      ...(await judgedCommits(knex, key, false, MOST_SHOWN)),
    ];
    // However much comes in, what runs stays.
    const commits = newestOf(
      dated,
      MOST_RELEASES,
      running.map(({ commit }) => commit),
    );
    const releases = releasesOf({
      commits,
      deployments: await deploymentsOfCommits(knex, key, commits),
      verdicts: await verdictsOnCommits(knex, key, commits),
      running,
    });
    return { environments, releases };
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function linked({ host, slug }: NamedRepository, known: RepositoryRow | null): LinkedRepository {
  return { host, slug, url: `https://${host}/${slug}`, id: known?.repo_id ?? null };
}
