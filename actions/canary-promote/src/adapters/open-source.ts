/** The source that a plan names. */
import { readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { ConfigurationError } from '@shipgate/schemas';
import type { Configuration } from '../configuration.ts';
import type { Metrics } from '../ports.ts';
import { parseJournal } from '../replay/recorded.ts';
import { ShapeError } from '../replay/shape.ts';
import type { Source } from '../run.ts';
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

function openRecording({ folder, places }: Configuration, file: string): Source {
  try {
    const journal = parseJournal(readFileSync(isAbsolute(file) ? file : join(folder, file), 'utf8'));
    return { metrics: new RecordedMetrics(journal), timer: recordedTimer(journal), isRecorded: true };
  } catch (error) {
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
