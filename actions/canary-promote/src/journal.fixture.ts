/** A journal's head around a plan, for tests. */
import type { Entry, Journal, JournalHead } from './journal.ts';
import type { Plan } from './plan.ts';
import { preflight } from './preflight.ts';
import { plan as fixturePlan, start } from './rollout.fixture.ts';

export function headOf(plan: Plan = fixturePlan): JournalHead {
  return {
    shipgate: 'canary-samples',
    version: 1,
    planHash: '0'.repeat(64),
    plan,
    preflight: preflight(plan, []),
    names: { canary: '2.4.0', stable: '2.3.2' },
    source: 'Prometheus at prometheus.example.com',
    subject: { service: 'order-service' },
    tool: { version: '1.0.0' },
    startedAt: new Date(start).toISOString(),
    docs: 'https://example.com/docs/reasons/canary-promote/REASON.md',
  };
}

export function journal(entries: readonly Entry[], plan: Plan = fixturePlan): Journal {
  return { head: headOf(plan), entries };
}

export function textOf({ head, entries }: Journal): string {
  return [head, ...entries].map((line) => `${JSON.stringify(line)}\n`).join('');
}
