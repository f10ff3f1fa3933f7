import type { RolloutRecord } from './record.ts';

/** A rollout that has just begun. */
export const usualRecord: RolloutRecord = {
  version: 1,
  id: '2.4.0@2026-11-20T14:00:00.000Z',
  planHash: 'a'.repeat(64),
  canary: '2.4.0',
  epoch: 1,
  state: 'running',
  safeWeight: 0,
  from: 0,
  weight: 0,
  step: 0,
  log: [],
  approvals: [],
};
