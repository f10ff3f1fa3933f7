import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../../../scripts/vitest/thoroughly.ts';
import { DIFFERENCES, documents } from './documents.fixture.ts';
import { peerItems } from './peer.fixture.ts';
import { readChecklist } from './read.ts';

const items = (text: string) =>
  readChecklist(text, 'a.md').items.map(({ line, tick, depth }) => ({ line, ticked: tick === 'ticked', depth }));

/** Claimed are 10,000. */
const DOCUMENTS = runs(10_000);

test(`${DOCUMENTS} generated documents have the items, states and lines that remark-gfm gives`, {
  timeout: 300_000,
}, () => {
  let found = 0;
  fc.assert(
    fc.property(documents, (text) => {
      const read = items(text);
      found += read.length;
      expect(read).toEqual(peerItems(text));
    }),
    { numRuns: DOCUMENTS },
  );
  // They are about something.
  expect(found).toBeGreaterThan(DOCUMENTS / 2);
});

describe.each(DIFFERENCES)('where remark $why', ({ text, lines }) => {
  test('we read what CommonMark says', () => expect(items(text).map((item) => item.line)).toEqual(lines));
  // When this fails, remark was mended and the difference can go.
  test('remark still reads something else, or nothing', () => {
    const peer = () => expect(peerItems(text).map((item) => item.line)).toEqual(lines);
    expect(peer).toThrow();
  });
});

test('no text makes it throw, and every item has an id of its own', () => {
  const texts = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), documents);
  fc.assert(
    fc.property(texts, (text) => {
      const { items: read, troubles } = readChecklist(text, 'a.md');
      expect(new Set(read.map((item) => item.id)).size).toBe(read.length);
      expect(read.length > 0 || troubles.length > 0).toBe(true);
    }),
    { numRuns: runs(2000) },
  );
});

test('parents stand before their children, one level above them', () => {
  fc.assert(
    fc.property(documents, (text) => {
      const { items: read } = readChecklist(text, 'a.md');
      for (const [index, { parent, depth }] of read.entries()) {
        expect(parent === undefined ? -1 : (read[parent]?.depth ?? -2)).toBe(depth - 1);
        expect(parent ?? -1).toBeLessThan(index);
      }
    }),
    { numRuns: runs(1000) },
  );
});

test('where the column points, there is a list marker', () => {
  fc.assert(
    fc.property(documents, (text) => {
      const lines = text.split(/\r\n|\r|\n/);
      for (const { line, column } of readChecklist(text, 'a.md').items) {
        const at = [line, line - 1].map((each) => lines[each - 1]?.slice(column - 1) ?? '');
        expect(at.some((rest) => /^(?:[-+*]|\d+[.)])(?:[ \t]|$)/.test(rest))).toBe(true);
      }
    }),
    { numRuns: runs(2000) },
  );
});
