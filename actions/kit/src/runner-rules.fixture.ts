/**
 * The rules by which actions/runner finds workflow commands in a line (src/Runner.Common/ActionCommand.cs), written anew
 * for tests. Its searches are culture-sensitive: characters that Unicode calls ignorable may be skipped, so both ways
 * of reading are tried. Any name counts as registered: a stop-commands token is one too.
 */
const ignorable = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

export interface RunnerCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** What the runner would execute of this output: it reads lines ended by CR, LF or both. */
export function commandsIn(output: string): RunnerCommand[] {
  const lines = output.split(/\r\n|\r|\n/);
  return lines.flatMap((line) => {
    const found =
      newForm(line) ?? oldForm(line) ?? newForm(line.replace(ignorable, '')) ?? oldForm(line.replace(ignorable, ''));
    return found === undefined ? [] : [found];
  });
}

/** `::name key=value,key=value::data` at the start of the line, after white space. */
function newForm(line: string): RunnerCommand | undefined {
  const text = line.trimStart();
  const end = text.indexOf('::', 2);
  if (!text.startsWith('::') || end < 0) return undefined;
  return command(text.slice(2, end), ',', text.slice(end + 2));
}

/** `##[name key=value;key=value]data` anywhere in the line. */
function oldForm(line: string): RunnerCommand | undefined {
  const start = line.indexOf('##[');
  const end = start < 0 ? -1 : line.indexOf(']', start);
  return end < 0 ? undefined : command(line.slice(start + 3, end), ';', line.slice(end + 1));
}

function command(info: string, separator: string, data: string): RunnerCommand {
  const space = info.indexOf(' ');
  const name = space < 0 ? info : info.slice(0, space);
  const list =
    space < 0
      ? []
      : info
          .slice(space + 1)
          .trim()
          .split(separator)
          .filter((part) => part !== '');
  const pairs = list.map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]);
  const properties = Object.fromEntries(pairs.map(([key, value]) => [key, unescapeText(value ?? '')]));
  return { name, properties, data: unescapeText(data) };
}

function unescapeText(text: string): string {
  const tokens = { '%3A': ':', '%2C': ',', '%0D': '\r', '%0A': '\n', '%25': '%' };
  return Object.entries(tokens).reduce((result, [escaped, token]) => result.replaceAll(escaped, token), text);
}
