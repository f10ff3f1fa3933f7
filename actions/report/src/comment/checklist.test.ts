import type { ChecklistSignature, Reason, Verdict } from '@shipgate/schemas';
import { readVerdictFile } from '@shipgate/schemas';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import {
  brokenGlass,
  checklist,
  checklistReason,
  claimed,
  evidence,
  green,
  owner,
  reasons,
  signed,
  stale,
} from '../testing/checklists.ts';
import { head } from '../testing/verdicts.ts';
import { markerOf } from './marker.ts';
import { readRecord } from './record.ts';
import { commentText } from './text.ts';

const links = {
  run: 'https://github.com/acme/orders/actions/runs/4711',
  code: ({ file, line }: { file: string; line?: number }) =>
    `https://github.com/acme/orders/blob/${head}/${file}?plain=1#L${line}`,
  docs: (code: string) => `https://github.com/shipgate/shipgate/blob/main/docs/reasons/checklist/${code}.md`,
};
const run = { id: '4711', attempt: 1 };
const textOf = (verdict: Verdict, previous?: Parameters<typeof commentText>[2]) =>
  commentText({ verdict, run, links, isFork: false }, markerOf(verdict).line, previous);

const unknown = () =>
  checklist({
    outcome: 'unknown',
    headline: 'not proven, so production stays closed: 1 item and 1 signature',
    reasons: [
      checklistReason('team-unreadable', 472, {
        ...{ blocks: 'unknown', evidence: { role: 'security', state: 'unknown' } },
        title: 'Руководитель безопасности: nobody knows who is in `acme/security-leads`',
        seen: 'the review of `anna-sec` of 2026-11-19; of the team: the API answered 403.',
        mend: 'pass `team-token` of a GitHub App with *Members: read*; `GITHUB_TOKEN` never has it.',
      }),
      checklistReason('evidence-unknown', 41, {
        ...{ blocks: 'unknown', title: 'the report k6.json is cut off' },
        seen: '"p95 <200ms" rests on it: `k6.json`.',
        mend: 'run the load test again.',
      }),
    ],
    evidence: evidence({ signatures: [signed, { ...claimed, state: 'unknown' }, owner] }),
  });

describe('the comment of a checklist', () => {
  it.each([
    ['fail', checklist()],
    ['pass', green()],
    ['unknown', unknown()],
    ['break-glass', brokenGlass()],
  ])('on %s says what is to be done and by whom', async (name, verdict) => {
    expect(readVerdictFile(JSON.stringify(verdict), { file: name }).faults).toEqual([]);
    await expect(textOf(verdict)).toMatchFileSnapshot(`../golden/comment-checklist-${name}.md`);
  });

  it('renders as a heading, a table, a list and one paragraph', () => {
    const html = new MarkdownIt({ html: true }).render(textOf(checklist()));
    const blocks = [...html.matchAll(/^<(h3|table|ul|p)>/gm)].map(([, tag]) => tag);
    expect(blocks).toEqual(['h3', 'table', 'ul', 'p']);
    expect(html.match(/<tr>/g)).toHaveLength(5);
  });

  it('names a fault of a signature in the table alone, and one that is alike once', () => {
    const text = textOf(checklist());
    expect(text.match(/signs once more/g)).toHaveLength(1);
    expect(text.match(/has no entry/g)).toHaveLength(1);
    expect(text).toContain('2 times, first here');
  });

  it('says why a signature is void or not allowed', () => {
    const seen = 'the review of `boris-ops` was dismissed.';
    const reason = checklistReason('signature-void', 471, { seen, evidence: { role: 'devops', state: 'void' } });
    const signatures: ChecklistSignature[] = [{ ...stale, state: 'void' }];
    expect(textOf(checklist({ reasons: [reason], evidence: evidence({ signatures }) }))).toContain(
      '| ❌ void: the review of `boris-ops` was dismissed |',
    );
  });

  it('shows those who have not signed when there are many roles, and counts the rest', () => {
    const many = Array.from({ length: 9 }, (_, at): ChecklistSignature => ({ ...signed, role: `r${at}` }));
    const text = textOf(checklist({ evidence: evidence({ signatures: [...many, stale, claimed] }) }));
    expect(text).toContain('| 7 more roles | ✅ proven |');
    expect(text).toContain('❌ stale');
    const open = Array.from({ length: 7 }, (_, at): ChecklistSignature => ({ ...claimed, role: `r${at}` }));
    expect(textOf(checklist({ evidence: evidence({ signatures: open }) }))).toContain(
      '| 3 more roles | ❌ 3 not signed |',
    );
  });

  it('does not call mended what was only let through', () => {
    const before = readRecord(textOf(checklist()));
    expect(before?.faults).toHaveLength(reasons.length);
    expect(textOf(brokenGlass(), before)).not.toContain('Mended');
    expect(textOf(green(), before)).toContain('Mended since the last run: ticked, but coverage');
  });

  it('that could not begin has neither table nor subject', () => {
    const text = textOf(checklist({ outcome: 'unknown', evidence: {}, reasons: [] }));
    expect(text).not.toMatch(/\| Role|What is signed/);
  });

  it('has at most 15 lines, no mention and no markup of others, whatever the verdict says', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
      fc.constantFrom(
        '@everyone',
        '#1',
        '| a | b',
        '\n- [ ] x',
        '](https://evil.example)',
        '<img src=x>',
        '`'.repeat(9),
      ),
    );
    const states = ['proven', 'claimed', 'missing', 'stale', 'void', 'not-allowed', 'unknown'] as const;
    const signature = fc.record({
      role: fc.constantFrom('a', 'b', 'c'),
      label: nasty,
      state: fc.constantFrom(...states),
    });
    const some = fc.record({ title: nasty, seen: nasty, mend: nasty, role: fc.constantFrom('a', 'b', 'd') });
    fc.assert(
      fc.property(
        fc.array(signature, { maxLength: 9 }),
        fc.array(some, { maxLength: 9 }),
        nasty,
        fc.boolean(),
        (all, texts, words, isThrough) => {
          const told = texts.map(
            ({ role, ...text }): Reason => checklistReason('x', 1, { ...text, evidence: { role } }),
          );
          const signatures = all.map(
            (one): ChecklistSignature => ({
              ...one,
              claimed: null,
              proven: one.state === 'proven' ? signed.proven : null,
            }),
          );
          const people = [{ login: words, id: 1, at: '2026-11-20T13:50:00Z' }];
          const override = { reason: words, expires: '2026-11-20T18:00:00Z', people };
          const verdict = checklist({
            reasons: told,
            headline: words,
            evidence: evidence({ signatures, ...(isThrough ? { override } : {}) }),
          });
          const text = textOf(verdict, { run, faults: [{ code: 'y', title: words }] });
          expect(text.split(/[\n\r]/).length).toBeLessThanOrEqual(15);
          const shown = new MarkdownIt({ html: true, linkify: true })
            .render(text)
            .replaceAll(/<code>.*?<\/code>/gs, '');
          expect(shown).not.toMatch(/@everyone|(?<!&)#1\b|<img|evil\.example"|type="checkbox"/);
          expect(shown.match(/<table>/g)?.length ?? 0).toBe(signatures.length === 0 ? 0 : 1);
        },
      ),
      { numRuns: 60 },
    );
  });
});
