import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overridesIn, reviewWords, signOffsIn } from './sign-off-words.ts';

const subject = 'c09e4d2a1b7f8e60'.repeat(4);
const line = `shipgate sign-off role=security env=production subject=${subject}`;
const words = { role: 'security', environment: 'production', subject };

describe('a comment that signs', () => {
  it('says so in a line of its own, among other text', () => {
    expect(signOffsIn(line)).toEqual([words]);
    expect(signOffsIn(`Looked at it all.\r\n\r\n${line}\r\nThanks.`)).toEqual([words]);
    expect(signOffsIn(`${line}\n${line.replace('security', 'devops')}`)).toHaveLength(2);
  });

  it.each([
    ['a quote', `> ${line}`],
    ['a list', `- ${line}`],
    ['code', `    ${line}`],
    ['a fence', `\`\`\`\n${line}\n\`\`\``],
    ['an HTML comment', `<!--\n${line}\n-->`],
    ['a code span', `\`${line}\``],
    ['a sentence', `Write ${line}`],
    ['text behind it', `${line} please`],
    ['a short subject', line.slice(0, -1)],
    ['no role', line.replace('role=security ', '')],
    ['nothing', ''],
    ['no body', undefined],
  ])('does not by %s', (_what, body) => expect(signOffsIn(body)).toEqual([]));

  it('never throws, and only ever gives what stands there (property)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        for (const { role, subject } of signOffsIn(`${text}\n\n${line}`)) expect([role, subject].join('')).not.toBe('');
        reviewWords(text);
        overridesIn(text);
      }),
    );
  });
});

describe('a comment that breaks the glass', () => {
  it('needs an end and a reason', () => {
    const body = `shipgate override env=production subject=${subject} until=2026-11-20T18:00Z reason="it burns"`;
    expect(overridesIn(body)).toEqual([
      { environment: 'production', subject, until: '2026-11-20T18:00Z', reason: 'it burns' },
    ]);
    expect(overridesIn(body.replace('it burns', ' '))).toEqual([]);
    expect(overridesIn(body.replace(' until=2026-11-20T18:00Z', ''))).toEqual([]);
  });
});
