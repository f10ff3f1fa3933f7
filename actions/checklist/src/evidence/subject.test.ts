import { describe, expect, it } from 'vitest';
import { commit } from './question.fixture.ts';
import { namedSubject } from './subject.ts';

const outcome = (said: string, subject: Parameters<typeof namedSubject>[1] = { commit, version: '2.4.0' }) =>
  namedSubject(said, subject, 'the service').outcome;

describe('a text that names a version or a commit', () => {
  it.each(['2.4.0', 'v2.4.0', ' 2.4.0\n', commit, commit.slice(0, 7), commit.slice(0, 12).toUpperCase()])(
    '%j is ours',
    (said) => {
      expect(outcome(said)).toBe('pass');
    },
  );

  it.each(['2.4.1', '2.4.0-rc.1', '2.4', '', 'latest', commit.slice(0, 6), `${commit}0`, 'f'.repeat(40)])(
    '%j is another',
    (said) => {
      expect(outcome(said)).toBe('stale');
    },
  );

  it('is not known when nobody said ours, or only what it does not name', () => {
    expect([outcome('2.4.0', {}), outcome(commit, {}), outcome('2.4.0', { commit })]).toEqual([
      'unknown',
      'unknown',
      'unknown',
    ]);
    expect([outcome('v2.4.0', { version: 'v2.4.0' }), outcome(commit, { commit })]).toEqual(['pass', 'pass']);
  });

  it('is cut and stays one line of what is shown', () => {
    expect(namedSubject('x'.repeat(500), { version: '2.4.0' }, 'the service').seen.length).toBeLessThan(100);
  });
});
