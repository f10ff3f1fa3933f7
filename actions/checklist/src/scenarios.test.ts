import { join } from 'node:path';
import { loadScenarios, runScenario } from '@shipgate/kit/testing/scenario';
import { validateVerdict } from '@shipgate/schemas';
import { describe, expect, it } from 'vitest';

const scenarios = loadScenarios(join(import.meta.dirname, '..', 'scenarios'));
/** All that the gate may ask of a runner. */
const own = ['error', 'warning', 'notice', 'group', 'endgroup'];

describe('the built gate', () => {
  it.each(scenarios.map((scenario) => [scenario.file.title, scenario] as const))('%s', async (_title, scenario) => {
    const { differences, result } = await runScenario(scenario);
    expect(differences).toEqual([]);
    expect(validateVerdict(result.verdict)).toMatchObject({ ok: true });
    expect(result.commands.map(({ name }) => name).filter((name) => !own.includes(name))).toEqual([]);
  });
});
