/**
 * Tells the rollout as statuses of a GitHub deployment: that of the job when it has `environment:`, else one of its own.
 * https://docs.github.com/en/rest/deployments/deployments and https://docs.github.com/en/rest/deployments/statuses
 */
import { type GitHubClient, type GitHubSettings, odd } from '@shipgate/kit/github-client';
import { type Mirror, type MirrorNews, shortened } from '../steering/mirror.ts';
import { TrafficError } from '../steering/traffic.ts';
import { Calls } from './calls.ts';
import { idOf, isOfRollout, isOfRun } from './deployment-facts.ts';
import { askOnce, lacksPermission, oneTryClient } from './github-calls.ts';
import { MirrorQueue } from './mirror-queue.ts';

export interface DeploymentParts {
  readonly github: Omit<GitHubSettings, 'policy'>;
  /** The same in every run of one rollout. */
  readonly rollout: string;
  readonly version: string | undefined;
  /** Commit that is rolled out: GITHUB_SHA. */
  readonly commit: string;
  readonly environment: string;
  /** One line about the deployment. */
  readonly description: string;
  /** GITHUB_RUN_ID. */
  readonly runId: string;
  /** Address of the run. */
  readonly runUrl: string;
  /** Where the service is to be seen. */
  readonly environmentUrl?: string | undefined;
  readonly calls?: Calls;
  /** Gets one line when GitHub does not take it, and no more. */
  readonly log: (text: string) => void;
  /** Milliseconds. Default 5000. */
  readonly closeWithin?: number;
}

/** Deployments of one commit in one environment that are looked through; the newest come first. */
const LOOKED_THROUGH = 10;

/** Never rejects, whatever GitHub does; asks for nothing before the first news. */
export function openDeploymentMirror(parts: DeploymentParts): Mirror {
  const deployment = new Deployment(parts);
  const { log, closeWithin } = parts;
  return new MirrorQueue({
    tell: (news, signal) => deployment.tell(news, signal),
    log,
    ...(closeWithin === undefined ? {} : { closeWithin }),
  });
}

class Deployment {
  private readonly parts: DeploymentParts;
  private readonly calls: Calls;
  private readonly client: GitHubClient;
  private id: number | undefined;
  /** A refusal that waiting does not change: nothing is asked behind it. */
  private refusal: TrafficError | undefined;

  constructor(parts: DeploymentParts) {
    this.parts = parts;
    this.calls = parts.calls ?? new Calls();
    this.client = oneTryClient(parts.github);
  }

  /** Throws TrafficError. */
  async tell(news: MirrorNews, signal: AbortSignal): Promise<void> {
    if (this.refusal !== undefined) throw this.refusal;
    try {
      this.id ??= (await this.find(signal)) ?? (await this.create(signal));
      await this.addStatus(this.id, news, signal);
    } catch (error) {
      throw this.explained(error);
    }
  }

  /** That of the job, or what an earlier run of this rollout made. */
  private async find(signal: AbortSignal): Promise<number | undefined> {
    const { commit: sha, environment, rollout, runId } = this.parts;
    const deployments = await this.list('/deployments', { sha, environment, per_page: LOOKED_THROUGH }, signal);
    for (const deployment of deployments) {
      const id = idOf(deployment);
      if (id === undefined) continue;
      if (isOfRollout(deployment, rollout)) return id;
      const statuses = await this.list(statusesOf, { deployment_id: id, per_page: 100 }, signal);
      if (statuses.some((status) => isOfRun(status, runId))) return id;
    }
    return undefined;
  }

  /** `production_environment` is left to GitHub: true for an environment named production. */
  private async create(signal: AbortSignal): Promise<number> {
    const { commit, environment, description, rollout, version } = this.parts;
    const made = await this.write('once', '/deployments', signal, {
      ref: commit,
      environment,
      auto_merge: false,
      required_contexts: [],
      payload: { shipgate: { rollout, version: version ?? null } },
      description: shortened(description),
    });
    return idOf(made) ?? odd('deployments', 'the number of a deployment');
  }

  /**
   * `auto_inactive` takes effect with success alone: earlier deployments of the environment that are neither transient nor
   * production become inactive. https://docs.github.com/en/rest/deployments/statuses#create-a-deployment-status
   */
  private async addStatus(id: number, news: MirrorNews, signal: AbortSignal): Promise<void> {
    const { runUrl, environmentUrl } = this.parts;
    const isLast = news.state !== 'in_progress';
    await this.write(isLast ? 'repeatable' : 'once', statusesOf, signal, {
      deployment_id: id,
      state: news.state,
      description: shortened(news.description),
      log_url: runUrl,
      ...(environmentUrl === undefined ? {} : { environment_url: environmentUrl }),
      auto_inactive: news.state === 'success',
    });
  }

  private async list(path: string, parameters: Record<string, unknown>, signal: AbortSignal) {
    const ask = () => this.client.ask('GET', path, parameters);
    const answer: unknown = await this.calls.run('read', signal, () => askOnce('read', ask));
    return Array.isArray(answer) ? (answer as readonly unknown[]) : odd(path, 'a list');
  }

  /** `repeatable`: how it ended is said again when nobody knows whether it arrived; the same status twice does no harm. */
  private write(how: 'once' | 'repeatable', path: string, signal: AbortSignal, parameters: Record<string, unknown>) {
    const kind = how === 'once' ? 'write' : 'read';
    return this.calls.run(kind, signal, () => askOnce(kind, () => this.client.ask('POST', path, parameters)));
  }

  private explained(error: unknown): unknown {
    if (!(error instanceof TrafficError) || (error.code !== 'refused' && error.code !== 'missing')) return error;
    this.refusal = lacksPermission(error)
      ? new TrafficError('refused', `${error.message}. Add to the permissions of the job: deployments: write`)
      : error;
    return this.refusal;
  }
}

const statusesOf = '/deployments/{deployment_id}/statuses';
