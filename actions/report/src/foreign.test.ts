import type { Subject } from '@shipgate/schemas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foreignParts, foreignVerdict } from './foreign.ts';

const expected = {
  ...{ repository: 'acme/orders', commit: 'a'.repeat(40), run: { id: '12', attempt: 2 } },
  ...{ event: 'pull_request', ref: 'refs/pull/7/merge' },
};

describe('a verdict on something else', () => {
  it('is none when it leaves out what it may', () => {
    const { repository, commit } = expected;
    expect(foreignParts({ repository, commit }, expected)).toEqual([]);
    expect(foreignParts({ repository: 'Acme/Orders', commit }, expected)).toEqual([]);
  });

  it('is none of an earlier attempt, and is one of a later', () => {
    const { repository, commit } = expected;
    expect(foreignParts({ repository, commit, run: { id: '12', attempt: 1 } }, expected)).toEqual([]);
    expect(foreignParts({ repository, commit, run: { id: '12', attempt: 3 } }, expected)).toEqual([
      'attempt 3 and not 2',
    ]);
  });

  it('is told by every part that disagrees, whichever they are', () => {
    const wrong: Required<Pick<Subject, 'repository' | 'commit' | 'run' | 'event' | 'ref'>> = {
      ...{ repository: 'other/orders', commit: 'b'.repeat(40), run: { id: '13', attempt: 2 }, event: 'push', ref: 'x' },
    };
    const names = ['repository', 'commit', 'run', 'event', 'ref'] as const;
    fc.assert(
      fc.property(fc.subarray([...names]), (broken) => {
        const subject = Object.fromEntries(
          names.map((name) => [name, broken.includes(name) ? wrong[name] : expected[name]]),
        );
        expect(foreignParts(subject, expected).map((part) => part.split(' ')[0])).toEqual(broken);
        expect(foreignVerdict('v.json', subject, expected) === undefined).toBe(broken.length === 0);
      }),
    );
  });
});
