import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../scripts/vitest/thoroughly.ts';
import type { Exposed, Family, Format } from './exposed.ts';
import { isFaulty, parseExposition } from './parse.ts';
import { type Written, written } from './write.fixture.ts';

const formats = ['prometheus', 'openmetrics'] as const;
const text = fc.string({ unit: 'grapheme', maxLength: 12 });
/** Blanks in front of a help text belong to none of its characters. */
const help = text.filter((each) => !/^[ \t]/.test(each));
const metricName = fc.oneof(
  fc.stringMatching(/^[A-Za-z_:][A-Za-z0-9_:]{0,8}$/),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
);
const labelName = fc
  .oneof(fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,8}$/), text)
  .filter((name) => name !== '__name__');
const labels = fc
  .uniqueArray(fc.tuple(labelName, text), { selector: ([name]) => name, maxLength: 4 })
  .map(Object.fromEntries<string>);
const sample = fc.record({
  name: metricName,
  labels,
  value: fc.double(),
  time: fc.option(fc.integer({ min: -1e12, max: 4e12 }), { nil: undefined }),
});
const exemplar = fc.option(fc.constantFrom('{} 1', '{trace_id="a\\"\\\\b\\nc"} 0.5 1.25e9', '{"x.y"="# {"} NaN'), {
  nil: undefined,
});

function keyOf({ name, labels: all }: Exposed): string {
  return JSON.stringify([name, Object.entries(all).toSorted(([one], [two]) => (one < two ? -1 : 1))]);
}

/** Gauges with help; their samples and others beside them. */
const exposition = fc
  .record({
    described: fc.uniqueArray(fc.tuple(metricName, fc.option(help, { nil: undefined })), {
      selector: ([name]) => name,
      maxLength: 4,
    }),
    series: fc.uniqueArray(sample, { selector: keyOf, maxLength: 12 }),
    exemplars: fc.array(exemplar, { minLength: 12, maxLength: 12 }),
  })
  .map(({ described, series, exemplars }): Written => {
    const families = new Map(
      described.map(([name, help]): [string, Family] => [name, { type: 'gauge', help, unit: undefined }]),
    );
    return { families, series, exemplars };
  });

describe.each(formats)('what is written as %s', (format: Format) => {
  it('is read as the same', () => {
    fc.assert(
      fc.property(exposition, (all) => {
        const bytes = new TextEncoder().encode(written(all, format));
        const parsed = parseExposition(bytes, format);
        expect(parsed).toEqual({ series: all.series, families: all.families });
      }),
      { numRuns: runs(300) },
    );
  });

  it('and then cut off is a fault, or says less and says so by its end', () => {
    fc.assert(
      fc.property(exposition, fc.double({ min: 0, max: 1, noNaN: true }), (all, part) => {
        const whole = written(all, format);
        const cut = whole.slice(0, Math.floor(part * (whole.length - 1)));
        const parsed = parseExposition(cut, format);
        const isWholeLines = cut === '' || cut.endsWith('\n') || /(^|\n)[ \t]*$/.test(cut);
        const isWholeText = format === 'openmetrics' ? cut.endsWith('\n# EOF') || cut === '# EOF' : isWholeLines;
        expect(isFaulty(parsed)).toBe(!isWholeText);
      }),
      { numRuns: runs(300) },
    );
  });

  it('in any other text never throws, and every fault has its place', () => {
    const noise = fc.array(
      fc.constantFrom(
        '#',
        ' ',
        '# TYPE ',
        '# HELP ',
        '# EOF',
        '\n',
        '"',
        '\\',
        '{',
        '}',
        ',',
        '=',
        'a',
        '_total',
        '1',
        'NaN',
        ' # ',
        'counter',
        'é',
        '\t',
        '\r',
        '\0',
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(noise, (parts) => {
        const all = parts.join('');
        const parsed = parseExposition(all, format);
        const lines = all.split('\n');
        for (const { line, column } of isFaulty(parsed) ? parsed.faults : []) {
          expect(line).toBeLessThanOrEqual(lines.length);
          expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
        }
      }),
      { numRuns: runs(1000) },
    );
  });
});
