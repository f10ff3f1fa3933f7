/** The source that a plan names. */
import { readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { ConfigurationError } from '@shipgate/schemas';
import type { Configuration } from '../configuration.ts';
import type { Journal } from '../journal.ts';
import type { Metric } from '../plan.ts';
import type { Metrics } from '../ports.ts';
import { parseJournal } from '../replay/recorded.ts';
import { ShapeError } from '../replay/shape.ts';
import type { Source } from '../source.ts';
import { httpProbe, withHealthProbe } from './health-probe.ts';
import type { Environment } from './prometheus/credentials.ts';
import { openPrometheus } from './prometheus/open.ts';
import { RecordedMetrics, recordedTimer } from './recorded.ts';
import { openScrape } from './scrape/open.ts';
import { machineTimer } from './timer.ts';

/** Throws ConfigurationError with every fault of queries and variables. */
export async function openSource(configuration: Configuration, env: Environment): Promise<Source> {
  const { source } = configuration;
  if (source === undefined) throw withoutSource(configuration);
  if (source.kind === 'recorded') return openRecording(configuration, source.file);
  if (source.kind === 'prometheus') {
    const metrics = probed(configuration, openPrometheus(configuration, source, env), source.timeout);
    return { metrics, timer: machineTimer, isRecorded: false };
  }
  return { metrics: openScrape(configuration, source), timer: machineTimer, isRecorded: false };
}

/** Counts of other edges, or of something else by the same name, are no counts of the plan's metric. */
function refuseOtherMetrics({ plan, places }: Configuration, { head }: Journal, file: string): void {
  const counted = (metric: Metric) => JSON.stringify({ ...metric, weight: 0, critical: false, dryRun: false });
  const odd = plan.metrics.filter((metric) => !head.plan.metrics.some((each) => counted(each) === counted(metric)));
  if (odd.length === 0) return;
  const words = {
    title: 'the recording counted something else',
    expected: `the metrics of the recorded plan: ${head.plan.metrics.map(({ name }) => name).join(', ')}`,
    got: `other selectors or edges for ${odd.map(({ name }) => name).join(', ')}`,
    do: `give the metrics as the run of ${file} had them; weights may differ`,
  };
  throw new ConfigurationError([places.faultAt(['metrics'], words)]);
}

/** Prometheus does not know where the pods are: `health.path` is asked of the environment's address. */
function probed({ plan, environmentUrl, places }: Configuration, metrics: Metrics, timeout: number): Metrics {
  const path = plan.triggers.health?.path;
  if (path === undefined) return metrics;
  if (environmentUrl === undefined || !URL.canParse(path, environmentUrl)) {
    const words = {
      title: 'the health probe does not know where to ask',
      expected: 'a path, and environments with the url of the one that the plan names; or a series',
      got: environmentUrl === undefined ? `${path}, and no url of the environment` : path,
      do: 'give the environment its url, write health: {series: …}, or health: off',
    };
    throw new ConfigurationError([places.faultAt(['triggers', 'health', 'path'], words)]);
  }
  return withHealthProbe(metrics, httpProbe(new URL(path, environmentUrl), timeout * 1000));
}

function withoutSource({ places }: Configuration): ConfigurationError {
  const words = {
    title: 'the plan names no source',
    expected: 'source: {kind: prometheus, url}, {kind: scrape, targets} or {kind: recorded, file}',
    got: 'none',
    do: 'say where the counts come from: docs/configuration.md#canary',
  };
  return new ConfigurationError([places.faultAt(['source'], words)]);
}

function openRecording(configuration: Configuration, file: string): Source {
  const { folder, places } = configuration;
  try {
    const journal = parseJournal(readFileSync(isAbsolute(file) ? file : join(folder, file), 'utf8'));
    refuseOtherMetrics(configuration, journal, file);
    return { metrics: new RecordedMetrics(journal), timer: recordedTimer(journal), isRecorded: true };
  } catch (error) {
    if (error instanceof ConfigurationError) throw error;
    const got = error instanceof ShapeError ? `${error.got} (${error.at})` : 'a file that cannot be opened';
    const words = {
      title: `the recording ${file} cannot be read`,
      expected: error instanceof ShapeError ? error.expected : 'samples.jsonl of a run',
      got,
      do: 'give the whole file that a run left in its output directory',
    };
    throw new ConfigurationError([places.faultAt(['source', 'file'], words)]);
  }
}
