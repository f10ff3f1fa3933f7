import type { Outcome, Verdict } from '@shipgate/schemas';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { brokenGlass, checklist, evidence } from '../testing/checklists.ts';
import { red } from '../testing/verdicts.ts';
import { conclusionOf, outputOf } from './content.ts';
import { checkRunName, externalIdOf } from './name.ts';

const links = { run: 'https://github.com/acme/orders/actions/runs/1', code: () => undefined, docs: () => undefined };
const outputFor = (verdict: Verdict) => outputOf({ verdict, run: { id: '1', attempt: 1 }, links, isFork: false });

describe('the conclusion', () => {
  it.each([
    ['pass', 'enforce', 'success'],
    ['fail', 'enforce', 'failure'],
    ['unknown', 'enforce', 'failure'],
    ['pass', 'report', 'success'],
    ['fail', 'report', 'neutral'],
    ['unknown', 'report', 'neutral'],
    ['fail', 'manifests', 'failure'],
  ] as const)('of a checklist that is %s in mode %s is %s', (outcome, mode, conclusion) => {
    expect(conclusionOf(checklist({ outcome, evidence: evidence({ mode }) }))).toBe(conclusion);
  });

  it('of another gate is never neutral, whatever its evidence says', () => {
    const of = (outcome: Outcome) => conclusionOf(red({ outcome, evidence: { mode: 'report' } }));
    expect([of('pass'), of('fail'), of('unknown')]).toEqual(['success', 'failure', 'failure']);
  });
});

describe('the name', () => {
  it.each([
    [{ environment: 'production', path: 'docs/x.md', service: 'a' }, 'shipgate / checklist (production)'],
    [{ path: 'deploy' }, 'shipgate / checklist (deploy)'],
    [{}, 'shipgate / checklist'],
    [{ environment: '\u202eprod\n' }, 'shipgate / checklist (\\u{202e}prod\\n)'],
  ])('of a verdict on %j is %s', (subject, name) => {
    expect(checkRunName({ gate: 'checklist', subject, evidence: {} })).toBe(name);
  });

  it.each([
    [{ when: 'after' }, 'shipgate / checklist (production, after)'],
    [{ mode: 'manifests' }, 'shipgate / checklist (production, manifests)'],
    [{ when: 'before', mode: 'enforce' }, 'shipgate / checklist (production)'],
  ])('tells a checklist with %j from others', (evidence, name) => {
    expect(checkRunName({ gate: 'checklist', subject: { environment: 'production' }, evidence })).toBe(name);
  });

  it('comes with the id by which actions/checklist finds verdicts', () => {
    expect(externalIdOf('migrate-gate', 'a'.repeat(40))).toBe(`shipgate/migrate-gate/${'a'.repeat(40)}`);
  });
});

describe('the output', () => {
  it('holds the verdict as the first fenced block, whatever the verdict says', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.constantFrom('```', '\n```\n', '~~~', '##[x]'),
    );
    fc.assert(
      fc.property(text, text, (headline, title) => {
        const verdict = checklist({ headline, evidence: { title } });
        const [block] = new MarkdownIt().parse(outputFor(verdict).text, {});
        expect([block?.type, block?.info, JSON.parse(block?.content ?? '')]).toEqual(['fence', 'json', verdict]);
      }),
    );
  });

  it('keeps to what GitHub takes, which counts bytes', () => {
    const largest = 65_535;
    const sizes = [20_000, 30_000, 40_000, 70_000].map((length) => {
      const { text } = outputFor(checklist({ evidence: { title: 'Ж'.repeat(length) } }));
      return [Buffer.byteLength(text) <= largest, text.startsWith('```json')];
    });
    expect(sizes).toEqual([
      [true, true],
      [true, true],
      [true, false],
      [true, false],
    ]);
  });

  it('says in its title that something was let through', () => {
    expect(outputFor(brokenGlass())).toMatchObject({
      title: expect.stringMatching(/^BREAK-GLASS by boris-ops and dev-lead/),
      summary: expect.stringContaining('- **Break-glass by `boris-ops` and `dev-lead`**, until 2026-11-20 18:00 UTC:'),
    });
  });
});
