import { describe, expect, it } from 'vitest';
import type { Step } from './steps.ts';
import { lineOf, runStep, runSteps, steps } from './steps.ts';

const step = (name: string, says = false): Step => ({ name, check: [], fix: null, says });
const script = (code: string): readonly string[] => ['-e', code];

describe('steps', () => {
  it('all run, whatever the ones before said, and what a failing one printed is shown', async () => {
    const printed: string[] = [];
    const results = await runSteps(
      [
        [step('one'), script("console.log('quiet')")],
        [step('two'), script("console.log('out'); console.error('why'); process.exit(3)")],
        [step('three', true), script("console.log('7 files'); console.log('p90 12')")],
      ],
      (line) => printed.push(line),
    );
    expect(results.map(({ ok }) => ok)).toEqual([true, false, true]);
    expect(printed[0]).toMatch(/^ok {4}one +\d+\.\d s$/);
    expect(printed[1]).toMatch(/^FAIL {2}two +\d+\.\d s$/);
    expect(printed[2]?.split('\n').sort()).toEqual(['      out', '      why']);
    expect(printed[3]).toMatch(/^ok {4}three +\d+\.\d s {2}p90 12$/);
    expect(printed).toHaveLength(4);
  });

  it('that are ended by a signal fail and say so', async () => {
    const result = await runStep('killed', script("process.kill(process.pid, 'SIGKILL')"));
    expect(result).toMatchObject({ ok: false, output: 'ended by SIGKILL\n' });
  });

  it('that cannot start fail and say why', async () => {
    const result = await runStep('nowhere', script(''), '/nowhere/at/all');
    expect(result.ok).toBe(false);
    expect(result.output).toContain('could not start');
  });

  it('are told in one line even when they said more', () => {
    const result = { name: 'house', ok: true, seconds: 0.449, output: 'a\nb\n' };
    expect(lineOf(result, true)).toBe('ok    house         0.4 s  b');
    expect(lineOf(result, false)).toBe('ok    house         0.4 s');
  });

  it('write nothing when they check', () => {
    expect(steps.flatMap(({ check }) => check)).not.toContain('--write');
    expect(steps.flatMap(({ fix }) => fix ?? ['--write'])).toContain('--write');
  });
});
