import { cpSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadScenarios, runScenario } from '@shipgate/kit/testing/scenario';
import { describeScenarios } from '@shipgate/kit/testing/scenario-suite.fixture';
import type { Verdict } from '@shipgate/schemas';
import { describe, expect, it } from 'vitest';
import { entry, gateFolders } from './built-gate.fixture.ts';

const folder = join(import.meta.dirname, '..', 'scenarios');

describeScenarios(import.meta.dirname);

describe('a change without a migration', () => {
  const { folder: make } = gateFolders();

  it('needs no engine: one file of dist is enough', async () => {
    const place = join(make().path, 'dist', 'index.cjs');
    mkdirSync(dirname(place), { recursive: true });
    cpSync(entry, place);
    const [scenario] = loadScenarios(folder, place).filter(({ name }) => name === 'nothing-new');
    if (scenario === undefined) throw new Error('the scenario nothing-new is gone');
    const { result } = await runScenario(scenario, false);
    expect((result.verdict as Verdict).outcome).toBe('pass');
    expect(result.stdout).not.toContain('PostgreSQL');
    console.log(`nothing new: ${Math.round(result.durationMs)} ms from process start to its end`);
  });
});
