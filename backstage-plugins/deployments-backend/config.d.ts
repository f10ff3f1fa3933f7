export interface Config {
  /** What runs where, and what the gates said. The backend does not start without it. */
  deployments?: {
    /**
     * Names of environments in pipeline order; others are appended by name. Case does not matter.
     * Default: development, ci, staging, pre-production, production.
     */
    environments?: string[];
    /** Names of the environments that are production. Default: production. */
    production?: string[];
    /** Days for which raw webhook deliveries are kept. Default: 30. */
    deliveryDays?: number;
    /** One entry for each GitHub host. The first is the host of entities that name none. */
    github: Array<{
      /** Such as github.com, or the host of a GitHub Enterprise Server. */
      host: string;
      /**
       * Secret of the webhook, 16 characters or more.
       * @visibility secret
       */
      webhookSecret?: string;
      /**
       * The new and the old secret while it is changed, in place of `webhookSecret`.
       * @deepVisibility secret
       */
      webhookSecrets?: string[];
      /** Which jobs of GitHub Actions may send verdicts; without it none may. */
      oidc?: {
        /** Default: GitHub's own; https://HOST/_services/token for a server. Plain http only on loopback. */
        issuer?: string;
        /** What workflows ask for as audience. Not `backstage`. */
        audience: string;
        /** Numbers of the owners (repository_owner_id) whose repositories may send verdicts. */
        owners: Array<string | number>;
        /** Numbers of the repositories (repository_id). Default: all of the owners. */
        repositories?: Array<string | number>;
        /** Patterns of job_workflow_ref: OWNER/NAME/.github/workflows/FILE@REF; `*` stands within one part. */
        workflows: string[];
        /** Events whose verdicts may gate. Default: push, workflow_dispatch, schedule. */
        gatingEvents?: string[];
        /** Events whose verdicts are only shown. Default: pull_request, pull_request_review, merge_group. */
        displayEvents?: string[];
      };
    }>;
  };
}
