/** What `deployments` in app-config says, checked. */
export interface Settings {
  /** Names in pipeline order; others are appended by name. */
  readonly environments: readonly string[];
  /** Names of those that are production. */
  readonly production: readonly string[];
  /** The first is the host of entities that name none. */
  readonly hosts: readonly HostSettings[];
  /** Days for which raw deliveries are kept. */
  readonly deliveryDays: number;
}

export interface HostSettings {
  /** Such as github.com, lower case. */
  readonly host: string;
  /** While a secret is changed there are two. */
  readonly webhookSecrets: readonly string[];
  /** Null: this host sends no verdicts. */
  readonly oidc: OidcSettings | null;
}

/** Which tokens of GitHub Actions are believed, and for what. */
export interface OidcSettings {
  /** Without a slash at the end. */
  readonly issuer: string;
  readonly audience: string;
  /** GitHub's numbers, as text. */
  readonly owners: readonly string[];
  /** GitHub's numbers, as text; null: every repository of the owners. */
  readonly repositories: readonly string[] | null;
  /** Patterns of `job_workflow_ref`. */
  readonly workflows: readonly string[];
  readonly gatingEvents: readonly string[];
  readonly displayEvents: readonly string[];
}

/** Environments in the order of a usual pipeline. */
export const DEFAULT_ENVIRONMENTS = ['development', 'ci', 'staging', 'pre-production', 'production'];
export const DEFAULT_PRODUCTION = ['production'];
/** These run the code of the ref that they name, which must be protected. */
export const DEFAULT_GATING_EVENTS = ['push', 'workflow_dispatch', 'schedule'];
/** On a pull request the change can alter the workflow that judges it; a review starts that workflow again. */
export const PULL_REQUEST_EVENTS = ['pull_request', 'pull_request_review'];
/** As in a merge queue. */
export const DEFAULT_DISPLAY_EVENTS = [...PULL_REQUEST_EVENTS, 'merge_group'];
/** They run with rights on what a stranger sends (https://docs.github.com/actions/security-guides), so they prove nothing. */
export const NEVER_EVENTS = ['pull_request_target', 'workflow_run'];
export const DEFAULT_DELIVERY_DAYS = 30;

/** Whose tokens are verified at all. */
export function trustedIssuers({ hosts }: Settings): { readonly host: string; readonly settings: OidcSettings }[] {
  return hosts.flatMap(({ host, oidc }) => (oidc === null ? [] : [{ host, settings: oidc }]));
}
