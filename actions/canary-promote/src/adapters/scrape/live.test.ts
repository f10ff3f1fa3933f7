import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { random, successes } from '../../rollout.fixture.ts';
import { startService, type TestService } from '../testing/service.ts';

const entry = join(import.meta.dirname, '../../main.ts');
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

function workspace(service: TestService): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'canary-promote-live-'));
  closing.push(() => rmSync(folder, { recursive: true, force: true }));
  const targets = service.pods.map(({ pod, release, url }) => {
    return `{ url: "${url}/metrics", pod: ${pod}, arm: ${release === '2' ? 'canary' : 'stable'} }`;
  });
  const plan = `steps: [{ weight: 20, hold: 500ms, max: 20s }, { weight: 50, hold: 500ms, max: 20s }, { weight: 100, hold: 300ms, max: 20s }]
interval: 100ms
request-timeout: 100ms
metrics:
  - { name: errors, critical: true, total: http_requests_total, bad: 'http_requests_total{code=~"5.."}' }
  - { name: latency, histogram: http_request_duration_seconds, edge: 2s }
source: { kind: scrape, timeout: 2s, targets: [${targets.join(', ')}] }
`;
  writeFileSync(join(folder, 'plan.yml'), plan);
  return folder;
}

/** Requests of the service in one turn, over all pods. */
const perTurn = 200;

/** Serves requests until it is stopped; the share of the canary is what somebody set. */
function traffic(service: TestService, canaryErrors: number): { set(percent: number): void } {
  const next = random(3);
  let share = 0;
  const serve = (release: string, requests: number, rate: number) => {
    const pods = service.pods.filter((pod) => pod.release === release);
    for (const { pod } of pods) {
      const bad = successes(requests / pods.length, rate, next);
      service.handle(pod, { code: 500, seconds: 0.1, times: bad });
      service.handle(pod, { code: 200, seconds: 0.2, times: requests / pods.length - bad });
    }
  };
  const timer = setInterval(() => {
    serve('2', perTurn * share, canaryErrors);
    serve('1', perTurn * (1 - share), 0.004);
  }, 2);
  closing.push(() => clearInterval(timer));
  return {
    set: (percent) => {
      share = percent / 100;
    },
  };
}

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

/** The gate as a process; `hears` is told what it prints. */
function gate(flags: readonly string[], cwd: string, hears: (said: string) => void = () => {}): Promise<Ended> {
  const env = { PATH: process.env['PATH'] ?? '', HOME: cwd };
  const child: ChildProcess = spawn(process.execPath, [entry, ...flags], { cwd, env });
  let said = '';
  const take = (part: Buffer) => {
    said += part.toString();
    hears(part.toString());
  };
  child.stdout?.on('data', take);
  child.stderr?.on('data', take);
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })));
}

describe('a live run over pods that are scraped', () => {
  it.each([
    ['is promoted to the end', 0.004, 0, 'finish'],
    ['goes back', 0.1, 1, 'rollback'],
  ] as const)('%s, and is decided again offline to the same bytes', async (_how, canaryErrors, code, action) => {
    const releases = { c1: '2', c2: '2', s1: '1', s2: '1' };
    const pods = Object.entries(releases).map(([pod, release]) => ({ pod, release }));
    const service = await startService({ pods });
    closing.push(() => service.close());
    const router = traffic(service, canaryErrors);
    const folder = workspace(service);
    const flags = ['--plan', 'plan.yml', '--version', '2', '--stable-version', '1', '--output-directory', 'live'];
    const lived = await gate(flags, folder, (said) => {
      for (const [, weight] of said.matchAll(/set (\d+) % now/g)) router.set(Number(weight));
    });
    expect(`${lived.code} ${lived.said}`).toMatch(new RegExp(`^${code} `));
    const written = readFileSync(join(folder, 'live/verdict.json'), 'utf8');
    expect(JSON.parse(written)).toMatchObject({ evidence: { decision: { action } } });
    const again = await gate(['--replay', 'live/samples.jsonl', '--output-directory', 'again'], folder);
    expect(again.code).toBe(code);
    expect(readFileSync(join(folder, 'again/verdict.json'), 'utf8')).toBe(written);
  });
});
