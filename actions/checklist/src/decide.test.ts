import { outcomeOf } from '@shipgate/kit/verdict';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from './decide.ts';
import type { EvidenceKind, EvidenceOutcome } from './evidence/result.ts';
import { factsOf, noSignoffs, resultOf } from './facts.fixture.ts';
import type { Facts } from './facts.ts';
import { listProofs } from './proofs.ts';
import { blocksOf } from './reasons.ts';
import { report } from './report.ts';

const kinds: readonly EvidenceKind[] = [
  'gate',
  'report',
  'metric',
  'http',
  'manifest',
  'file',
  'command',
  'attestation',
];

function codes(facts: Facts): readonly string[] {
  return decide(facts).findings.map(({ code }) => code);
}

function outcome(facts: Facts): string {
  const decision = decide(facts);
  const reasons = decision.findings.map((finding) => ({ blocks: blocksOf(finding) }));
  return outcomeOf(reasons as never, listProofs(facts, decision, false));
}

const ticked = '# C\n\n## Phase 1\n\n- [x] tests\n';
const open = '# C\n\n## Phase 1\n\n- [ ] tests\n';

describe('evidence of every kind', () => {
  it.each(kinds)('%s: ticked and failing is a contradiction, and fails', (kind) => {
    const facts = factsOf(ticked, { tests: [resultOf('fail', kind)] });
    expect([codes(facts), outcome(facts)]).toEqual([['contradiction'], 'fail']);
  });

  it.each(kinds)('%s: open and passing is done, and told', (kind) => {
    const facts = factsOf(open, { tests: [resultOf('pass', kind)] });
    expect([codes(facts), outcome(facts)]).toEqual([['tick-missing'], 'pass']);
  });

  it.each(kinds)('%s: what cannot be read is unknown, ticked or not', (kind) => {
    for (const text of [ticked, open]) {
      const facts = factsOf(text, { tests: [resultOf('unknown', kind)] });
      expect([codes(facts), outcome(facts)]).toEqual([['evidence-unknown'], 'unknown']);
    }
  });

  it.each(kinds)('%s: what is of another subject is stale, ticked or not', (kind) => {
    for (const text of [ticked, open]) {
      const facts = factsOf(text, { tests: [resultOf('stale', kind)] });
      expect([codes(facts), outcome(facts)]).toEqual([['evidence-stale'], 'unknown']);
    }
  });

  it('is needed whole: one that fails beside one that passes fails the item', () => {
    const facts = factsOf(ticked, { tests: [resultOf('pass'), resultOf('fail')] });
    expect(outcome(facts)).toBe('fail');
  });

  it('passes by no mixture without a pass, and never with one that is none (property)', () => {
    const outcomes: readonly EvidenceOutcome[] = ['pass', 'fail', 'stale', 'unknown'];
    const some = fc.array(fc.constantFrom(...outcomes), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(some, fc.boolean(), (all, isTicked) => {
        const facts = factsOf(isTicked ? ticked : open, { tests: all.map((each) => resultOf(each)) });
        const isPass = all.every((each) => each === 'pass');
        expect(outcome(facts) === 'pass').toBe(isPass);
        expect(outcome(facts) === 'fail').toBe(all.includes('fail'));
      }),
    );
  });
});

describe('an item without evidence', () => {
  it('is done by its tick where claims are accepted, and says that it is claimed', () => {
    const facts = factsOf(ticked);
    expect(outcome(facts)).toBe('pass');
    expect(listProofs(facts, decide(facts), false)[0]?.seen).toBe(
      '1 of 1 done: 0 by evidence, 1 claimed, 0 not applicable',
    );
  });

  it('is open without a tick, and with one where claims are rejected', () => {
    expect([codes(factsOf(open)), outcome(factsOf(open))]).toEqual([['item-open'], 'fail']);
    const rejecting = factsOf(ticked, {}, { section: { claims: 'reject' } });
    expect([codes(rejecting), outcome(rejecting)]).toEqual([['claim-rejected'], 'fail']);
    const ofPhase = factsOf(ticked, {}, { section: { phases: [{ phase: 1, claims: 'reject' }] } });
    expect(codes(ofPhase)).toEqual(['claim-rejected']);
  });
});

describe('a checklist that nobody has begun', () => {
  const many = `# C\n\n## Phase 1\n\n${'- [ ] a\n'.repeat(6)}\n## Phase 2\n\n- [ ] b\n- [ ] c\n`;

  it('is told once a phase where its open items are many', () => {
    const { findings } = decide(factsOf(many));
    expect(findings.map((finding) => 'others' in finding && finding.others?.length)).toEqual([5, false, false]);
    expect(findings.map(({ code }) => code)).toEqual(['item-open', 'item-open', 'item-open']);
  });
});

describe('a parent', () => {
  const nested = (parent: string, child: string) => `# C\n\n## Phase 1\n\n- [${parent}] whole\n  - [${child}] part\n`;

  it('that is ticked over an open part disagrees', () => {
    const facts = factsOf(nested('x', ' '));
    expect(codes(facts)).toEqual(['parent-disagrees', 'item-open']);
    expect(outcome(facts)).toBe('fail');
  });

  it('that is open over done parts is done, and told', () => {
    const facts = factsOf(nested(' ', 'x'));
    expect([codes(facts), outcome(facts)]).toEqual([['tick-missing'], 'pass']);
  });

  it('is open with its part, which is told once', () => {
    expect(codes(factsOf(nested(' ', ' ')))).toEqual(['item-open']);
  });

  it('is unknown with an unknown part', () => {
    const facts = factsOf(nested('x', 'x'), { part: [resultOf('unknown')] });
    expect([codes(facts), outcome(facts)]).toEqual([['evidence-unknown'], 'unknown']);
  });
});

