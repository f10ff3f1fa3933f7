// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { current, deployment, environment } from '../feed/deployments.fixture';
import { followed } from './followed';

const rollout = (state: string) => deployment({ state, weight: 10 });

describe('a deployment', () => {
  it.each([
    ['in_progress', true],
    ['queued', true],
    ['failure', true],
    ['error', true],
    ['success', false],
    ['waiting', false],
    ['inactive', false],
    ['invented-later', false],
  ])('in the state %s is followed line by line: %s', (state, expected) => {
    expect(followed(environment('production', { latest: rollout(state) })) !== null).toBe(expected);
  });

  it('is followed when it is the newest of its environment, whether it had succeeded or not', () => {
    const gone = current({ id: '1', state: 'failure', weight: 0 });
    expect(followed(environment('production', { current: gone }))?.id).toBe('1');
    expect(followed(environment('production', { current: gone, latest: rollout('waiting') }))).toBeNull();
    expect(followed(environment('production'))).toBeNull();
  });
});
