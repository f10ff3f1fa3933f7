/** A plan's source of the kind prometheus. */
import { ConfigurationError, inFileOrder } from '@shipgate/schemas';
import type { Configuration } from '../../configuration.ts';
import type { PrometheusOptions } from '../../plan/source.ts';
import type { Metrics } from '../../ports.ts';
import { queryFaults } from '../../promql/faults.ts';
import { connect } from './connection.ts';
import { type Environment, readCredentials } from './credentials.ts';
import { PrometheusMetrics } from './metrics.ts';

/** Asks nothing yet. Throws ConfigurationError with every fault of queries, variables and files. */
export function openPrometheus(configuration: Configuration, options: PrometheusOptions, env: Environment): Metrics {
  const { plan, section, places, folder } = configuration;
  const queries = queryFaults(plan, section, places);
  const credentials = readCredentials(options, { folder, places, env });
  const url = URL.canParse(options.url) ? new URL(options.url) : undefined;
  const addresses =
    url === undefined || url.search !== '' || url.hash !== ''
      ? [places.faultAt(['source', 'url'], notBase(options.url))]
      : [];
  const releases = plan.arms.canary === undefined ? [places.faultAt(['arms'], withoutCanary(plan.arms.label))] : [];
  const faults = [...queries, ...('headers' in credentials ? [] : credentials), ...addresses, ...releases];
  if (faults.length > 0 || url === undefined || !('headers' in credentials)) {
    throw new ConfigurationError(inFileOrder(faults));
  }
  const connection = connect({ url, ...credentials, timeout: options.timeout * 1000 });
  return new PrometheusMetrics(plan, connection, url.host);
}

function notBase(url: string) {
  return {
    title: 'the address of the source cannot be used',
    expected: 'the address in front of /api/v1, such as https://prometheus.example.com',
    got: url,
    do: 'leave away what stands behind the path',
  };
}

function withoutCanary(label: string) {
  return {
    title: 'nobody says which release is the canary',
    expected: `the value of the label ${label} for the canary`,
    got: 'neither the input version nor arms.canary',
    do: 'give version to the action, or write arms: { canary: ... }',
  };
}
