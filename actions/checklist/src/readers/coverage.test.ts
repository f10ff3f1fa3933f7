import { describe, expect, it } from 'vitest';
import { judged, refusalOf, reportOf, sample } from './samples.fixture.ts';

function cobertura(attributes: string, lines = ''): Buffer {
  return Buffer.from(
    `<coverage ${attributes}><packages><package><classes><class filename="a.py"><methods/><lines>${lines}</lines></class></classes></package></packages></coverage>`,
  );
}

describe('Cobertura', () => {
  it('counts its lines where it does not say how many they are', () => {
    const lines = '<line number="1" hits="1"/><line number="2" hits="0"/>';
    expect(judged('cobertura', cobertura('line-rate="0.5"', lines)).seen).toContain('coverage is 50\u00a0%');
    expect(judged('cobertura', cobertura('line-rate="0.9"', lines)).outcome).toBe('unknown');
    expect(judged('cobertura', cobertura('line-rate="1"')).outcome).toBe('unknown');
  });

  it('has branches only where it counted some', () => {
    expect([...reportOf('cobertura', sample('cobertura-c8-good.xml')).measures.keys()]).toEqual(['lines', 'branches']);
    const none = cobertura('lines-valid="2" lines-covered="2" branches-valid="0" branches-covered="0" branch-rate="0"');
    expect([...reportOf('cobertura', none).measures.keys()]).toEqual(['lines']);
    expect(judged('cobertura', sample('cobertura-c8-bad.xml'), '> 60%', 'branches').outcome).toBe('pass');
  });

  it.each([
    [
      'a rate of branches that its counts contradict',
      'lines-valid="2" lines-covered="2" branches-valid="4" branches-covered="1" branch-rate="1"',
    ],
    ['a rate without a line', 'line-rate="0.9" branch-rate="0.9"'],
  ])('does not pass by %s', (_what, attributes) => {
    expect(judged('cobertura', cobertura(attributes)).outcome).toBe('unknown');
  });

  it('does not say where in the repository a file is', () => {
    expect(judged('cobertura', sample('cobertura-coverage-py-bad.xml'))).not.toHaveProperty('location');
  });
});

describe('coverage.py', () => {
  it('has lines, branches, and both together as its own percentage', () => {
    const bad = sample('coverage-py-bad.json.txt');
    const shares = [...reportOf('coverage-py', bad).measures].map(([name, { value }]) => [
      name,
      Math.round(value * 1000),
    ]);
    expect(shares).toEqual([
      ['coverage', 700],
      ['lines', 714],
      ['branches', 667],
    ]);
    expect(reportOf('coverage-py', bad)).toMatchObject({ tool: 'coverage.py 7.17.5', zone: 'unsaid' });
    expect(judged('coverage-py', bad, '> 71%', 'lines').outcome).toBe('pass');
    expect(judged('coverage-py', bad, '> 71%', 'coverage').outcome).toBe('fail');
  });

  it('must have totals that are those of its files', () => {
    const text = sample('coverage-py-good.json.txt').toString();
    expect(
      refusalOf(
        'coverage-py',
        text.replace('"orders/total.py"', '"x"').replace('"num_statements": 5', '"num_statements": 9'),
      ),
    ).toContain('totals are those of its files');
    expect(refusalOf('coverage-py', text.replace('"totals"', '"sums"'))).toContain('without its totals');
  });
});
