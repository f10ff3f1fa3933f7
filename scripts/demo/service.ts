// The service whose releases the portal shows, as GitHub would know it. Everything about it is invented.

/** Repository of the example: examples/order-service/catalog-info.yaml names it. */
export const repository = { slug: 'acme/order-service', owner: 'acme', name: 'order-service' } as const;
/** GitHub's numbers of the repository and of its owner. */
export const repositoryId = 812_204_417;
export const ownerId = 4_201_337;

/** The workflows that judge every push to main, and the one that brings a release to production: all are in examples/order-service/.github/workflows. */
export const workflowRefs = {
  push: `${repository.slug}/.github/workflows/migrate-gate.yml@refs/heads/main`,
  scan: `${repository.slug}/.github/workflows/security-scan.yml@refs/heads/main`,
  rollout: `${repository.slug}/.github/workflows/deploy-production.yml@refs/heads/main`,
} as const;

export const releaseNames = ['v1.4.0', 'v1.4.1', 'v1.4.2', 'v1.4.3', 'v1.4.4', 'v1.5.0'] as const;
export type ReleaseName = (typeof releaseNames)[number];

/** Commit of each release, 40 hex digits. */
export type Commits = Readonly<Record<ReleaseName, string>>;

/** Two releases that the gate judges: v1.4.2 ends in production, v1.5.0 is held. */
export const judged = { good: 'v1.4.2', bad: 'v1.5.0' } as const satisfies Record<string, ReleaseName>;

/** Two releases that come to production while the demo runs: v1.4.3 is promoted, v1.4.4 goes back. */
export const live = { good: 'v1.4.3', bad: 'v1.4.4' } as const satisfies Record<string, ReleaseName>;

/** Two releases that come to production step by step beside v1.4.0: v1.4.1 goes back, v1.4.2 is promoted to the end. */
export const rolledOut = { bad: 'v1.4.1', good: 'v1.4.2', stable: 'v1.4.0' } as const satisfies Record<
  string,
  ReleaseName
>;
