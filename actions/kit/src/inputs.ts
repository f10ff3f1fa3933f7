/** A gate's inputs, each an input of the action and a flag of the command: read, checked and typed, or all faults at once. */

import type { Fault } from '@shipgate/schemas';
import { shownValue, suggest } from '@shipgate/schemas';
import type { InputSpec, InputValues } from './input-spec.ts';
import type { InputValue } from './input-values.ts';
import { parseValue } from './input-values.ts';

export type { InputSpec, InputValues } from './input-spec.ts';

/** What a command line asks for besides inputs. */
export interface Modes {
  readonly help: boolean;
  readonly version: boolean;
  readonly json: boolean;
  /** false with `--no-color`. */
  readonly color: boolean;
}

export interface InputSource {
  /** Without node and the script. */
  readonly arguments: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether INPUT_ variables are read. */
  readonly github: boolean;
}

export interface InputsRead<Specs extends readonly InputSpec[]> {
  readonly modes: Modes;
  /** Only to be used when there is no fault. */
  readonly values: InputValues<Specs>;
  readonly faults: readonly Fault[];
}

/** Reads every input; a flag wins over the action's input, an empty value is none. */
export function readInputs<const Specs extends readonly InputSpec[]>(
  specs: Specs,
  source: InputSource,
): InputsRead<Specs> {
  const faults: Fault[] = [];
  const flags = readFlags(specs, source.arguments, faults);
  const values: Record<string, InputValue | undefined> = {};
  for (const spec of specs) {
    const flag = flags.given.get(spec.name)?.join('\n');
    const fromAction = source.github ? source.env[inputVariable(spec.name)] : undefined;
    const text = [flag, fromAction, spec.default]
      .map((each) => each?.trim())
      .find((each) => each !== undefined && each !== '');
    if (text === undefined) continue;
    const parsed = parseValue(spec, text);
    if ('expected' in parsed) faults.push(valueFault(spec, text, parsed.expected, flag !== undefined, parsed.meant));
    else values[spec.name] = parsed.value;
  }
  // The one cast: keys and kinds come from the same specs as the type.
  return { modes: flags.modes, values: values as InputValues<Specs>, faults };
}

/** The variable in which GitHub's runner hands over an input: blanks as `_`, upper case, hyphens stay (as core.getInput reads it). */
export function inputVariable(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
}

function valueFault(spec: InputSpec, got: string, expected: string, isFlag: boolean, meant: string | undefined): Fault {
  const name = isFlag ? `--${spec.name}` : spec.name;
  return {
    title: `input ${name} has a value that cannot be`,
    expected,
    got: shownValue(got),
    do: meant === undefined ? `give ${name} one of those` : `did you mean "${meant}"?`,
  };
}

const modeNames = ['help', 'version', 'json', 'color'] as const;

interface Flags {
  readonly modes: Modes;
  readonly given: ReadonlyMap<string, readonly string[]>;
}

function readFlags(specs: readonly InputSpec[], argv: readonly string[], faults: Fault[]): Flags {
  const given = new Map<string, string[]>();
  const modes = { help: false, version: false, json: false, color: true };
  for (let index = 0; index < argv.length; index += 1) {
    const argument = argv[index] === '-h' ? '--help' : (argv[index] ?? '');
    const [, no, base = '', inline] = /^--(no-)?([^=]+)(?:=(.*))?$/s.exec(argument) ?? [];
    const mode = modeNames.find(
      (name) => name === base && inline === undefined && (no === undefined || name === 'color'),
    );
    const spec = specs.find(({ name }) => name === `${no ?? ''}${base}`);
    const negated = no === undefined ? undefined : specs.find(({ name, kind }) => name === base && kind === 'boolean');
    if (spec === undefined && mode !== undefined) modes[mode] = no === undefined;
    else if (spec?.kind === 'boolean' && inline === undefined) give(given, spec, 'true', faults);
    else if (negated !== undefined && inline === undefined) give(given, negated, 'false', faults);
    else if (spec === undefined) faults.push(unknownFlag(specs, argument));
    else {
      const next = argv[index + 1];
      const takesNext = inline === undefined && next !== undefined && !next.startsWith('--');
      if (takesNext) index += 1;
      if (inline === undefined && !takesNext) faults.push(missingValue(spec));
      else give(given, spec, inline ?? next ?? '', faults);
    }
  }
  return { modes, given };
}

function give(given: Map<string, string[]>, spec: InputSpec, value: string, faults: Fault[]): void {
  const before = given.get(spec.name);
  if (before === undefined || spec.kind === 'list' || spec.repeatable === true) {
    given.set(spec.name, [...(before ?? []), value]);
    return;
  }
  faults.push({
    title: `flag --${spec.name} is given more than once`,
    expected: `one --${spec.name}`,
    got: [...before, value].map(shownValue).join(', '),
    do: 'keep one of them',
  });
}

function missingValue(spec: InputSpec): Fault {
  return {
    title: `flag --${spec.name} has no value`,
    expected: `--${spec.name} ${placeholder(spec)}`,
    got: `--${spec.name}`,
    do: `give a value behind it; one that begins with "--" as --${spec.name}=VALUE`,
  };
}

function unknownFlag(specs: readonly InputSpec[], argument: string): Fault {
  const isFlag = argument.startsWith('--');
  const name = argument.replace(/^-+/, '').replace(/=.*$/s, '');
  // A value that was given without its flag may be anything.
  const [visible, shown] = [shownValue(name), shownValue(argument)];
  const meant = suggest(name, [...specs.map((spec) => spec.name), 'help', 'version', 'json', 'no-color']);
  return {
    title: isFlag ? `unknown flag --${visible}` : `${shown === argument ? `"${argument}"` : shown} belongs to no flag`,
    expected: 'flags of this gate, as --name VALUE',
    got: isFlag ? `--${visible}` : shown,
    do: `${meant === undefined ? '' : `did you mean "--${meant}"? `}All flags: --help`,
  };
}

/** What stands behind a flag in `--help`; nothing behind a boolean. */
export function placeholder(spec: InputSpec): string {
  if (spec.kind === 'boolean') return '';
  if (spec.kind === 'choice') return `<${(spec.choices ?? []).join('|')}>`;
  return { string: '<text>', path: '<path>', integer: '<number>', duration: '<duration>', list: '<item>' }[spec.kind];
}
