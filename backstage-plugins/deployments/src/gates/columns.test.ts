// @vitest-environment node

import type { GateResult } from '@shipgate/backstage-plugin-deployments-common';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gate, release } from '../feed/deployments.fixture';
import { COLUMNS, columnsOf, rowsOf } from './columns';

const releases = (count: number) => Array.from({ length: count }, (_, at) => release({ commit: `c${at}` }));

describe('the columns', () => {
  it('are the newest releases', () => {
    const { shown, newer, older } = columnsOf(releases(5), null);
    expect([shown.map(({ commit }) => commit), newer, older]).toEqual([['c0', 'c1', 'c2'], 0, 2]);
  });

  it('stay where the reader is when a release comes in', () => {
    const before = columnsOf(releases(7), 'c3');
    const after = columnsOf([release({ commit: 'new' }), ...releases(7)], 'c3');
    expect(after.shown).toEqual(before.shown);
    expect(after.newer).toBe(before.newer + 1);
  });

  it('are the newest again when the release that the reader was at is gone', () => {
    expect(columnsOf(releases(4), 'gone').shown[0]?.commit).toBe('c0');
  });

  it('leave no release out of the count', () => {
    fc.assert(
      fc.property(fc.nat(12), fc.nat(12), (count, at) => {
        const { shown, newer, older } = columnsOf(releases(count), `c${at}`);
        expect(newer + shown.length + older).toBe(count);
        expect(shown.length).toBe(Math.min(COLUMNS, count - newer));
      }),
    );
  });
});

describe('the rows', () => {
  it('are the gates that have judged, in the fixed order', () => {
    const some = release({ gates: [gate({ gate: 'canary-promote' }), gate({ gate: 'migrate-gate' })] });
    expect(rowsOf([some, release({ gates: [gate({ gate: 'checklist' })] })])).toEqual([
      'migrate-gate',
      'checklist',
      'canary-promote',
    ]);
  });

  it('name a gate of a newer backend last', () => {
    const unknown = 'license-scan' as GateResult['gate'];
    expect(rowsOf([release({ gates: [gate({ gate: unknown }), gate()] })])).toEqual(['migrate-gate', unknown]);
  });
});
