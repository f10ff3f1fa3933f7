/** A plan, a context and a router of the small world, for commands beside a rollout. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GateContext } from '@shipgate/kit/gate';
import { readHost } from '@shipgate/kit/host';
import { outcomeOf } from '@shipgate/kit/verdict';
import { type Configuration, readPlanFile } from '../configuration.ts';
import type { Command } from '../inputs.ts';
import { Lock } from '../steering/lock.ts';
import type { OpenRouter } from '../steering/open-router.ts';
import { usualRecord } from '../steering/record.fixture.ts';
import type { RolloutRecord } from '../steering/record.ts';
import type { Traffic } from '../steering/traffic.ts';
import { leaseOf, timerOf, trafficOf, type World } from '../steering/world.fixture.ts';
import { carryOut } from './carry-out.ts';

export const planText = `steps: [{ weight: 10, hold: 60s, max: 600s }, { weight: 50, hold: 60s, max: 600s }, { weight: 100, hold: 60s, max: 600s }]
interval: 15s
metrics: [{ name: errors, critical: true, total: http_requests_total, bad: 'http_requests_total{code=~"5.."}' }]
source: { kind: prometheus, url: 'https://prometheus.example.com' }
router: { kind: istio, namespace: orders, virtual-service: order-service, canary: canary, stable: stable }
`;

/** `more` is added to the text of the plan. */
export async function configurationOf(more: string = '', version: string = '2.4.0'): Promise<Configuration> {
  const folder = mkdtempSync(join(tmpdir(), 'canary-command-'));
  try {
    writeFileSync(join(folder, 'plan.yml'), planText + more);
    const read = await readPlanFile(folder, 'plan.yml', { version, stableVersion: '2.3.2' });
    return { ...read, commit: undefined };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function contextOf(signal: AbortSignal = new AbortController().signal, said: string[] = []): GateContext {
  return {
    host: readHost({ GITHUB_ACTOR: 'ops' }, '/workspace'),
    progress: { heading: () => {}, stage: () => {}, note: (text) => void said.push(text) },
    clock: { now: () => new Date(0), elapsed: () => 0 },
    log: { debug: () => {} },
    signal,
    outputDirectory: '/nowhere',
    docs: (code) => `https://example.com/${code}`,
  };
}

export function routerOf(w: World, identity: string, traffic: Traffic = trafficOf(w)): OpenRouter {
  return {
    traffic,
    lock: new Lock(leaseOf(w), timerOf(w), identity),
    managed: 'refuse',
    count: () => ({ sent: w.calls, failed: 0, repeated: 0, opened: 0, keptBack: 0 }),
  };
}

/** What a person's command tells, and its outcome. */
export async function ordered(
  w: World,
  command: Command,
  configuration: Configuration,
  more: { readonly traffic?: Traffic; readonly identity?: string; readonly signal?: AbortSignal } = {},
) {
  const router = routerOf(w, more.identity ?? 'person', more.traffic);
  const result = await carryOut(command, configuration, router, contextOf(more.signal), timerOf(w));
  return {
    ...result,
    codes: result.reasons.map(({ code }) => code),
    outcome: outcomeOf(result.reasons, result.proofs),
  };
}

/** A record of this plan, as an earlier run left it. */
export function left(w: World, { planHash }: Configuration, more: Partial<RolloutRecord>): void {
  w.record = { ...usualRecord, planHash, ...more };
  w.weight = more.weight ?? 0;
  w.lease = { value: { holder: 'run-1', duration: 20, renewedAt: w.now, transitions: 1 }, version: 1 };
}

/** A rollout that was moved to 10 %. */
export const at10: Partial<RolloutRecord> = {
  ...{ from: 0, weight: 10, step: 0 },
  log: [{ step: 0, from: 0, weight: 10, cause: 'step', asked: 1 }],
};
