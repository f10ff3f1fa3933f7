/** Channel of Backstage's signals on which the backend says that something of a repository has changed. */
export const DEPLOYMENTS_SIGNAL = 'deployments';

/** Sent to everybody who is signed in, so it names no repository but by GitHub's number. */
export type DeploymentsSignal = {
  readonly host: string;
  readonly repositoryId: string;
};
