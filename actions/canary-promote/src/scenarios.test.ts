import { readFileSync } from 'node:fs';
import { describeScenarios } from '@shipgate/kit/testing/scenario-suite.fixture';
import { describe, expect, it } from 'vitest';
import { pathOf, recordings, textFor } from '../scenarios/recordings.ts';

describeScenarios(import.meta.dirname);

describe('the recordings of the scenarios', () => {
  it.each(recordings.map((recorded) => [recorded.scenario, recorded] as const))(
    '%s is what its seed makes',
    async (_scenario, recorded) => {
      expect(readFileSync(pathOf(recorded), 'utf8')).toBe(await textFor(recorded));
    },
  );
});
