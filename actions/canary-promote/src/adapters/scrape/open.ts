/** A plan's source of the kind scrape. */
import { ConfigurationError, inFileOrder } from '@shipgate/schemas';
import type { Configuration } from '../../configuration.ts';
import type { ScrapeOptions } from '../../plan/source.ts';
import { queryFaults } from '../../promql/faults.ts';
import { ScrapeMetrics } from './metrics.ts';
import { pageReader } from './page.ts';

/** Asks nothing yet. Throws ConfigurationError with every fault of queries and targets. */
export function openScrape(configuration: Configuration, { targets, timeout }: ScrapeOptions): ScrapeMetrics {
  const { plan, section, places } = configuration;
  const faults = [...queryFaults(plan, section, places)];
  const first = new Map<string, string>();
  for (const [t, { url, pod }] of targets.entries()) {
    const href = URL.canParse(url) ? new URL(url).href : undefined;
    const other = href === undefined ? undefined : first.get(href);
    if (href === undefined) faults.push(places.faultAt(['source', 'targets', t, 'url'], notAddress(url)));
    else if (other !== undefined) faults.push(places.faultAt(['source', 'targets', t, 'url'], samePage(other, pod)));
    else first.set(href, pod);
  }
  if (plan.triggers.health?.series !== undefined) {
    faults.push(places.faultAt(['triggers', 'health', 'series'], withoutPromql(plan.triggers.health.series)));
  }
  if (faults.length > 0) throw new ConfigurationError(inFileOrder(faults));
  const milliseconds = timeout * 1000;
  return new ScrapeMetrics(plan, { targets, pages: pageReader(milliseconds), timeout: milliseconds });
}

function notAddress(url: string) {
  return {
    title: 'the address of a pod cannot be used',
    expected: 'an address such as http://10.0.0.7:8080/metrics',
    got: url,
    do: 'write the page that the pod shows its metrics on',
  };
}

function samePage(one: string, two: string) {
  return {
    title: `the pods ${one} and ${two} have one page`,
    expected: 'a page of its own for each pod',
    got: 'the same address twice',
    do: 'write the address of the pod, not that of a service in front of it',
  };
}

function withoutPromql(series: string) {
  return {
    title: 'the health series cannot be read from this source',
    expected: 'triggers.health.path: a page of each canary pod',
    got: `series: ${series}`,
    do: 'write path: /health, or use a source of kind prometheus',
  };
}
