import { parseDocument } from 'yaml';

/** The parts of an action.yml (docs.github.com: "Metadata syntax reference") that a README's tables repeat. */
export interface ActionMetadata {
  readonly inputs?: Readonly<Record<string, ActionInput | null>>;
  readonly outputs?: Readonly<Record<string, { readonly description?: string } | null>>;
}

export interface ActionInput {
  readonly description?: string;
  readonly required?: boolean;
  readonly default?: string | number | boolean;
  readonly deprecationMessage?: string;
}

/** permissions.yml beside action.yml: what the job's token needs, by name of the permission. */
export type ActionPermissions = Readonly<Record<string, { readonly access: 'read' | 'write'; readonly why: string }>>;

/** A table by the name of its markers in the README. */
export type Tables = ReadonlyMap<'inputs' | 'outputs' | 'permissions', string>;

/** Reads YAML that we wrote ourselves; throws with the place when it does not parse. */
export function readYaml<T>(path: string, text: string): T {
  const document = parseDocument(text, { prettyErrors: true });
  const first = document.errors[0];
  if (first !== undefined) throw new Error(`${path}: ${first.message}`);
  return document.toJS() as T;
}

/** The three tables. An input or output without a description is an error: nobody could use it. */
export function actionTables(action: ActionMetadata, permissions: ActionPermissions): Tables {
  const inputs = Object.entries(action.inputs ?? {}).map(([name, input]) => inputRow(name, input ?? {}));
  const outputs = Object.entries(action.outputs ?? {}).map(([name, output]) => [
    code(name),
    described('output', name, output?.description),
  ]);
  const rights = Object.entries(permissions).map(([name, { access, why }]) => [code(name), code(access), why]);
  return new Map([
    ['inputs', table(['Input', 'Default', 'What it is'], inputs)],
    ['outputs', table(['Output', 'What it is'], outputs)],
    ['permissions', rights.length === 0 ? 'None.' : table(['Permission', 'Access', 'Why'], rights)],
  ]);
}

function inputRow(name: string, input: ActionInput): readonly string[] {
  const standard = input.default === undefined || input.default === '' ? '' : code(String(input.default));
  const what = described('input', name, input.description);
  const deprecated = input.deprecationMessage === undefined ? '' : `**Deprecated:** ${input.deprecationMessage} `;
  return [code(name), input.required === true ? '**required**' : standard, deprecated + what];
}

function described(kind: string, name: string, description: string | undefined): string {
  if (description === undefined || description.trim() === '') throw new Error(`${kind} ${name} has no description`);
  return description;
}

/** Code in a table: a longer fence than any in the text. */
function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${text}${fence}` : `${fence} ${text} ${fence}`;
}

function cell(text: string): string {
  return text
    .trim()
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll('|', '\\|');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return 'None.';
  const lines = [head, head.map(() => '---'), ...rows.map((row) => row.map(cell))];
  return lines.map((line) => `| ${line.join(' | ')} |`).join('\n');
}

/** The README with the tables between their markers. Throws when a marker is missing, twice there or out of order. */
export function withTables(readme: string, tables: Tables): string {
  return [...tables].reduce((text, [name, content]) => between(text, name, content), readme);
}

function between(text: string, name: string, content: string): string {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from === -1 || to < from || text.lastIndexOf(start) !== from || text.lastIndexOf(end) !== to) {
    throw new Error(`expected ${start} and then ${end}, each once`);
  }
  return `${text.slice(0, from + start.length)}\n${content}\n${text.slice(to)}`;
}
