import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { helpText } from './help.ts';
import type { InputSpec } from './inputs.ts';
import { inputVariable, readInputs } from './inputs.ts';

const specs = [
  { name: 'path', kind: 'path', description: 'Folder of the migrations.' },
  { name: 'scope', kind: 'choice', choices: ['new', 'all'], default: 'new' },
  { name: 'chain', kind: 'boolean', default: 'false' },
  { name: 'step-timeout', kind: 'duration', default: '2m' },
  { name: 'seeds', kind: 'list' },
  { name: 'postgres-version', kind: 'integer' },
  { name: 'no-lock', kind: 'boolean' },
] as const satisfies readonly InputSpec[];

const flags = (...argv: string[]) => readInputs(specs, { arguments: argv, env: {}, github: false });
const action = (env: Record<string, string>) => readInputs(specs, { arguments: [], env, github: true });

describe('inputs', () => {
  it('are typed by their specs', () => {
    const { values } = flags();
    expectTypeOf(values.scope).toEqualTypeOf<'new' | 'all'>();
    expectTypeOf(values.path).toEqualTypeOf<string | undefined>();
    expectTypeOf(values['step-timeout']).toEqualTypeOf<number>();
    expectTypeOf(values.seeds).toEqualTypeOf<readonly string[] | undefined>();
    expect(values).toEqual({ scope: 'new', chain: false, 'step-timeout': 120_000 });
  });

  it('come from flags in both forms', () => {
    const { values, faults } = flags(
      '--path',
      'a b',
      '--scope=all',
      '--chain',
      '--seeds',
      'x.sql',
      '--seeds=y=z.sql',
      '--postgres-version=16',
    );
    expect(faults).toEqual([]);
    expect(values).toEqual({
      path: 'a b',
      scope: 'all',
      chain: true,
      'step-timeout': 120_000,
      seeds: ['x.sql', 'y=z.sql'],
      'postgres-version': 16,
    });
  });

  it('come from the variables of the runner, as @actions/core reads them', async () => {
    const { getInput } = await import('@actions/core');
    const name = 'Step Time-out x';
    process.env[inputVariable(name)] = '  5m \n';
    expect(getInput(name)).toBe('5m');
    delete process.env[inputVariable(name)];
    expect(action({ 'INPUT_STEP-TIMEOUT': '  5m \n', INPUT_SEEDS: 'a.sql\n\n b.sql \r\n' }).values).toMatchObject({
      'step-timeout': 300_000,
      seeds: ['a.sql', 'b.sql'],
    });
  });

  it('are not given when they are empty', () => {
    expect(action({ INPUT_SCOPE: '', INPUT_PATH: '  ' }).values).toMatchObject({ scope: 'new' });
    expect(action({ INPUT_PATH: '' }).values.path).toBeUndefined();
  });

  it('of a flag win over those of the action, whose variables count only in GitHub', () => {
    const env = { INPUT_PATH: 'a' };
    expect(readInputs(specs, { arguments: ['--path', 'b'], env, github: true }).values.path).toBe('b');
    expect(readInputs(specs, { arguments: [], env, github: false }).values.path).toBeUndefined();
  });

  it.each([
    ['--chain', true],
    ['--no-chain', false],
    ['--chain=true', true],
    ['--chain=FALSE', false],
  ])('switch a boolean by %s', (flag, value) => {
    expect(flags(flag).values.chain).toBe(value);
  });

  it('may have a name that begins with "no-"', () => {
    expect(flags('--no-lock').values['no-lock']).toBe(true);
    expect(flags('--no-no-lock').values['no-lock']).toBe(false);
  });

  it.each([
    ['500ms', 500],
    ['90s', 90_000],
    ['1h30m', 5_400_000],
    ['0.5s', 500],
  ])('read the duration %s', (text, value) => {
    expect(flags('--step-timeout', text).values['step-timeout']).toBe(value);
  });

  it('give all faults at once, each with what was meant', () => {
    const { faults } = flags(
      '--pth=x',
      'stray',
      '--scope',
      'al',
      '--chain=yes',
      '--step-timeout',
      '2 minutes',
      '--path',
      'a',
      '--path',
      'b',
      '--seeds',
    );
    expect(faults.map(({ title, do: mend }) => `${title}: ${mend}`)).toEqual([
      'unknown flag --pth: did you mean "--path"? All flags: --help',
      '"stray" belongs to no flag: All flags: --help',
      'flag --path is given more than once: keep one of them',
      'flag --seeds has no value: give a value behind it; one that begins with "--" as --seeds=VALUE',
      'input --scope has a value that cannot be: did you mean "all"?',
      'input --chain has a value that cannot be: give --chain one of those',
      'input --step-timeout has a value that cannot be: give --step-timeout one of those',
    ]);
  });

  it.each(['-1s', '0s', '25d', '1.2.3s', '1 s', 's', '99999999999999h'])('refuse the duration %s', (text) => {
    expect(flags(`--step-timeout=${text}`).faults).toHaveLength(1);
  });

  it.each(['1.5', '1e3', '0x10', 'one'])('refuse the whole number %s', (text) => {
    expect(flags(`--postgres-version=${text}`).faults).toMatchObject([{ expected: 'a whole number', got: text }]);
  });

  it('refuse a whole number that is none here, and tell no long row of digits', () => {
    const [fault] = flags('--postgres-version=99999999999999999').faults;
    expect(fault).toMatchObject({ expected: 'a whole number', got: 'a text of 17 characters' });
  });

  it('tell no value that may be a secret, with or without its flag', () => {
    const secret = `ghp_${'16C7e42F292c6912E7710c838347Ae178B4a'}`;
    const told = flags(
      `--scope=${secret}`,
      `--tokn=${secret}`,
      secret,
      `--${secret}`,
      '--path',
      'a',
      '--path',
      secret,
    ).faults;
    expect(told).toHaveLength(5);
    expect(JSON.stringify(told)).not.toContain(secret.slice(4, 10));
  });

  it('know the modes of every gate', () => {
    expect(flags('--json', '--no-color').modes).toEqual({ help: false, version: false, json: true, color: false });
    expect(flags('-h').modes.help).toBe(true);
    expect(flags('--version').modes.version).toBe(true);
    expect(flags('--no-json').faults).toHaveLength(1);
  });

  it('never throw, whatever the arguments are', () => {
    const argument = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '--',
        '--=',
        '--path',
        '--no-',
        '--no-chain=',
        '--scope=',
        '__proto__',
        '--__proto__=1',
        '--constructor',
      ),
    );
    fc.assert(
      fc.property(fc.array(argument), (argv) => {
        const { values, faults } = flags(...argv);
        expect(Object.keys(values).every((name) => specs.some((spec) => spec.name === name))).toBe(true);
        expect(Array.isArray(faults)).toBe(true);
      }),
    );
  });
});

describe('--help', () => {
  it('lists every flag with its values and default, in 80 columns', () => {
    const text = helpText({ name: 'migrate-gate', version: '1.0.0', description: 'Proves migrations.', inputs: specs });
    expect(text).toContain('  --path <path>\n        Folder of the migrations.');
    expect(text).toContain('  --scope <new|all>\n        Default: new.');
    expect(text).toContain('  --chain\n        Default: false.');
    expect(text).toContain('May be given several times.');
    expect(text.split('\n').every((line) => line.length <= 80)).toBe(true);
  });

  it('says of an action that is no gate what its own exit codes and result are', () => {
    const about = { name: 'report', version: '1.0.0', description: 'Reports.', inputs: specs };
    const text = helpText({ ...about, result: 'the result', exitCodes: '0 all, 1 not all' });
    expect(text).toContain('Print only the result, as JSON, on stdout');
    expect(text.split('\n').at(-1)).toBe('exit code: 0 all, 1 not all');
  });
});
