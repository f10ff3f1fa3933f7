import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redactorOf, WINDOW } from './redactor.ts';

const leaks = (text: string, secret: string) => {
  for (let at = 0; at + WINDOW <= secret.length; at += 1) if (text.includes(secret.slice(at, at + WINDOW))) return true;
  return false;
};
/** Signs that the mark has none of. */
const secretText = fc.stringMatching(/^[a-zA-Z0-9+/=_.-]{6,40}$/);

describe('a redactor', () => {
  it('leaves a text as it is when nothing is secret', () => {
    expect(redactorOf([]).redact('nothing to hide')).toBe('nothing to hide');
    expect(redactorOf(['short']).isEmpty).toBe(true);
  });

  it('hides a secret, wherever and however often it stands', () => {
    const { redact } = redactorOf(['s3cr3t-value']);
    expect(redact('a s3cr3t-value, s3cr3t-value')).toBe('a ***, ***');
    expect(redact('s3cr3t-values3cr3t-value')).toBe('***');
  });

  it('hides a part of six signs, and keeps one of five', () => {
    const { redact } = redactorOf(['abcdefghij']);
    expect([redact('x cdefgh x'), redact('x cdefg x')]).toEqual(['x *** x', 'x cdefg x']);
  });

  it('hides each line of a key, and not the words of its armour', () => {
    const key = ['-----BEGIN PRIVATE KEY-----', 'MIIBVQIBADANBg', 'kqhkiG9w0BAQ', '-----END PRIVATE KEY-----'].join(
      '\n',
    );
    const { redact } = redactorOf([key]);
    expect(redact('PRIVATE KEY found: MIIBVQIBADANBg')).toBe('PRIVATE KEY found: ***');
  });

  it('hides what a URL or a JSON text makes of it', () => {
    const { redact } = redactorOf(['p@ss/w"rd%1']);
    expect(redact('https://u:p%40ss%2Fw%22rd%251@h')).toBe('https://u:***@h');
    expect(redact(JSON.stringify('p@ss/w"rd%1'))).toBe('"***"');
  });

  it('takes a value that a tool had masked for no secret', () => {
    expect(redactorOf(['REDACTED', '********', '<your-token>']).isEmpty).toBe(true);
  });

  it('never leaves six signs in a row of any of its secrets, in any text', () => {
    const property = fc.property(
      fc.array(secretText, { minLength: 1, maxLength: 4 }),
      fc.array(fc.string()),
      (all, words) => {
        const text = words.flatMap((word, at) => [word, all[at % all.length] ?? '']).join('');
        const shown = redactorOf(all).redact(text);
        for (const secret of all) expect(leaks(shown, secret)).toBe(false);
      },
    );
    fc.assert(property, { numRuns: 500 });
  });

  it('hides what stands at the seam of two parts, in a text that is nothing but windows of a secret', () => {
    const secret = 'abcdefghijklmnopqrstuvwxyz';
    const { redact } = redactorOf([secret]);
    expect(redact('abcdef|fghijk|abcde')).toBe('***|***|abcde');
    expect(redact('abcdefabcdefg')).toBe('***');
  });
});
