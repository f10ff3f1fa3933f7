import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { runs } from '../../scripts/vitest/thoroughly.ts';
import { readCanaryPlan } from './canary-plan.ts';
import { readShipgateFile } from './document.ts';
import { formatFault } from './fault-text.ts';
import { policyAlone } from './policy-alone.ts';

const file = 'plan.yml';
const words = { title: 't', expected: 'e', got: 'g', do: 'd' };

function planOf(text: string) {
  const { value, faults } = readCanaryPlan(text, { file });
  expect(faults).toEqual([]);
  if (value === undefined) throw new Error('no value');
  return value;
}

/** What stands in the text where `part` of the value is said to stand. */
function pointedAt(text: string, path: readonly (string | number)[], part: readonly [number, number]): string {
  const { line, column, endColumn = column } = planOf(text).places.placeOf(path, part);
  return (text.split('\n')[line - 1] ?? '').slice(column - 1, endColumn - 1);
}

describe('a plan', () => {
  it('is the section of a shipgate file, or a file of its own, and reads the same', () => {
    const alone = planOf('steps: [10, 100]\n');
    const section = planOf('version: 1\nservice: { name: orders }\ncanary:\n  steps: [10, 100]\n');
    expect(section.canary).toEqual(alone.canary);
    expect([alone.service, section.service]).toEqual([undefined, 'orders']);
    expect([alone.file, section.file?.version]).toEqual([undefined, 1]);
  });

  it('has the same faults in both, and the places of each', () => {
    const told = (text: string) => readCanaryPlan(text, { file }).faults.map((f) => [f.location?.line, f.title]);
    const title = 'unknown key "stepps" in canary';
    expect(told('stepps: []\n')).toEqual([[1, title]]);
    expect(told('version: 1\ncanary:\n  stepps: []\n')).toEqual([[3, title]]);
  });

  it('is not stopped by the sections of other gates', () => {
    const { value, warnings } = readCanaryPlan('version: 1\ncanary: {}\nmigrations: { pth: x }\n', { file });
    expect(value?.canary).toEqual({});
    expect(warnings.map(({ title }) => title)).toEqual(['unknown key "pth" in migrations']);
  });

  it('only warns migrate-gate', () => {
    const text = 'version: 1\ncanary: { steps: [20, 10] }\n';
    const { value, warnings } = readShipgateFile(text, { file, section: 'migrations' });
    expect(value).toEqual({ version: 1 });
    expect(warnings[0]?.do).toContain('not read by migrate-gate, so only a warning; give 25');
  });

  it.each([
    ['steps: [10]\n', true],
    ['mode: literal\nunknown: 1\n', true],
    ['version: 1\ncanary: {}\n', false],
    ['service: { name: x }\nsteps: [10]\n', false],
    ['anything: 1\n', false],
    ['[10]\n', false],
    ['a: [\n', false],
  ])('is told from a shipgate file by its keys: %j', (text, isAlone) =>
    expect(policyAlone(text) === 'canary-plan').toBe(isAlone),
  );

  it('takes a latency trigger up to the highest edge, of the default ones too', () => {
    const told = (text: string) => readCanaryPlan(text, { file }).faults.map((fault) => fault.expected);
    expect(told('triggers: { latency-p95: { above: 2s } }\n')).toEqual([]);
    expect(told('triggers: { latency-p95: { above: 2500ms } }\n')).toEqual([
      'at most 2s, the highest edge of a metric that decides',
    ]);
  });

  it('has all its faults told at once, in order of the file', () => {
    const text = 'steps: [10, 5]\nalpha: 2\ntest: S\nat-maxx: hold\nsource: { kind: scrape }\n';
    const { faults } = readCanaryPlan(text, { file });
    expect(faults.map(({ location }) => location?.line)).toEqual([1, 2, 3, 4, 5]);
  });

  it.each(['', '- 1\n', 'a: [\n', '\u0000'])('is refused with a fault when the file is %j', (text) => {
    const { value, faults } = readCanaryPlan(text, { file });
    expect([value, faults.length]).toEqual([undefined, 1]);
  });
});

