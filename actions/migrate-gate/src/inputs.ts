/** The action's inputs and the file's section, as one set of typed options. */
import type { InputSpec, InputValues } from '@shipgate/kit/inputs';
import type { Fault, Migrations, ShipgateFile } from '@shipgate/schemas';
import type { KnownFault, Policy } from './facts.ts';
import type { ProofName } from './findings.ts';
import type { Tool } from './layouts/layout.ts';

export const tools = [
  'golang-migrate',
  'goose',
  'dbmate',
  'diesel',
  'sqlx',
  'flyway',
] as const satisfies readonly Tool[];
const proofs = ['round-trip', 'schema', 'hygiene'] as const satisfies readonly ProofName[];

/** Defaults are applied in resolveOptions, behind the file's section: an input wins over the file, the file over the default. */
export const inputSpecs = [
  {
    name: 'path',
    description: 'Folder of the migrations. Default: what the file says, or migrations at the top of the repository.',
    kind: 'path',
  },
  {
    name: 'tool',
    description: 'Whose rules the files follow. Found from the folder when it is not given.',
    kind: 'choice',
    choices: tools,
  },
  {
    name: 'scope',
    description: 'new: the migrations of this change; all: the whole history, each alone. Default: new.',
    kind: 'choice',
    choices: ['new', 'all'],
  },
  {
    name: 'base-ref',
    description: 'Branch, tag or commit to compare with. Found from the event when it is not given.',
    kind: 'string',
  },
  { name: 'chain', description: 'Also the whole history up, all the way down, and up again.', kind: 'boolean' },
  {
    name: 'setup',
    description:
      'SQL file, or SQL text, that is run first in every database: roles, extensions, tables that a tool expects.',
    kind: 'string',
  },
  { name: 'baseline', description: 'JSON file of known old faults, which do not block.', kind: 'path' },
  {
    name: 'step-timeout',
    description: 'Longest time for one migration in one direction. Default: 2m.',
    kind: 'duration',
  },
  {
    name: 'config',
    description: 'The file with the section migrations.',
    kind: 'path',
    default: '.github/shipgate.yml',
  },
  {
    name: 'token',
    description: 'Asks the API for the base when the checkout does not hold it; only reads contents.',
    kind: 'string',
  },
  {
    name: 'dry-run',
    description: 'Only say what would be proven; no database is started.',
    kind: 'boolean',
    default: 'false',
  },
] as const satisfies readonly InputSpec[];

export type Inputs = InputValues<typeof inputSpecs>;

export interface Options {
  readonly tool: Tool | undefined;
  readonly scope: 'new' | 'all';
  readonly baseRef: string | undefined;
  readonly chain: boolean;
  /** SQL, or a file from the top of the repository. */
  readonly setup: string | undefined;
  /** From the top of the repository. */
  readonly baseline: string | undefined;
  readonly stepTimeoutMs: number;
  readonly token: string | undefined;
  readonly dryRun: boolean;
}

/** Paths of inputs as paths from the top of the repository. */
export interface InputPaths {
  readonly setup: string | undefined;
  readonly baseline: string | undefined;
}

/** What the run does. */
export function resolveOptions(inputs: Inputs, paths: InputPaths, section: Migrations | undefined): Options {
  return {
    tool: inputs.tool ?? section?.tool,
    scope: inputs.scope ?? section?.scope ?? 'new',
    baseRef: inputs['base-ref'],
    chain: inputs.chain ?? section?.chain ?? false,
    setup: paths.setup ?? section?.setup,
    baseline: paths.baseline ?? section?.baseline,
    stepTimeoutMs: inputs['step-timeout'] ?? milliseconds(section?.['step-timeout'] ?? '2m'),
    token: inputs.token,
    dryRun: inputs['dry-run'],
  };
}

/** What decides about the run: of the base of a change, since a change must not weaken its own gate. */
export function resolvePolicy(section: Migrations | undefined, baseline: readonly KnownFault[], today: string): Policy {
  return {
    required: section?.required ?? proofs,
    failOn: section?.['fail-on'] ?? 'error',
    inlineAllowances: section?.['inline-allowances'] ?? true,
    baseline,
    today,
  };
}

const policyKeys = ['required', 'fail-on', 'inline-allowances', 'baseline', 'path', 'tool', 'scope', 'setup'] as const;

/** Keys that can weaken the gate and on which head and base disagree. */
export function changedPolicy(head: ShipgateFile | undefined, base: ShipgateFile | undefined): readonly string[] {
  const text = (file: ShipgateFile | undefined, key: (typeof policyKeys)[number]) =>
    JSON.stringify(file?.migrations?.[key]);
  return policyKeys.filter((key) => text(head, key) !== text(base, key));
}

/** Reads a baseline; a fault when it is none. */
export function parseBaseline(
  text: string,
  file: string,
): { readonly known: readonly KnownFault[] } | { readonly fault: Fault } {
  const fault = (got: string): { fault: Fault } => ({
    fault: {
      title: `the baseline ${file} cannot be read`,
      expected: '{"version": 1, "known": [{"migration": "…", "code": "…", "object": "…"}]}',
      got,
      do: 'write it as the summary of a run with scope all proposes it',
      location: { file, line: 1, column: 1 },
    },
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return fault(error instanceof Error ? error.message : 'no JSON');
  }
  if (typeof value !== 'object' || value === null || !('version' in value) || value.version !== 1)
    return fault('no "version": 1');
  if (!('known' in value) || !Array.isArray(value.known)) return fault('no list "known"');
  const odd = value.known.findIndex((each) => !isKnownFault(each));
  return odd === -1 ? { known: value.known } : fault(`known[${odd}] without "migration" and "code"`);
}

function isKnownFault(value: unknown): value is KnownFault {
  if (typeof value !== 'object' || value === null) return false;
  const fields = Object.entries(value);
  const known = fields.every(
    ([key, each]) => ['migration', 'code', 'object'].includes(key) && typeof each === 'string',
  );
  return known && 'migration' in value && 'code' in value;
}

/** Of "90s", "2m", "500ms", as the schema lets through. */
function milliseconds(text: string): number {
  const [, count = '', unit = ''] = /^([0-9]+)(ms|s|m)$/.exec(text) ?? [];
  return Number(count) * ({ ms: 1, s: 1000, m: 60_000 }[unit] ?? 1);
}
