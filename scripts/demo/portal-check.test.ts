import type { EntityDeployments } from '@shipgate/backstage-plugin-deployments-common';
import { describe, expect, it } from 'vitest';
import { expectedVersions, portalFaults } from './portal-check.ts';
import type { ReleaseRun } from './releases.ts';

const commit = 'a'.repeat(40);
const verdict = { gate: 'migrate-gate', outcome: 'fail', headline: '1 fault', reasons: [{ code: 'drift' }] };
const run = { release: 'v1.5.0', commit, verdict } as unknown as ReleaseRun;
const shown = (gates: readonly object[], versions: object = expectedVersions) =>
  ({
    environments: Object.entries(versions).map(([name, version]) => ({ name, current: { version } })),
    releases: [{ commit, gates }],
  }) as unknown as EntityDeployments;

describe('the check of the portal', () => {
  it('finds nothing when the portal answers with what was sent', () => {
    expect(portalFaults(shown([verdict]), [run])).toEqual([]);
  });

  it.each([
    ['no verdict', [], 'v1.5.0: expected the verdict of migrate-gate, got none'],
    [
      'another outcome',
      [{ ...verdict, outcome: 'pass' }],
      'v1.5.0: expected fail | 1 fault | drift; got pass | 1 fault | drift',
    ],
    ['a reason less', [{ ...verdict, reasons: [] }], 'v1.5.0: expected fail | 1 fault | drift; got fail | 1 fault'],
  ])('finds %s', (_what, gates, fault) => {
    expect(portalFaults(shown(gates), [run])).toEqual([fault]);
  });

  it('finds another version, order or number of environments', () => {
    const [{ production, ...others }, reversed] = [
      expectedVersions,
      Object.fromEntries(Object.entries(expectedVersions).reverse()),
    ];
    for (const versions of [others, { ...others, production: 'v1.5.0' }, reversed, {}]) {
      expect(portalFaults(shown([verdict], versions), [run])).toEqual([
        expect.stringContaining(`production ${production}; got`),
      ]);
    }
  });
});
