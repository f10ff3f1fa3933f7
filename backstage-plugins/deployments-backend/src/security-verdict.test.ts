import type { EntityDeployments, GateResult } from '@shipgate/backstage-plugin-deployments-common';
import type { SecurityScanEvidence, Verdict } from '@shipgate/schemas';
import type { Knex } from 'knex';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestReplica } from './testing/backend.fixture';
import { startReplica } from './testing/backend.fixture';
import { databaseKinds } from './testing/databases.fixture';
import type { LocalIssuer } from './testing/issuer.fixture';
import { pullRequestClaims, startIssuer } from './testing/issuer.fixture';
import { exampleVerdict } from './testing/verdict.fixture';

/** A scanner that told nothing of itself. */
const answered = { version: null, outcome: 'findings', findings: null, reason: null, seen: null, required: true };

const kinds = await databaseKinds();
let issuer: LocalIssuer;
beforeAll(async () => {
  issuer = await startIssuer();
});
afterAll(() => issuer.close());

describe.each(kinds)('a verdict of security-scan on $name', (kind) => {
  let knex: Knex;
  let replica: TestReplica;
  beforeEach(async () => {
    knex = await kind.migrated();
    replica = await startReplica({ knex, issuer: issuer.url });
    return () => replica.stop();
  });

  const post = async (verdict: Verdict) => {
    const authorization = `Bearer ${await issuer.sign(pullRequestClaims(issuer.url))}`;
    return replica.judged(replica.post('/verdicts').set({ authorization }).send(verdict));
  };
  const gates = async (): Promise<readonly GateResult[]> => {
    const { body } = await replica.judged(replica.get('/entities/component/default/order-service'));
    return (body as EntityDeployments).releases.flatMap((release) => release.gates);
  };

  it.each(['security-red', 'security-unknown'] as const)('is taken and kept whole: %s', async (name) => {
    const verdict = exampleVerdict(name);
    const { status, body } = await post(verdict);
    expect(status).toBe(201);
    const { outcome, headline } = verdict;
    expect(await gates()).toMatchObject([{ id: body.id, gate: 'security-scan', outcome, headline, isGating: false }]);
    const kept = await replica.judged(replica.get(`/entities/component/default/order-service/verdicts/${body.id}`));
    expect((kept.body as Verdict).evidence).toEqual(verdict.evidence);
  });

  it('is answered with its scanners, what they found, and what is let through until when', async () => {
    await post(exampleVerdict('security-red'));
    const none = { critical: 0, high: 0, medium: 0, low: 0 };
    expect((await gates())[0]?.security).toEqual({
      scanners: [
        { ...answered, name: 'secrets', version: '1.0.0', findings: 1, seen: '1,204 files, 9.6 MB' },
        { ...answered, name: 'npm-audit', version: '11.19.1', findings: 2, seen: '812 packages' },
        { ...answered, name: 'semgrep', outcome: 'clean', findings: 0 },
        { ...answered, name: 'pip-audit', outcome: 'not-run', reason: 'no Python project is here', required: false },
      ],
      counts: { new: { ...none, critical: 2 }, known: none, suppressed: { ...none, high: 1 } },
      suppressed: [
        {
          ...{ id: 'GHSA-7q2p-mm4x-c3vj', severity: 'high', title: 'table-press runs what it prints' },
          location: null,
          ...{ reason: 'Build-time only; not in the image (ORD-911).', expires: '2027-01-31' },
        },
      ],
    });
  });

  it('names at most 20 of what is let through, the worst first', async () => {
    const verdict = exampleVerdict('security-red');
    const findings = (verdict.evidence as SecurityScanEvidence).findings ?? [];
    const [low] = findings.filter(({ state }) => state === 'suppressed').map((each) => ({ ...each, severity: 'low' }));
    const many = [...Array.from({ length: 30 }, () => low), ...findings];
    await post({ ...verdict, evidence: { ...verdict.evidence, findings: many } });
    const shown = (await gates())[0]?.security?.suppressed.map(({ severity }) => severity);
    expect(shown).toEqual(['high', ...Array(19).fill('low')]);
  });

  it('says of a scanner without an answer why, and no number', async () => {
    await post(exampleVerdict('security-unknown'));
    const without = (await gates())[0]?.security?.scanners.filter(({ outcome }) => outcome === 'error');
    expect(without).toMatchObject([{ name: 'npm-audit', findings: null, required: true }]);
    expect(without?.[0]?.reason).not.toBeNull();
  });

  it('says nothing of scanners when the gate could not begin', async () => {
    await post(exampleVerdict('security-configuration'));
    expect(await gates()).toMatchObject([{ gate: 'security-scan', outcome: 'unknown' }]);
    expect((await gates())[0]).not.toHaveProperty('security');
  });

  it('that counts no findings for a scanner without an answer is refused with 422', async () => {
    const odd = JSON.stringify(exampleVerdict('security-unknown')).replace('"findings":null', '"findings":0');
    const { status, body } = await post(JSON.parse(odd) as Verdict);
    expect([status, body.error.reason, await gates()]).toEqual([422, 'schema', []]);
  });
});
