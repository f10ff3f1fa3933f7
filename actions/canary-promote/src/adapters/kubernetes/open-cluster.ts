/** The cluster that a plan names: its kubeconfig, or the one that the run is in. */
import type { RequestOptions } from 'node:http';
import type { KubeConfig } from '@kubernetes/client-node';
import { ConfigurationError } from '@shipgate/schemas';
import type { KubernetesPlace } from '../../plan/router.ts';
import type { Calls } from '../calls.ts';
import type { Cluster } from './cluster.ts';
import { httpCluster } from './http-cluster.ts';

/** Reads KUBECONFIG, ~/.kube/config, or the service account of the pod. Throws ConfigurationError. */
export async function openCluster(
  { context, namespace }: Pick<KubernetesPlace, 'context' | 'namespace'>,
  calls: Calls,
): Promise<Cluster> {
  // Slow to load, and most runs need none.
  const { KubeConfig } = await import('./kube-config.ts');
  const config = new KubeConfig();
  try {
    config.loadFromDefault();
  } catch (error) {
    throw fault('the kubeconfig cannot be read', error instanceof Error ? error.message : String(error));
  }
  if (isInvented(config)) throw fault('no cluster is configured', 'no kubeconfig and no service account');
  if (context !== undefined) choose(config, context);
  const server = config.getCurrentCluster()?.server;
  if (server === undefined || !URL.canParse(server)) throw fault('no cluster is configured', 'no current context');
  const name = config.getCurrentContext();
  return httpCluster({
    description: `context ${name}`,
    namespace: namespace ?? config.getContextObject(name)?.namespace ?? 'default',
    url: new URL(server),
    authenticate: async (options: RequestOptions) => {
      await config.applyToHTTPSOptions(options);
      if (server.startsWith('http:')) delete options.agent;
    },
    calls,
  });
}

/** The client makes this up when it finds nothing; whatever listens there was not asked for. */
function isInvented(config: KubeConfig): boolean {
  return (
    config.getCurrentContext() === 'loaded-context' && config.getCurrentCluster()?.server === 'http://localhost:8080'
  );
}

function choose(config: KubeConfig, context: string): void {
  const names = config.getContexts().map(({ name }) => name);
  if (!names.includes(context))
    throw fault(`context "${context}" is not in the kubeconfig`, names.length === 0 ? 'no context' : names.join(', '));
  config.setCurrentContext(context);
}

function fault(title: string, got: string): ConfigurationError {
  return new ConfigurationError([
    {
      title,
      expected: 'a kubeconfig with the context of the plan, or a pod with a service account',
      got,
      do: 'log in to the cluster in a step before, or set KUBECONFIG',
    },
  ]);
}
