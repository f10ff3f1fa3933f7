// What a portal is started with, and how it reaches the process: backstage-plugins/app-config.yaml names the variables.
import { join } from 'node:path';
import { allowedEnvironment } from '@shipgate/kit/command';

export interface PortalSettings {
  /** The top of the repository. */
  readonly root: string;
  readonly port: number;
  /** Absolute. Emptied at the start; receives the databases and the log. */
  readonly data: string;
  /** GitHub's secret of the webhooks. */
  readonly webhookSecret: string;
  /** Where the OIDC tokens of jobs come from. */
  readonly oidcIssuer: string;
}

/** The whole environment of the portal's process. */
export function portalEnvironment(
  { root, port, data, webhookSecret, oidcIssuer }: PortalSettings,
  from: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  return {
    ...allowedEnvironment(['PATH', 'HOME', 'TMPDIR', 'LANG'], from),
    SHIPGATE_PORTAL_PORT: String(port),
    SHIPGATE_PORTAL_DATA: data,
    SHIPGATE_PORTAL_CATALOG: join(root, 'examples/order-service/catalog-info.yaml'),
    SHIPGATE_PORTAL_WEBHOOK_SECRET: webhookSecret,
    SHIPGATE_PORTAL_OIDC_ISSUER: oidcIssuer,
  };
}

/** Address of the portal, without a slash at the end. */
export function portalUrl(port: number): string {
  return `http://127.0.0.1:${port}`;
}

/** The example service in the catalog: kind, namespace, name. */
export const entity = 'component/default/order-service';

/** The tab of the example service. */
export function tabUrl(port: number): string {
  const [kind, namespace, name] = entity.split('/');
  return `${portalUrl(port)}/catalog/${namespace}/${kind}/${name}/deployments`;
}

/** Why the portal must not run in this environment; null when it may. */
export function refusal(env: Readonly<Record<string, string | undefined>>): string | null {
  if (env['NODE_ENV'] !== 'production') return null;
  return 'expected: a machine to try things on\ngot: NODE_ENV=production, and the portal lets everybody in as a guest\ndo: unset NODE_ENV';
}
