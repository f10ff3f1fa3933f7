import { describe, expect, it } from 'vitest';
import { judged, refusalOf } from './samples.fixture.ts';

const record = (hits: string) => `SF:a.js\n${hits}end_of_record\n`;

describe('lcov', () => {
  it('takes what is worse of its lines and its sums', () => {
    expect(judged('lcov', Buffer.from(record('DA:1,1\nDA:2,0\nLF:2\nLH:2\n'))).seen).toContain('coverage is 50\u00a0%');
    expect(judged('lcov', Buffer.from(record('DA:1,1\nLF:4\nLH:4\n'))).seen).toContain('coverage is 25\u00a0%');
    expect(judged('lcov', Buffer.from(record('LF:4\nLH:3\n'))).seen).toContain('coverage is 75\u00a0%');
  });

  it('has a measure for branches', () => {
    const text = record('DA:1,1\nBRDA:1,0,0,1\nBRDA:1,0,1,-\nBRF:2\nBRH:1\n');
    expect(judged('lcov', Buffer.from(text), '>= 50%', 'branches').outcome).toBe('pass');
    expect(judged('lcov', Buffer.from(text), '> 50%', 'branches').outcome).toBe('fail');
  });

  it.each([
    ['a record that does not end', 'SF:a\nDA:1,1\n', 'cut off'],
    ['a record in a record', 'SF:a\nDA:1,1\nSF:b\nend_of_record\n', 'does not end'],
    ['a last line without its end', 'SF:a\nDA:1,1\nend_of_record', 'cut off'],
    ['a line outside of a record', 'DA:1,1\n', 'outside of any record'],
    ['a count that is no number', record('DA:1,many\n'), 'no number'],
    ['a sum that is no number', record('LF:-1\n'), 'no number'],
  ])('refuses %s', (_what, text, why) => {
    expect(refusalOf('lcov', text)).toContain(why);
  });

  it('cannot tell a cut between two records, so the rest counts as it stands', () => {
    const two = record('DA:1,1\n') + record('DA:1,0\n');
    const cuts = Array.from({ length: two.length }, (_, cut) => cut).filter(
      (cut) => judged('lcov', Buffer.from(two.slice(0, cut))).outcome === 'pass',
    );
    expect(cuts).toEqual([record('DA:1,1\n').length]);
  });
});
