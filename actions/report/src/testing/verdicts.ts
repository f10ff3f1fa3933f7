/** Verdicts for tests: what migrate-gate gives on a pull request, but for what a test wants. */
import type { Reason, Subject, Verdict } from '@shipgate/schemas';

export const head = '9b41c7e2d05f8a63b1c4e7f09a2d5b8c6e3f1a70';
export const merge = 'c0ffee00d05f8a63b1c4e7f09a2d5b8c6e3f1a71';
export const runId = '4711';

export const subject: Subject = {
  service: 'order-service',
  repository: 'acme/orders',
  commit: head,
  ref: 'refs/pull/7/merge',
  event: 'pull_request',
  path: 'migrations',
  run: { id: runId, attempt: 1 },
};

export function reason(change: Partial<Reason> = {}): Reason {
  return {
    code: 'drift',
    severity: 'error',
    blocks: 'fail',
    title: '`down` loses trigger `order_events_touch`',
    seen: 'after up and down, trigger `order_events_touch` is gone. Every command exited 0.',
    hurts: 'after a rollback, `updated_at` no longer changes',
    mend: 'give the trigger back in `down`',
    location: { file: 'migrations/0016_order_events_set_updated.down.sql', line: 1, column: 1 },
    docs: 'docs/reasons/migrate-gate/drift.md',
    evidence: {},
    ...change,
  };
}

export function red(change: Partial<Verdict> = {}): Verdict {
  return {
    version: 1,
    gate: 'migrate-gate',
    outcome: 'fail',
    headline: '1 fault blocks this change',
    subject,
    reasons: [reason()],
    proofs: [{ name: 'round-trip', required: true, outcome: 'fail', seen: '0 of 1 come back' }],
    evidence: { scope: 'new', migrations: [], timings: {} },
    tool: { name: 'migrate-gate', version: '0.1.0' },
    startedAt: '2026-11-20T14:02:00.000Z',
    finishedAt: '2026-11-20T14:02:11.000Z',
    ...change,
  };
}

export function green(change: Partial<Verdict> = {}): Verdict {
  const proofs: Verdict['proofs'] = [
    { name: 'round-trip', required: true, outcome: 'pass', seen: '1 of 1 comes back' },
  ];
  return red({ outcome: 'pass', headline: '1 migration goes up, down and up', reasons: [], proofs, ...change });
}
