/** What an input of a gate is, and the type of its value. */

export interface InputSpec {
  /** As in action.yml: `step-timeout` is the flag `--step-timeout`. */
  readonly name: string;
  /** One or two sentences; also in action.yml and in `--help`. */
  readonly description?: string;
  /** duration: `90s`, `2m`, `1h30m`, read as milliseconds. list: one per line, or the flag several times. */
  readonly kind: 'string' | 'boolean' | 'choice' | 'integer' | 'duration' | 'list' | 'path';
  readonly choices?: readonly string[];
  /** Written as a user would write it. */
  readonly default?: string;
  /** The flag may come several times, one line each; lists always may. */
  readonly repeatable?: boolean;
}

type ValueOf<Spec extends InputSpec> = Spec['kind'] extends 'boolean'
  ? boolean
  : Spec['kind'] extends 'integer' | 'duration'
    ? number
    : Spec['kind'] extends 'list'
      ? readonly string[]
      : Spec['kind'] extends 'choice'
        ? Spec extends { readonly choices: readonly (infer Choice)[] }
          ? Choice
          : string
        : string;

/** Values by name; undefined is possible where the spec has no default. */
export type InputValues<Specs extends readonly InputSpec[]> = {
  readonly [Spec in Specs[number] as Spec['name']]:
    | ValueOf<Spec>
    | (Spec extends { readonly default: string } ? never : undefined);
};
