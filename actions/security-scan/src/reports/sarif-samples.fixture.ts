/** Reports that real tools wrote (sarif-samples/README.md), and a checkout in which they could have been written. */
import { readdirSync, readFileSync } from 'node:fs';
import type { ReportContent, ReportRead } from '../finding.ts';
import { isTrouble } from '../finding.ts';
import type { ReportOrigin } from '../ports.ts';
import { readSarif } from './sarif.ts';

const folder = new URL('./sarif-samples/', import.meta.url);

/** Stands in no other text of the samples. */
export const plantedValue = 'Qv7!tR2z-pL9x';

export function sarifSampleNames(): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sarif'))
    .sort();
}

export function sarifSample(name: string): Buffer {
  const text = readFileSync(new URL(name, folder), 'utf8');
  return Buffer.from(text.replaceAll('PLANTED-VALUE', plantedValue));
}

export function originWith(files: readonly string[], root = '/build/app'): ReportOrigin {
  const known = new Set(files);
  return { file: 'out.sarif', root, has: (path) => known.has(path) };
}

export const sampleOrigin = originWith([
  'src/app.py',
  'src/app.js',
  'my dir/é hash.py',
  'stack.yaml',
  'main.tf',
  'play.yml',
  'app.js',
]);

export function contentOf(read: ReportRead): ReportContent {
  if (isTrouble(read)) throw new Error(read.trouble.got);
  return read;
}

/** A report with one run; what is not given is as small as SARIF lets it be. */
export function sarifWith(run: object, driver: object = {}): Buffer {
  const whole = { tool: { driver: { name: 'tool', ...driver } }, results: [], ...run };
  return Buffer.from(JSON.stringify({ version: '2.1.0', runs: [whole] }));
}

/** A report of these results, over these rules. */
export function resultsOf(results: readonly object[], rules: readonly object[] = [], run: object = {}): Buffer {
  return sarifWith({ results, ...run }, { rules });
}

/** The findings of these results. */
export function findingsIn(bytes: Buffer, origin: ReportOrigin = sampleOrigin): ReportContent['findings'] {
  return contentOf(readSarif(bytes, origin)).findings;
}
