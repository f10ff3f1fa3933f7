/** The source that a plan names. */
import { readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { ConfigurationError } from '@shipgate/schemas';
import type { Configuration } from '../configuration.ts';
import { parseJournal } from '../replay/recorded.ts';
import { ShapeError } from '../replay/shape.ts';
import type { Source } from '../run.ts';
import { RecordedMetrics, recordedTimer } from './recorded.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Throws ConfigurationError with every fault of queries and variables. */
export async function openSource(configuration: Configuration, _env: Environment): Promise<Source> {
  const { source } = configuration;
  if (source === undefined) throw withoutSource(configuration);
  if (source.kind === 'recorded') return openRecording(configuration, source.file);
  throw new Error('later');
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
