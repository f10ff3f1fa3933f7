import { describe, expect, it } from 'vitest';
import type { AttributeDifference, Difference } from './compare.ts';
import { describeDifference, quoteName } from './describe.ts';

const mark = (name: string) => `<${name}>`;

function difference(
  change: Difference['change'],
  object: string,
  attributes: readonly AttributeDifference[] = [],
): Difference {
  return { class: 'trigger', object, change, attributes, noise: null };
}

describe('describeDifference', () => {
  it('says what is gone and what is new, and on what', () => {
    expect(describeDifference(difference('gone', 'touch on events'), mark)).toBe('trigger <touch> on <events> is gone');
    expect(describeDifference(difference('new', 'touch'), mark)).toBe('trigger <touch> is new');
  });

  it('says what was expected and what is there', () => {
    const attributes = [
      { name: 'definition', expected: 'a', got: 'b' },
      { name: 'enabled', expected: null, got: 'disabled' },
      { name: 'parent', expected: 'p', got: null },
    ];
    expect(describeDifference(difference('changed', 'touch on events', attributes), mark)).toBe(
      'trigger <touch> on <events> has another definition: <b> instead of <a>, enabled <disabled> that was not there, lost its parent <p>',
    );
  });

  it('shows long texts from shortly before their difference, at most 80 characters of each', () => {
    const text = (middle: string) => `${'x'.repeat(200)}${middle}${'y'.repeat(200)}`;
    const told = describeDifference(
      difference('changed', 't', [{ name: 'body', expected: text('old'), got: text('new') }]),
      (part) => part,
    );
    expect(told).toMatch(/^trigger t has another body: …x{20}newy+… instead of …x{20}oldy+…$/);
    expect(told.length).toBeLessThan(220);
  });

  it('does not cut characters into halves', () => {
    const [face, heart] = ['😀', '💚'];
    const texts = { expected: `${face.repeat(100)}${face}`, got: `${face.repeat(100)}${heart}` };
    const told = describeDifference(difference('changed', 't', [{ name: 'body', ...texts }]), (part) => part);
    expect(told).not.toMatch(/(?<![\ud800-\udbff])[\udc00-\udfff]|[\ud800-\udbff](?![\udc00-\udfff])/);
    expect(told).toContain(`${heart} instead of`);
  });
});

describe('quoteName', () => {
  it('quotes each name by itself, and leaves quoted names whole', () => {
    expect(quoteName('a on b', mark)).toBe('<a> on <b>');
    expect(quoteName('"a on b" on "c on d"', mark)).toBe('<"a on b"> on <"c on d">');
    expect(quoteName('"say ""x on y""" on t', mark)).toBe('<"say ""x on y"""> on <t>');
  });
});
