import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fencedJson } from './gate-fence.ts';

describe('fencedJson', () => {
  it.each([
    ['```json\n{}\n```', '{}'],
    ['Facts:\r\n\r\n````json\r\n{\r\n}\r\n````\r\nand more', '{\n}'],
    ['````\n```\n````', '```'],
    ['```json\n{}\n```\n```json\n[]\n```', '{}'],
    ['```\n```', ''],
  ])('finds the block of %j', (text, json) => {
    expect(fencedJson(text)).toBe(json);
  });

  it.each([['no fence'], ['```json\n{}'], ['````json\n{}\n```'], ['``\n{}\n``'], ['a `code` ```span```'], [null], [7]])(
    'finds none in %j',
    (text) => {
      expect(fencedJson(text)).toBeUndefined();
    },
  );

  it('gives back whatever JSON was put in, backticks and line ends in it too', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = JSON.stringify({ value, ticks: '```\n```' }, null, 2);
        expect(fencedJson(`Verdict\n\`\`\`json\n${json}\n\`\`\`\n`)).toBe(json);
      }),
    );
  });
});
