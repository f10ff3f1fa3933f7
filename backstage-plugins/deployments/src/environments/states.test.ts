// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comingLook, runningLook } from './states';

describe('a state of a deployment', () => {
  it.each([
    ['success', 'healthy'],
    ['failure', 'failed'],
    ['error', 'failed'],
    ['inactive', 'inactive'],
    ['in_progress', 'unknown'],
  ])('%s of what runs is %s', (state, word) => {
    expect(runningLook(state).word).toBe(word);
  });

  it.each([
    ['queued', 'moving'],
    ['pending', 'moving'],
    ['in_progress', 'moving'],
    ['waiting', 'waiting'],
    ['failure', 'failed'],
    ['error', 'failed'],
    ['inactive', 'inactive'],
  ])('%s of what is newer is %s', (state, word) => {
    expect(comingLook(state)?.word).toBe(word);
  });

  it('success of what is newer tells nothing', () => {
    expect(comingLook('success')).toBeNull();
  });

  it('that GitHub has yet to invent is unknown, never healthy', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom('constructor', '__proto__', 'SUCCESS')), (state) => {
        fc.pre(state !== 'success' && state !== 'failure' && state !== 'error' && state !== 'inactive');
        expect(runningLook(state)).toMatchObject({ word: 'unknown', tone: 'caution' });
      }),
    );
  });
});