describe('not applicable', () => {
  const marked = (words: string) => `# C\n\n## Phase 1\n\n- [ ] mesh if applicable ${words}\n  - [ ] sidecars\n`;

  it('counts with reason and owner, for the parts too', () => {
    const facts = factsOf(marked('— N/A: one cluster (owner: @ops-lead)'));
    expect([codes(facts), outcome(facts)]).toEqual([[], 'pass']);
    expect(listProofs(facts, decide(facts), false)[0]?.seen).toBe(
      '2 of 2 done: 0 by evidence, 0 claimed, 2 not applicable',
    );
  });

  it('does not count without an owner', () => {
    const facts = factsOf(marked('— N/A: one cluster'));
    expect(codes(facts)).toContain('not-applicable-incomplete');
    expect(outcome(facts)).toBe('fail');
  });
});

describe('phases', () => {
  const two = '# C\n\n## Phase 1\n\n- [x] one\n\n## Phase 2\n\n- [ ] two\n\n## After\n\n- [ ] watched\n';
  const section = { gates: { production: { phases: [1], after: ['after'], signatures: [] } } };

  it('gate only where the policy names them', () => {
    expect(outcome(factsOf(two, {}, { section }))).toBe('pass');
  });

  it('behind the deployment are judged by a run of their own', () => {
    const facts = factsOf(two, {}, { section, when: 'after' });
    expect(decide(facts).findings).toMatchObject([{ code: 'item-open', item: { text: 'watched' } }]);
  });

  it('all gate but those behind the deployment, when none is named', () => {
    const facts = factsOf(two, {}, { section: { gates: { production: { after: ['After'] } } } });
    expect(decide(facts).findings).toMatchObject([{ item: { text: 'two' } }]);
  });
});

describe('a time at which nothing is let through', () => {
  it('fails before a deployment, and neither a report nor a watch', () => {
    const closed = 'freeze until 2027-01-01 00:00 UTC: end of the year';
    expect(outcome(factsOf(ticked, {}, { closed }))).toBe('fail');
    expect(outcome(factsOf(ticked, {}, { closed, mode: 'report' }))).toBe('pass');
    const section = { gates: { production: { after: [1] } } };
    expect(outcome(factsOf(ticked, {}, { closed, when: 'after', section }))).toBe('pass');
  });
});

describe('break-glass', () => {
  const override = {
    override: {
      reason: 'the database burns',
      expires: '2026-11-28T18:00:00.000Z',
      people: [
        { login: 'ops-lead', id: 102, at: '2026-11-28T12:00:00Z' },
        { login: 'dev-lead', id: 101, at: '2026-11-28T12:01:00Z' },
      ],
    },
    refusals: [],
  };
  const told = (facts: Facts) => {
    const host = { kind: 'terminal', faults: [], debug: false, workspace: '/', temporary: '/', serverUrl: '' } as const;
    const decision = decide(facts);
    const input = {
      facts,
      decision,
      subject: {},
      policyCommit: null,
      host,
      now: new Date(0),
      docs: (code: string) => code,
    };
    return report(input);
  };

  it('lets everything through, loudly, and keeps what was wrong', () => {
    const result = told(factsOf(open, {}, { override }));
    expect(outcomeOf(result.reasons, result.proofs)).toBe('pass');
    expect(result.headline).toMatch(/^BREAK-GLASS by ops-lead and dev-lead until 2026-11-28 18:00 UTC: 1 item$/);
    expect(result.reasons.map(({ code, allowance }) => [code, allowance?.by])).toEqual([
      ['item-open', 'override'],
      ['break-glass', undefined],
    ]);
    expect(result.evidence).toMatchObject({ override: { reason: 'the database burns' } });
  });

  it('changes nothing of a report', () => {
    const result = told(factsOf(open, {}, { override, mode: 'report' }));
    expect([outcomeOf(result.reasons, result.proofs), result.advisory]).toEqual(['fail', true]);
  });
});

describe('signatures', () => {
  const section = { roles: { ops: { label: 'Ops', users: ['ops-lead'] } } };

  it('that are missing fail, and those that cannot be looked for are unknown', () => {
    expect(codes(factsOf(ticked, {}, { section }))).toEqual(['signature-missing']);
    const troubles = [
      { what: 'the reviews', got: 'GitHub answered 403', need: 'pull-requests: read', kinds: ['review'] as const },
    ];
    const facts = factsOf(ticked, {}, { section, signoffs: { ...noSignoffs, troubles } });
    expect([codes(facts), outcome(facts)]).toEqual([['signature-unknown'], 'unknown']);
  });

  it('are only claimed by a name in the Markdown', () => {
    const claims = new Map([['ops', { file: 'c.md', line: 9, column: 1, ticked: true, name: 'Somebody' }]]);
    expect(codes(factsOf(ticked, {}, { section, claims }))).toEqual(['signature-claimed']);
  });

  it('are not asked for behind a deployment', () => {
    const after = { ...section, gates: { production: { after: [1] } } };
    expect(codes(factsOf(ticked, {}, { section: after, when: 'after' }))).toEqual([]);
  });
});
