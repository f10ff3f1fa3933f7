/** Something that may be told several times, each time as of a moment (milliseconds). The newest telling counts. */
export interface Told {
  readonly toldAt: number;
}

/** What one event of GitHub says of one deployment. Numbers of GitHub are texts, times are milliseconds. */
export interface DeploymentFacts {
  readonly repository: RepositoryName;
  readonly deployment: DeploymentTelling;
  readonly run: RunTelling | null;
  readonly status: StatusFact | null;
}

export interface RepositoryName extends Told {
  readonly id: string;
  /** owner/name. */
  readonly fullName: string;
}

export interface DeploymentTelling extends Told {
  readonly id: string;
  readonly commit: string;
  readonly ref: string;
  readonly environment: string;
  readonly creator: string | null;
  /** `version` of the payload that whoever made the deployment gave along. */
  readonly version: string | null;
  readonly createdAt: number;
}

/** The workflow run that deploys. */
export interface RunTelling extends Told {
  readonly id: string;
  readonly url: string | null;
  /** Login of whoever started it. */
  readonly actor: string | null;
}

/** A status never changes: GitHub adds another one. */
export interface StatusFact {
  readonly id: string;
  readonly state: string;
  readonly description: string | null;
  readonly environment: string;
  readonly logUrl: string | null;
  readonly environmentUrl: string | null;
  readonly createdAt: number;
}

/** GitHub does not tell environments apart by case. */
export function environmentKey(name: string): string {
  return name.toLowerCase();
}

/**
 * The newer of two tellings; of two as of the same moment always the same one, whichever came first. So any order and
 * repetition of tellings ends in the same one.
 */
export function newer<Telling extends Told>(one: Telling, other: Telling): Telling {
  if (one.toldAt !== other.toldAt) return one.toldAt > other.toldAt ? one : other;
  return JSON.stringify(one) > JSON.stringify(other) ? one : other;
}

/** The same facts with no time after `latest`: nobody hears of something before it happens. */
export function notAfter(facts: DeploymentFacts, latest: number): DeploymentFacts {
  const { repository, deployment, run, status } = facts;
  const cut = (time: number) => Math.min(time, latest);
  return {
    repository: { ...repository, toldAt: cut(repository.toldAt) },
    deployment: { ...deployment, toldAt: cut(deployment.toldAt), createdAt: cut(deployment.createdAt) },
    run: run === null ? null : { ...run, toldAt: cut(run.toldAt) },
    status: status === null ? null : { ...status, createdAt: cut(status.createdAt) },
  };
}
