// @vitest-environment node

import type { GateResult } from '@shipgate/backstage-plugin-deployments-common';
import { describe, expect, it } from 'vitest';
import { busy, deployment, environment, failing, gate, quiet, release, unproven } from '../feed/deployments.fixture';
import { goingOn } from './going-on';
import { sumOf } from './newest-release';

describe('what is going on', () => {
  it('names what failed in production first, then what waits, then what is on its way', () => {
    const said = goingOn(busy.environments).map(({ look, environment: { name } }) => `${look.word} ${name}`);
    expect(said).toEqual(['failed production', 'waiting pre-production', 'moving staging']);
  });

  it('is nothing when every newest deployment runs', () => {
    expect(goingOn(quiet.environments)).toEqual([]);
  });

  it('leaves out what was called off or has succeeded since', () => {
    const environments = ['inactive', 'success'].map((state) => environment(state, { latest: deployment({ state }) }));
    expect(goingOn(environments)).toEqual([]);
  });

  it('does not leave out a state that it does not know', () => {
    const [first] = goingOn([environment('staging', { latest: deployment({ state: 'paused' }) })]);
    expect(first?.look.word).toBe('unknown');
  });
});

describe('the sum of the gates', () => {
  const sum = (...gates: readonly GateResult[]) => {
    const found = sumOf(release({ gates }));
    return found === null ? null : [found.look.word, found.count, found.of, found.worst.id];
  };

  it('is fail when one fails, whatever the others say', () => {
    expect(sum(gate(), unproven, failing)).toEqual(['fail', 1, 3, '2']);
  });

  it('is unknown when one is unknown and none fails', () => {
    expect(sum(gate(), unproven)).toEqual(['unknown', 1, 2, '3']);
  });

  it('is pass only when all pass', () => {
    expect(sum(gate(), gate({ id: '9', gate: 'checklist' }))).toEqual(['pass', 2, 2, '1']);
    expect(sum(gate(), gate({ id: '9', outcome: 'skipped' as GateResult['outcome'] }))).toEqual(['unknown', 1, 2, '9']);
  });

  it('counts no verdict that was given on a pull request', () => {
    expect(sum(gate({ isGating: false }))).toBeNull();
    expect(sum(gate({ isGating: false }), failing)).toEqual(['fail', 1, 1, '2']);
  });
});
