/**
 * Reads a step's output as GitHub's runner does, written from its rules and apart from our own printing, so that a text
 * of outside that would become a command is seen by a test.
 *
 * Rules: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands and the runner itself
 * (github.com/actions/runner: Runner.Common/ActionCommand.cs, Runner.Worker/ActionCommandManager.cs).
 */

export interface WorkflowCommand {
  /** In lower case: names do not depend on case. */
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
  /** Which of the two forms it had: ::name:: or ##[name]. */
  readonly form: '::' | '##[';
}

export interface Annotation {
  readonly kind: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly title?: string;
  readonly file?: string;
  readonly line?: number;
  readonly endLine?: number;
  readonly col?: number;
  readonly endColumn?: number;
}

export interface ReadOutput {
  /** Those that the runner carries out, in order. */
  readonly commands: readonly WorkflowCommand[];
  /** All; GitHub shows 10 of a kind and step. */
  readonly annotations: readonly Annotation[];
  /** Lines that stay text, those between stop marks included. */
  readonly text: readonly string[];
  /** What the runner would complain about: a command that it refuses, commands left stopped at the end. */
  readonly faults: readonly string[];
}

const registered = new Set([
  ...['add-mask', 'add-matcher', 'add-path', 'debug', 'echo', 'endgroup', 'error', 'group', 'notice', 'remove-matcher'],
  ...['save-state', 'set-env', 'set-output', 'stop-commands', 'warning'],
]);
/** Refused unless ACTIONS_ALLOW_UNSECURE_COMMANDS is set, which it never is for us. */
const refused = new Set(['set-env', 'add-path']);

/** The whole output of one stream. */
export function readWorkflowCommands(output: string): ReadOutput {
  const commands: WorkflowCommand[] = [];
  const text: string[] = [];
  const faults: string[] = [];
  let stopToken: string | null = null;
  for (const line of linesOf(output)) {
    const known: ReadonlySet<string> =
      stopToken === null ? registered : new Set([...registered, stopToken.toLowerCase()]);
    const command: WorkflowCommand | null = parseDoubleColon(line, known) ?? parseBracket(line, known);
    if (stopToken !== null) {
      if (command?.name === stopToken.toLowerCase()) stopToken = null;
      else text.push(line);
    } else if (command === null) {
      text.push(line);
    } else if (command.name === 'stop-commands') {
      stopToken = command.data;
      if (isBadStopToken(command.data)) faults.push(`stop-commands with the token ${JSON.stringify(command.data)}`);
    } else {
      if (refused.has(command.name)) faults.push(`the command ${command.name}, which the runner refuses`);
      commands.push(command);
    }
  }
  if (stopToken !== null) faults.push('commands are still stopped at the end of the output');
  return { commands, annotations: commands.flatMap(annotationOf), text, faults };
}

/** .NET reads lines that end with CR, LF or both: a lone CR in a text is enough to begin a command. */
function linesOf(output: string): string[] {
  const lines = output.split(/\r\n|\n|\r/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

const isBadStopToken = (token: string) =>
  token === '' || registered.has(token.toLowerCase()) || token.toLowerCase() === 'pause-logging';

/** `::name key=value,key=value::data` at the start of a line, white space before it ignored. */
function parseDoubleColon(line: string, known: ReadonlySet<string>): WorkflowCommand | null {
  const trimmed = line.replace(/^[\s\u0085]+/, '');
  const end = trimmed.indexOf('::', 2);
  if (!trimmed.startsWith('::') || end < 0) return null;
  const info = trimmed.slice(2, end);
  return build('::', info, ',', trimmed.slice(end + 2), known, propertyEscapes, dataEscapes);
}

/** `##[name key=value;key=value]data` anywhere in a line. */
function parseBracket(line: string, known: ReadonlySet<string>): WorkflowCommand | null {
  const start = line.indexOf('##[');
  const end = line.indexOf(']', start);
  if (start < 0 || end < 0) return null;
  return build('##[', line.slice(start + 3, end), ';', line.slice(end + 1), known, bracketEscapes, bracketEscapes);
}

type Escapes = readonly (readonly [escaped: string, plain: string])[];

/** In the order in which the runner undoes them; the per cent sign is last in all. */
const dataEscapes: Escapes = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%25', '%'],
];
const propertyEscapes: Escapes = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%3A', ':'],
  ['%2C', ','],
  ['%25', '%'],
];
const bracketEscapes: Escapes = [
  ['%3B', ';'],
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%5D', ']'],
  ['%25', '%'],
];

function withoutEscapes(text: string, escapes: Escapes): string {
  return escapes.reduce((whole, [escaped, plain]) => whole.replaceAll(escaped, plain), text);
}

function build(
  form: WorkflowCommand['form'],
  info: string,
  separator: string,
  data: string,
  known: ReadonlySet<string>,
  forProperties: Escapes,
  forData: Escapes,
): WorkflowCommand | null {
  const space = info.indexOf(' ');
  const name = (space < 0 ? info : info.slice(0, space)).toLowerCase();
  if (!known.has(name)) return null;
  const properties: Record<string, string> = {};
  for (const pair of space > 0
    ? info
        .slice(space + 1)
        .trim()
        .split(separator)
    : []) {
    const equals = pair.indexOf('=');
    const value = pair.slice(equals + 1);
    if (equals > 0 && value !== '')
      properties[pair.slice(0, equals).toLowerCase()] = withoutEscapes(value, forProperties);
  }
  return { name, properties, data: withoutEscapes(data, forData), form };
}

function annotationOf(command: WorkflowCommand): Annotation[] {
  const { name, properties, data } = command;
  if (name !== 'error' && name !== 'warning' && name !== 'notice') return [];
  const number = (key: string, value: string | undefined) => (value === undefined ? {} : { [key]: Number(value) });
  return [
    {
      ...{ kind: name, message: data },
      ...(properties['title'] === undefined ? {} : { title: properties['title'] }),
      ...(properties['file'] === undefined ? {} : { file: properties['file'] }),
      ...number('line', properties['line']),
      ...number('endLine', properties['endline']),
      ...number('col', properties['col']),
      ...number('endColumn', properties['endcolumn']),
    },
  ];
}
