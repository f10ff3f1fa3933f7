import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigurationError, placeOf } from '@shipgate/schemas';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPlanFile } from '../../configuration.ts';
import type { Source } from '../../source.ts';
import { openSource } from '../open-source.ts';
import { startService } from '../testing/service.ts';
import { windowAt } from './scrape.fixture.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shipgate-scrape-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function open(...lines: readonly string[]): Promise<Source> {
  writeFileSync(join(folder, 'plan.yml'), [...lines, ''].join('\n'));
  const read = await readPlanFile(folder, 'plan.yml', { version: '2', stableVersion: undefined });
  return await openSource({ ...read, commit: undefined }, {});
}

async function faultsOf(...lines: readonly string[]): Promise<readonly string[]> {
  try {
    await open(...lines);
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return error.faults.map((fault) => `${placeOf(fault)} ${fault.title}`);
  }
  return [];
}

describe('the pods of a plan', () => {
  it('are scraped and asked for their health by the defaults of a plan', async () => {
    const service = await startService({
      pods: [
        { pod: 'c', release: '2' },
        { pod: 's', release: '1' },
      ],
    });
    const target = (p: number, arm: string) => `{ url: "${service.pods[p]?.url}/metrics", pod: ${arm}, arm: ${arm} }`;
    const { metrics, isRecorded } = await open(
      'source:',
      '  kind: scrape',
      `  targets: [${target(0, 'canary')}, ${target(1, 'stable')}]`,
    );
    const never = new AbortController().signal;
    await metrics.read(windowAt(0), never);
    service.handle('c', { code: 503, seconds: 3 });
    service.handle('s', { code: 200, seconds: 3, times: 2 });
    service.setHealth('c', false);
    const { readings } = await metrics.read(windowAt(1), never);
    expect([metrics.description, isRecorded]).toEqual(['the metrics pages of 1 canary and 1 stable pods', false]);
    expect(readings).toMatchObject({
      errors: { canary: { requests: [1], bad: [[1]] }, stable: { requests: [2], bad: [[0]] } },
      latency: { canary: { requests: [1] }, stable: { requests: [2] } },
      health: { kind: 'health', probes: 1, failures: 1 },
    });
    await service.close();
  });

  it('do not open with faults, which are told at once, in order of the file', async () => {
    const faults = await faultsOf(
      'source:',
      '  kind: scrape',
      '  targets:',
      '    - { url: "http://10.0.0.1:99999/metrics", pod: a, arm: canary }',
      '    - { url: "http://10.0.0.2/metrics", pod: b, arm: stable }',
      '    - { url: "http://10.0.0.2:80/metrics", pod: c, arm: stable }',
      'triggers: { health: { series: up } }',
      'metrics: [{ name: errors, total: "rate(a[5m])", bad: b }]',
    );
    expect(faults).toEqual([
      'plan.yml:4:14 the address of a pod cannot be used',
      'plan.yml:6:14 the pods b and c have one page',
      'plan.yml:7:31 the health series cannot be read from this source',
      'plan.yml:8:35 total of errors: it is no plain selector',
    ]);
  });
});
