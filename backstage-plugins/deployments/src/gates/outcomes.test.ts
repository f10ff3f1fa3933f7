// @vitest-environment node

import type { GateResult } from '@shipgate/backstage-plugin-deployments-common';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outcomeLook } from './outcomes';
import { reasonLook } from './reason-look';

describe('an outcome', () => {
  it.each([
    ['pass', 'pass', 'good', 'tick'],
    ['fail', 'fail', 'stop', 'octagon'],
    ['unknown', 'unknown', 'caution', 'question'],
    ['not-proven', 'notProven', 'caution', 'question'],
  ] as const)('%s has a word, a colour and a shape of its own', (outcome, word, tone, sign) => {
    expect(outcomeLook(outcome)).toEqual({ word, tone, sign });
  });

  it('looks like a pass only when it is one', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom('Pass', 'pass ', 'passed', 'toString')), (text) => {
        const { word, tone, sign } = outcomeLook(text as GateResult['outcome']);
        expect([word === 'pass', tone === 'good', sign === 'tick']).toEqual(Array(3).fill(text === 'pass'));
      }),
    );
  });
});

describe('a reason', () => {
  it.each([
    ['fail', 'data-loss', 'dataLoss', 'stop'],
    ['fail', 'error', 'fault', 'stop'],
    ['fail', 'warning', 'fault', 'stop'],
    ['unknown', 'error', 'blocksUnknown', 'caution'],
    ['no', 'error', 'warning', 'caution'],
    ['no', 'warning', 'warning', 'caution'],
    ['no', 'note', 'note', 'rest'],
  ] as const)('that blocks %s with severity %s is said to be %s', (blocks, severity, word, tone) => {
    expect(reasonLook({ blocks, severity })).toEqual({ word, tone });
  });
});
