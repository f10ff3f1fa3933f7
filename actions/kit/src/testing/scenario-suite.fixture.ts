/** The scenarios of a gate as tests of its built file. */
import { join } from 'node:path';
import { validateVerdict } from '@shipgate/schemas';
import { describe, expect, it } from 'vitest';
import { loadScenarios, runScenario } from './scenario.ts';
import type { Prepare } from './scenario-given.ts';

/** All that a gate may ask of a runner. */
const own = ['error', 'warning', 'notice', 'group', 'endgroup'];

/** `source` is the folder of the gate's sources: scenarios/ and dist/ stand beside it. */
export function describeScenarios(source: string, prepare?: Prepare): void {
  const scenarios = loadScenarios(join(source, '..', 'scenarios'));
  describe('the built gate', () => {
    it.each(scenarios.map((scenario) => [scenario.file.title, scenario] as const))('%s', async (_title, scenario) => {
      const { differences, result } = await runScenario(scenario, undefined, prepare);
      expect(differences).toEqual([]);
      expect(validateVerdict(result.verdict)).toMatchObject({ ok: true });
      expect(result.commands.map(({ name }) => name).filter((name) => !own.includes(name))).toEqual([]);
    });
  });
}
