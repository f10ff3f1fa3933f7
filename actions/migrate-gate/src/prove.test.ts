import type { Progress } from '@shipgate/kit/progress';
import { describe, expect, it } from 'vitest';
import { EngineError } from './ports.ts';
import type { ProofPlan, Proven } from './prove.ts';
import { prove } from './prove.ts';
import { numbered } from './testing/facts.ts';
import { step } from './testing/migrations.ts';
import { ToyEngine } from './testing/toy-engine.ts';
import { Stage } from './trial/stage.ts';
import { cameBack, isClean, NotRepeatable } from './trial/step.ts';

const [one, two, three] = [numbered(1), numbered(2), numbered(3)];

async function run(changes: Partial<ProofPlan>, engine = new ToyEngine()) {
  const lines: string[] = [];
  const progress: Progress = {
    heading: () => undefined,
    stage: (name, text, state) => void (state === '..' || lines.push(`${state} ${name}: ${text}`)),
    note: () => undefined,
  };
  const proven: Proven = { alone: [], groups: new Map(), together: null, chain: null, engine: null };
  const plan: ProofPlan = { scope: 'new', base: [], batch: [], mended: [], chain: false, ...changes };
  const error = await prove(new Stage(engine, null), plan, progress, proven).catch((reason: unknown) => reason);
  return { proven, lines, error };
}

describe('prove', () => {
  it('tries one new migration alone: it is its own batch', async () => {
    const { proven, lines } = await run({ base: [one], batch: [two] });
    expect(proven).toMatchObject({ together: null, chain: null, engine: { version: '0.1' } });
    expect(proven.alone.map(cameBack)).toEqual([true]);
    expect(lines).toEqual([
      'ok engine: PostgreSQL 0.1 embedded',
      'ok base: 1 migration',
      'ok step: 1 of 1 up, down, up alone',
    ]);
  });

  it('tries several together first, and then each alone', async () => {
    const { proven, lines } = await run({ batch: [one, two] });
    expect(proven.together !== null && isClean(proven.together)).toBe(true);
    expect(lines.slice(1)).toEqual(['ok batch: 2 up, down, up together', 'ok step: 2 of 2 up, down, up alone']);
  });

  const left = step('2_left', 'CREATE TABLE left_behind (n int)', 'SELECT 1');
  const heir = step('3_heir', 'CREATE TABLE heir (n int)', 'DROP TABLE heir; DROP TABLE left_behind');

  it('does not shout about a step that the batch makes clean', async () => {
    const { lines } = await run({ batch: [left, heir] });
    expect(lines.slice(1)).toEqual(['ok batch: 2 up, down, up together', 'skip step: 0 of 2 up, down, up alone']);
  });

  it('tells a batch and a step that do not come back', async () => {
    const { lines } = await run({ batch: [one, left] });
    expect(lines.slice(1)).toEqual(['FAIL batch: 2 up, down, up together', 'FAIL step: 1 of 2 up, down, up alone']);
  });

  it('tries an old migration with a new way down at its place in the history', async () => {
    const { proven, lines } = await run({ base: [one, two, three], mended: [{ base: [one], step: two }] });
    expect(proven.alone.map(({ step: of }) => of)).toEqual([two]);
    expect(lines.at(-1)).toBe('ok step: 1 of 1 up, down, up alone');
  });

  it('does not excuse such a one by a clean batch', async () => {
    const { lines } = await run({ base: [left], batch: [one, two], mended: [{ base: [], step: left }] });
    expect(lines.at(-1)).toBe('FAIL step: 2 of 3 up, down, up alone');
  });

  it('looks for the neighbours of what does not come back, in a whole history', async () => {
    const { proven, lines } = await run({ scope: 'all', batch: [one, left, heir] });
    expect(proven.together).toBeNull();
    expect([...proven.groups]).toEqual([
      ['2_left', ['2_left', '3_heir']],
      ['3_heir', ['2_left', '3_heir']],
    ]);
    expect(lines.at(-1)).toBe('ok group: 2 of 2 come back with their neighbours');
  });

  it('runs the whole history as a chain when asked to', async () => {
    const { proven, lines } = await run({ base: [one], batch: [two], chain: true });
    expect(proven.chain?.steps).toEqual([one, two]);
    expect(lines.at(-1)).toBe('ok chain: 2 up, all the way down, up');
  });

  it('keeps what was seen when the engine gives up', async () => {
    const { proven, error } = await run(
      { batch: [one, left, three], scope: 'all' },
      new ToyEngine({ mostDatabases: 1 }),
    );
    expect(error).toBeInstanceOf(EngineError);
    expect(proven.alone.map(({ step: of }) => of)).toEqual([one]);
    expect(proven.engine).not.toBeNull();
  });

  it('stops where the base does not run', async () => {
    const { proven, error } = await run({ base: [step('1_odd', 'DROP TABLE nothing', null)], batch: [two] });
    expect(error).toBeInstanceOf(NotRepeatable);
    expect(proven.alone).toEqual([]);
  });
});
