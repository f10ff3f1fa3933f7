/** The text of `--help`, made from the specs of the inputs. */
import { wrapWords } from './columns.ts';
import type { InputSpec } from './inputs.ts';
import { placeholder } from './inputs.ts';

export interface HelpSubject {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly inputs: readonly InputSpec[];
  /** What `--json` prints. Default: the verdict. */
  readonly result?: string;
  readonly exitCodes?: string;
}

const modes: readonly (readonly [string, string])[] = [
  ['--no-color', 'No colour (also: NO_COLOR; FORCE_COLOR=1 forces it).'],
  ['--version', 'Print name and version.'],
  ['--help', 'Print this text.'],
];

/** 80 columns, one flag after the other, the inputs first. */
export function helpText(subject: HelpSubject): string {
  const { result = 'the verdict', exitCodes = '0 pass, 1 fail, 2 unknown or could not run' } = subject;
  const flags = subject.inputs.map((spec) => [flagOf(spec), describe(spec)] as const);
  const json = `Print only ${result}, as JSON, on stdout; the text for people goes to stderr.`;
  return [
    `${subject.name} ${subject.version}`,
    ...wrapWords(subject.description, 80),
    '',
    'usage: node index.cjs [--name VALUE ...]',
    '',
    ...[...flags, ['--json', json] as const, ...modes].flatMap(([flag, text]) => [`  ${flag}`, ...indented(text)]),
    '',
    `exit code: ${exitCodes}`,
  ].join('\n');
}

function flagOf(spec: InputSpec): string {
  if (spec.kind === 'boolean') return spec.default === 'true' ? `--no-${spec.name}` : `--${spec.name}`;
  return `--${spec.name} ${placeholder(spec)}`;
}

function describe(spec: InputSpec): string {
  const several = spec.kind === 'list' || spec.repeatable === true ? 'May be given several times.' : '';
  const byDefault = spec.default === undefined ? '' : `Default: ${spec.default.replaceAll('\n', ', ')}.`;
  return [spec.description?.trim() ?? '', several, byDefault].filter((part) => part !== '').join(' ');
}

function indented(text: string): string[] {
  return text === '' ? [] : wrapWords(text.replace(/\s+/g, ' '), 72).map((line) => `        ${line}`);
}