describe('secrets', () => {
  const text = readFileSync(join(import.meta.dirname, '../examples/reject/canary-secrets.shipgate.yml'), 'utf8');
  const section = text.slice(text.indexOf('canary:\n') + 8).replaceAll(/^ {2}/gm, '');

  it.each([
    ['in the section', text],
    ['in a plan alone', section],
    ['beside a key that is there twice', section.replace('timeout: never', 'kind: scrape')],
    ['in text that is not YAML', 'source:\n  token: not-shown-1\n  url: [\n'],
    ['in a router', 'router:\n  kind: haproxy\n  password: not-shown\n  token-env: not-shown\nmode: x\n'],
  ])('are not shown again, %s', (_, input) => {
    const { faults } = readCanaryPlan(input, { file });
    expect(faults.length).toBeGreaterThan(0);
    const shown = faults.map((fault) => formatFault(fault)).join('\n');
    expect(shown.replaceAll(file, '')).not.toContain('not-shown');
    expect(JSON.stringify(faults)).not.toContain('not-shown');
  });
});

describe('places inside a text of the plan', () => {
  const query = 'http_requests_total{code=~"5.."}';
  const at = [query.indexOf('code'), query.indexOf('code') + 4] as const;
  const path = ['gauges', 0, 'query'];

  it.each([
    ['plain', 'x{code="5"}', '    query: x{code="5"}\n'],
    ['single-quoted', query, `    query: '${query}'\n`],
    ['double-quoted', query, `    query: ${JSON.stringify(query)}\n`],
    ['with quotes doubled', `it's{code}`, "    query: 'it''s{code}'\n"],
    ['with escapes', `a\tb\u{1F600}{code}`, '    query: "a\\tb\\U0001F600{code}"\n'],
    ['literal block', `sum(\n  a{code}\n)\n`, '    query: |\n      sum(\n        a{code}\n      )\n'],
    ['folded block', `sum( a{code} )`, '    query: >-\n      sum(\n      a{code}\n      )\n'],
    ['folded quotes', `sum( a{code} )`, '    query: "sum(\n      a{code}\n      )"\n'],
    ['escaped line end', `sum(a{code})`, '    query: "sum(\\\n      a{code})"\n'],
    ['plain over two lines', `sum( a{code} )`, '    query: sum(\n      a{code}\n      )\n'],
    ['Windows line ends', `sum( a{code} )`, '    query: >-\r\n      sum(\r\n      a{code}\r\n      )\r\n'],
  ])('are exact: %s', (_, value, line) => {
    const text = `gauges:\n  - name: g\n    above: 1\n${line}`;
    const written = planOf(text).canary.gauges?.[0]?.query ?? '';
    expect(written).toBe(value);
    const from = written.indexOf('code');
    expect(pointedAt(text, path, [from, from + 4])).toBe('code');
  });

  it('are the place of the alias when the text stands elsewhere', () => {
    const text = `gauges:\n  - { name: g, above: 1, query: &q '${query}' }\n  - { name: h, above: 1, query: *q }\n`;
    expect(pointedAt(text, ['gauges', 1, 'query'], at)).toBe('*q');
  });

  it('lead to what stands nearest when the plan does not have the part', () => {
    const { places } = planOf('version: 1\ncanary:\n  mode: literal\n');
    expect(places.placeOf(['metrics', 0, 'bad'])).toMatchObject({ line: 2, column: 1 });
    expect(places.faultAt(['mode'], words)).toMatchObject({ ...words, location: { line: 3, column: 9 } });
  });

  it('are exact for every text that YAML can write, but in white space', () => {
    const piece = fc.constantFrom('a', 'b"', "'", '\\', ' ', '\n', '{x="y"}', '#', ': ', 'é', '😀', '\t', '|', '>');
    const style = fc.constantFrom('PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED');
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), style, fc.nat(11), (pieces, form, nth) => {
        const value = `q${pieces.join('')}z`;
        const at = 1 + pieces.slice(0, nth % pieces.length).join('').length;
        const character = value.slice(at, at + 1);
        const gauges = [{ name: 'g', above: 1, query: value }];
        const text = stringify({ gauges }, { defaultStringType: form as 'PLAIN', lineWidth: 30 });
        fc.pre(readCanaryPlan(text, { file }).value?.canary.gauges?.[0]?.query === value);
        const shown = pointedAt(text, path, [at, at + 1]);
        if (!/\s/.test(character))
          expect(shown === character || shown === `\\${character}` || shown === "''").toBe(true);
      }),
      { numRuns: runs(1000) },
    );
  });
});
