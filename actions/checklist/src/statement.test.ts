import { createHash } from 'node:crypto';
import { buildVerdict } from '@shipgate/kit/verdict';
import type { Proof, Verdict } from '@shipgate/schemas';
import { describe, expect, it } from 'vitest';
import { statementOf } from './statement.ts';

const commit = '9b41c7e2d05f8a63b1c4e7f09a2d5b8c6e3f1a70';
const items: Proof = { name: 'Items', required: true, outcome: 'pass', seen: '143 of 143' };
const verdict = (more: { proofs?: readonly Proof[]; evidence?: object; commit?: string | null } = {}): Verdict =>
  buildVerdict({
    gate: 'checklist',
    version: '1.0.0',
    subject: {
      repository: 'acme/orders',
      environment: 'pre-production',
      ...(more.commit === null ? {} : { commit: more.commit ?? commit }),
    },
    reasons: [],
    proofs: more.proofs ?? [items],
    evidence: more.evidence ?? { mode: 'enforce' },
    startedAt: new Date('2026-11-28T12:00:00Z'),
    finishedAt: new Date('2026-11-28T12:00:01Z'),
  });

describe('the statement of a release', () => {
  it('names the commit, the verdict by its digest, and what held', () => {
    const text = '{"the": "verdict"}\n';
    const statement: unknown = JSON.parse(statementOf(verdict(), text) ?? '');
    expect(statement).toMatchObject({
      _type: 'https://in-toto.io/Statement/v1',
      subject: [
        { name: 'acme/orders', digest: { gitCommit: commit } },
        { name: 'verdict.json', digest: { sha256: createHash('sha256').update(text).digest('hex') } },
      ],
      predicateType: 'https://in-toto.io/attestation/svr/v0.1',
      predicate: {
        timeCreated: '2026-11-28T12:00:01.000Z',
        properties: ['SHIPGATE_CHECKLIST_ITEMS', 'SHIPGATE_ENVIRONMENT_PRE_PRODUCTION'],
      },
    });
  });

  it('says of break-glass nothing but that', () => {
    const text = statementOf(verdict({ evidence: { mode: 'enforce', override: {} } }), '') ?? '';
    expect(text).toContain('SHIPGATE_CHECKLIST_BREAK_GLASS');
    expect(text).not.toContain('SHIPGATE_CHECKLIST_ITEMS');
  });

  it.each([
    ['fails', { proofs: [{ ...items, outcome: 'fail' as const }] }],
    ['is unknown', { proofs: [{ ...items, outcome: 'not-proven' as const }] }],
    ['only reports', { evidence: { mode: 'report' } }],
    ['is of no commit', { commit: null }],
  ])('is not made of a verdict that %s', (_what, more) => expect(statementOf(verdict(more), '')).toBeUndefined());
});
