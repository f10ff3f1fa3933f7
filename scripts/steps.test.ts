import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Step } from './steps.ts';
import { lineOf, root, runStep, runSteps, steps } from './steps.ts';

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

describe('the types of the plugins', () => {
  let tree = '';
  beforeEach(() => {
    tree = mkdtempSync(join(tmpdir(), 'shipgate-types-'));
    mkdirSync(join(tree, 'backstage-plugins/a/src'), { recursive: true });
    for (const file of ['tsconfig.json', 'backstage-plugins/tsconfig.json']) cpSync(join(root, file), join(tree, file));
    symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
  });
  afterEach(() => rmSync(tree, { recursive: true, force: true }));

  /** What the step says of a made-up component, run where it is the only one. */
  const typesOf = (text: string) => {
    writeFileSync(join(tree, 'backstage-plugins/a/src/index.tsx'), text);
    const { check } = steps.find(({ name }) => name === 'plugin-types') ?? { check: [] };
    return runStep('plugin-types', check, tree);
  };

  it('know JSX and the browser', async () => {
    expect(await typesOf('export const A = () => <b title={document.title}>a</b>;\n')).toMatchObject({ ok: true });
  });

  it('are red for a wrong property and for what may be null', async () => {
    const { ok, output } = await typesOf(
      'export const A = () => <b title={1}>{document.body.firstChild.nodeName}</b>;\n',
    );
    expect(ok).toBe(false);
    expect(output).toContain("firstChild' is possibly 'null'");
    expect(output).toContain("Type 'number' is not assignable to type 'string'");
  });
});
