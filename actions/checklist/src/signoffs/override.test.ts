import { describe, expect, it } from 'vitest';
import type { Membership } from './candidate.ts';
import { judgeOverride, type OverrideInput } from './override.ts';

const subject = 'c09e4d2a1b7f8e60'.padEnd(64, '0');
const comment = (id: number, login: string, more: object = {}) => ({
  ...{ environment: 'production', subject, until: '2026-11-28T16:00Z', reason: 'it burns' },
  ...{ signer: { id, login, type: 'User' }, at: '2026-11-28T12:00:00Z' },
  ...more,
});
const member: Membership = { kind: 'member' };
const judge = (comments: readonly ReturnType<typeof comment>[], more: Partial<OverrideInput> = {}) =>
  judgeOverride({
    policy: { users: [], teams: ['acme/leads'], longestMs: 4 * 3_600_000 },
    environment: 'Production',
    subject,
    comments,
    members: new Map<number, Membership>([
      [1, member],
      [2, member],
      [3, { kind: 'not-member' }],
      [4, { kind: 'unknown', why: '403' }],
    ]),
    now: new Date('2026-11-28T13:00:00Z'),
    ...more,
  });

describe('break-glass', () => {
  it('takes two people, and ends with the earlier of their ends', () => {
    const both = [comment(1, 'ops-lead'), comment(2, 'dev-lead', { until: '2026-11-28T15:00Z' })];
    expect(judge(both)).toMatchObject({
      override: { reason: 'it burns', expires: '2026-11-28T15:00:00.000Z', people: [{ id: 1 }, { id: 2 }] },
      refusals: [],
    });
  });

  it('is not had by one person, by the same twice, or under two logins of one id', () => {
    for (const comments of [
      [comment(1, 'a')],
      [comment(1, 'a'), comment(1, 'a')],
      [comment(1, 'a'), comment(1, 'b')],
    ]) {
      const { override, refusals } = judge(comments);
      expect([override, refusals.at(-1)?.why]).toEqual([undefined, 'second-person-missing']);
    }
  });

  it.each([
    ['not-allowed', comment(3, 'x')],
    ['team-unknown', comment(4, 'x')],
    ['not-allowed', comment(5, 'x', { signer: { id: 5, login: 'bot', type: 'Bot' } })],
    ['not-allowed', comment(5, 'x', { signer: null })],
    ['another-subject', comment(2, 'x', { subject: 'f'.repeat(64) })],
    ['no-such-time', comment(2, 'x', { until: 'tomorrow' })],
    ['no-such-time', comment(2, 'x', { until: '2026-11-28T16:00' })],
    ['expired', comment(2, 'x', { until: '2026-11-28T13:00Z' })],
    ['too-long', comment(2, 'x', { until: '2026-11-28T16:01Z' })],
  ] as const)('is refused as %s', (why, second) => {
    const { override, refusals } = judge([comment(1, 'a'), second]);
    expect([override, refusals[0]?.why]).toEqual([undefined, why]);
  });

  it('of another environment says nothing about this one', () => {
    expect(judge([comment(1, 'a', { environment: 'staging' })])).toEqual({ refusals: [] });
  });

  it('is not there without a policy', () => {
    expect(judge([comment(1, 'a'), comment(2, 'b')], { policy: undefined })).toEqual({ refusals: [] });
  });
});
