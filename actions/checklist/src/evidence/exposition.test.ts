import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PageSample, samplesOf } from './exposition.ts';

function samples(text: string): readonly PageSample[] {
  const page = samplesOf(text);
  if (page.kind !== 'read') throw new Error(`line ${page.line}`);
  return page.samples;
}

describe('a page of metrics', () => {
  it('gives its samples', () => {
    const page = [
      '# HELP http_requests_total All requests.',
      '# TYPE http_requests_total counter',
      'http_requests_total{code="200",path="/a\\"b\\\\c\\n"} 1027 1395066363000',
      'up 1',
      '  process_cpu_seconds_total   1.5e2  ',
      'x{} +Inf',
      'y{a="1",} NaN',
      'z -Inf',
      '',
    ];
    const read = samples(page.join('\n'));
    expect(read[0]).toEqual({
      name: 'http_requests_total',
      labels: new Map([
        ['code', '200'],
        ['path', '/a"b\\c\n'],
      ]),
      value: 1027,
      timestamp: 1395066363000,
    });
    expect(read.slice(1).map(({ value }) => value)).toEqual([
      1,
      150,
      Number.POSITIVE_INFINITY,
      Number.NaN,
      Number.NEGATIVE_INFINITY,
    ]);
  });

  it('of OpenMetrics has exemplars and an end', () => {
    const page = samplesOf('foo_bucket{le="0.1"} 8 # {trace_id="a"} 0.054 1.5\nfoo_total 3 # {} 1\n# EOF\n');
    expect(page).toMatchObject({ kind: 'read', isOpenMetrics: true, samples: [{ value: 8 }, { value: 3 }] });
    expect(samplesOf('# EOF\nup 1\n')).toEqual({ kind: 'unreadable', line: 2 });
  });

  it.each([
    '<html>',
    'up',
    'up one',
    'up 1 2 3',
    '{a="b"} 1',
    'up{a="b" 1',
    'up{a="1",a="2"} 1',
    'up{a=b} 1',
    'up{a="1"b="2"} 1',
    'up{,} 1',
    'up 0x10',
    'up 1 soon',
    '1up 1',
    'up 1 # x',
    '{"status":"ok"}',
  ])('is none with the line %s', (line) => {
    expect(samplesOf(`ok 1\n${line}\n`)).toEqual({ kind: 'unreadable', line: 2 });
  });

  it('gives back every label that was written', () => {
    const escaped = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
    const text = fc.string({ unit: 'grapheme' }).filter((value) => !value.includes('\r'));
    fc.assert(fc.property(text, (value) => samples(`up{a="${escaped(value)}"} 1`)[0]?.labels.get('a') === value));
  });

  it('never throws and never hangs, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'a{}="\\,# 1\n\t') }),
        (text) => samplesOf(text).kind !== undefined,
      ),
    );
    expect(samplesOf(`up{${'a="'.repeat(200_000)}`).kind).toBe('unreadable');
    expect(samplesOf(`up 1 #${' '.repeat(500_000)}x`).kind).toBe('unreadable');
  });
});
