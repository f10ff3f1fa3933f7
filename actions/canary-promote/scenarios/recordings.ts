// Writes the recordings that the scenarios run on, the same in every run: node scenarios/recordings.ts --check | --write.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reading } from '../src/strata.ts';
import { type Readings, recordingOf, type Traffic } from './recorded-traffic.ts';

/** Name of the file in the workspace of a scenario. */
const file = 'recording.jsonl';

export interface Recorded extends Traffic {
  /** Folder beside this file; in its `work` are the recording, and the plan as `.github/shipgate.yml`. */
  readonly scenario: string;
}

const even = { canary: 0.002, stable: 0.002 };
/** Slower than 500 ms, and than 2 s. */
const brisk = [0.02, 0.002] as const;
const toTheEnd = [
  [10, 90],
  [50, 90],
  [100, 90],
] as const;
const tenPercent = [[10, 300]] as const;
const good = { weights: toTheEnd, perSecond: 400, errors: even, slow: { canary: brisk, stable: brisk } };
const failing = { canary: 0.05, stable: 0.003 };

const well: Reading = { kind: 'health', probes: 2, failures: 0 };
const trouble = (code: 'metrics-stale' | 'metrics-missing', detail: string): Reading => ({
  kind: 'trouble',
  code,
  detail,
});
/** The canary's pods are read for two minutes, then no more. */
const fallsSilent = (seconds: number, readings: Readings): Readings =>
  seconds < 120
    ? readings
    : { ...readings, errors: trouble('metrics-stale', 'expected a sample every 15 s from 2 pods, got none since 14:02:00') };

/** Works as a command of the runner, ends a line, a table's cell and a code span, turns the direction of what follows. */
export const hostile = '2.4.0`|<b>\u202e\n::add-mask::o\n##[add-path]p\r::set-output name=outcome::pass\u0007';

export const recordings: readonly Recorded[] = [
  { scenario: 'promoted', seed: 3, ...good, read: (_, readings) => ({ ...readings, health: well }) },
  { scenario: 'rolled-back-by-errors', seed: 12, ...good, weights: tenPercent, errors: failing },
  {
    ...{ scenario: 'rolled-back-by-latency', seed: 13, ...good, weights: tenPercent },
    slow: { canary: [0.12, 0.02], stable: brisk },
  },
  {
    ...{ scenario: 'rolled-back-jointly', seed: 14, weights: [[10, 600]], perSecond: 100 },
    errors: { canary: 0.011, stable: 0.004 },
    slow: { canary: [0.04, 0.011], stable: [0.02, 0.004] },
  },
  { scenario: 'rolled-back-by-a-limit', seed: 15, weights: tenPercent, perSecond: 100, errors: { canary: 0.2, stable: 0.19 } },
  {
    ...{ scenario: 'rolled-back-at-100-percent', seed: 32, ...good },
    errors: { canary: (seconds) => (seconds < 225 ? 0.002 : 0.3), stable: 0.002 },
  },
  { scenario: 'held-by-low-traffic', seed: 16, weights: tenPercent, perSecond: 4, errors: even },
  { scenario: 'promoted-without-proof', seed: 17, weights: toTheEnd, perSecond: 2, errors: even },
  { scenario: 'no-data-holds', seed: 18, weights: tenPercent, perSecond: 100, errors: even, read: fallsSilent },
  { scenario: 'no-data-rolls-back', seed: 18, weights: tenPercent, perSecond: 100, errors: even, read: fallsSilent },
  { scenario: 'no-data-fails', seed: 18, weights: tenPercent, perSecond: 100, errors: even, read: fallsSilent },
  {
    ...{ scenario: 'health-failed', seed: 19, weights: tenPercent, perSecond: 100, errors: even },
    read: (seconds, readings) => ({ ...readings, health: seconds < 60 ? well : { ...well, failures: 1 } }),
  },
  {
    ...{ scenario: 'gauge-holds', seed: 20, weights: tenPercent, perSecond: 400, errors: even },
    read: (_, readings) => ({ ...readings, 'db-pool': { kind: 'gauge', value: 0.93 } }),
  },
  { scenario: 'literal-trigger', seed: 21, weights: tenPercent, perSecond: 2, errors: { canary: 0.2, stable: 0.2 } },
  { scenario: 'burn-rate', seed: 22, weights: tenPercent, perSecond: 100, errors: { canary: 0.04, stable: 0.04 } },
  { scenario: 'share-off', seed: 23, weights: [[10, 60], [4, 240]], perSecond: 400, errors: even },
  { scenario: 'weight-never-set', seed: 24, weights: [[2, 300]], perSecond: 100, errors: even },
  { scenario: 'waits-for-a-person', seed: 25, ...good },
  {
    ...{ scenario: 'noisy-baseline', seed: 26, weights: tenPercent, perSecond: 400, errors: { canary: 0.014, stable: 0.01 } },
    ...{ pods: { canary: 2, stable: 18 }, unlike: [8, 8, 0.3, 0.3, 0.3, 5, 0.3, 0.3, 0.3, 0.3] },
  },
  {
    ...{ scenario: 'replay-of-a-noisy-past', seed: 27, weights: tenPercent, perSecond: 100, errors: even, past: true },
    ...{ pods: { canary: 2, stable: 18 }, unlike: [8, 8, 0.3, 0.3, 0.3, 5, 0.3, 0.3, 0.3, 0.3], watched: true },
  },
  { scenario: 'replay-of-a-run', seed: 28, ...good, weights: tenPercent, errors: failing, watched: true },
  {
    ...{ scenario: 'recording-broken', seed: 29, weights: [[10, 60]], perSecond: 10, errors: even },
    file: (text) => text.replace('"requests":[15]', '"requests":[1.5]'),
  },
  { scenario: 'recording-cut-off', seed: 30, ...good, weights: tenPercent, file: (text) => text.slice(0, -2000) },
  {
    ...{ scenario: 'hostile-text', seed: 31, weights: tenPercent, perSecond: 400, errors: failing, source: hostile },
    read: (_, readings) => ({
      ...{ ...readings, [hostile]: trouble('metrics-missing', hostile) },
      gauge: trouble('metrics-missing', hostile),
    }),
  },
];

/** Where the recording of a scenario stands. */
export function pathOf({ scenario }: Recorded): string {
  return join(import.meta.dirname, scenario, 'work', file);
}

/** What must stand there. */
export function textFor(recorded: Recorded): Promise<string> {
  return recordingOf(recorded, join(import.meta.dirname, recorded.scenario, 'work'));
}

async function main(mode: string | undefined): Promise<number> {
  if (mode !== '--check' && mode !== '--write') {
    console.error('usage: node recordings.ts --check | --write');
    return 2;
  }
  let stale = 0;
  for (const recorded of recordings) {
    const must = await textFor(recorded);
    if (mode === '--write') writeFileSync(pathOf(recorded), must);
    else if (readFileSync(pathOf(recorded), 'utf8') !== must) {
      stale += 1;
      console.log(`${pathOf(recorded)}: is not what its seed makes. Mend: node scenarios/recordings.ts --write`);
    }
  }
  return stale === 0 ? 0 : 1;
}

if (import.meta.main) process.exitCode = await main(process.argv[2]);
