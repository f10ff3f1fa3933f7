/**
 * Runs a built action as a process: with the files and the environment of GitHub's runner, or as a plain command.
 * Nothing of the caller's environment goes in but PATH.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { type CommandResult, runCommand } from '../command.ts';
import { makeRunnerFiles, readKeyValues, readRunnerFile } from './runner-files.ts';
import { type Annotation, readWorkflowCommands, type WorkflowCommand } from './workflow-commands.ts';

/** Flags of Node that every action is started with; vitest.config.ts says which and why. */
const nodeFlags = (process.env['SHIPGATE_GATE_FLAGS'] ?? '').split(' ').filter((flag) => flag !== '');

interface ProcessRequest {
  /** The built file, `dist/index.cjs`. */
  readonly entry: string;
  /** Folder for everything that the run needs beside the workspace; the caller removes it. */
  readonly temporary: string;
  /** Added to the environment, as a step's `env:` is. */
  readonly env?: Readonly<Record<string, string>>;
  /** Default 120 s. */
  readonly timeoutMs?: number;
}

export interface ActionRequest extends ProcessRequest {
  readonly workspace: string;
  /** As below `with:`; defaults of action.yml are added. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly event?: { readonly name: string; readonly payload?: unknown; readonly sha?: string; readonly ref?: string };
  readonly repository?: string;
  /** The stand-in's. Without it every request to GitHub is refused by a closed port. */
  readonly apiUrl?: string;
  /** What `${{ github.token }}` is in a default of action.yml. */
  readonly token?: string;
}

export interface CommandLineRequest extends ProcessRequest {
  readonly args: readonly string[];
  readonly cwd: string;
}

export interface HarnessResult {
  readonly exitCode: number | null;
  readonly timedOut: boolean;
  readonly stdout: string;
  readonly stderr: string;
  readonly durationMs: number;
  readonly outputs: Readonly<Record<string, string>>;
  /** The job summary, '' when none was written. */
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  /** What the runner carries out, of stdout and then of stderr: it reads both. */
  readonly commands: readonly WorkflowCommand[];
  /** What the runner would complain about. */
  readonly faults: readonly string[];
  /** Variables, PATH entries and state that the step set for later ones. */
  readonly exported: {
    readonly env: Readonly<Record<string, string>>;
    readonly path: readonly string[];
    readonly state: Readonly<Record<string, string>>;
  };
  /** The parsed verdict.json, undefined when there is none. */
  readonly verdict: unknown;
}

/** The variable of an input: upper case, spaces become underscores, all else stays (hyphens too). */
export function inputVariable(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
}

/** As a step with `uses:` on a runner. */
export async function runAction(request: ActionRequest): Promise<HarnessResult> {
  const runnerTemp = join(request.temporary, 'runner-temp');
  const files = makeRunnerFiles(runnerTemp);
  const env = { ...runnerEnvironment(request, runnerTemp), ...files, ...inputEnvironment(request), ...request.env };
  const result = await run(request, [], request.workspace, env);
  const read = [result.stdout, result.stderr].map((stream) => readWorkflowCommands(stream.toString('utf8')));
  const outputs = readKeyValues(readRunnerFile(files.GITHUB_OUTPUT));
  return {
    ...processPart(result),
    outputs,
    summary: readRunnerFile(files.GITHUB_STEP_SUMMARY),
    annotations: read.flatMap((one) => one.annotations),
    commands: read.flatMap((one) => one.commands),
    faults: read.flatMap((one) => one.faults),
    exported: {
      env: readKeyValues(readRunnerFile(files.GITHUB_ENV)),
      path: readRunnerFile(files.GITHUB_PATH)
        .split('\n')
        .filter((line) => line !== ''),
      state: readKeyValues(readRunnerFile(files.GITHUB_STATE)),
    },
    verdict: readVerdict(outputs['verdict']),
  };
}

/** As `node dist/index.cjs --path …` outside GitHub. The verdict is read from the folder after `--output-directory`. */
export async function runCommandLine(request: CommandLineRequest): Promise<HarnessResult> {
  mkdirSync(request.temporary, { recursive: true });
  const result = await run(request, request.args, request.cwd, { ...bareEnvironment(request), ...request.env });
  const directory = request.args[request.args.indexOf('--output-directory') + 1];
  const hasDirectory = request.args.includes('--output-directory') && directory !== undefined;
  return {
    ...processPart(result),
    ...{ outputs: {}, summary: '', annotations: [], commands: [], faults: [] },
    exported: { env: {}, path: [], state: {} },
    verdict: hasDirectory ? readVerdict(join(request.cwd, directory, 'verdict.json')) : undefined,
  };
}

async function run(
  request: ProcessRequest,
  args: readonly string[],
  cwd: string,
  env: Record<string, string>,
): Promise<CommandResult> {
  const { entry, timeoutMs = 120_000 } = request;
  const result = await runCommand({
    argv: [process.execPath, ...nodeFlags, entry, ...args],
    cwd,
    env,
    timeoutMs,
    maxOutputBytes: 16 * 1024 * 1024,
  });
  if (result.truncated) throw new Error('the action printed more than 16 MiB');
  return result;
}

function processPart(result: CommandResult) {
  const { exitCode, timedOut, durationMs } = result;
  return {
    exitCode,
    timedOut,
    durationMs,
    stdout: result.stdout.toString('utf8'),
    stderr: result.stderr.toString('utf8'),
  };
}

function bareEnvironment(request: ProcessRequest): Record<string, string> {
  const home = join(request.temporary, 'home');
  mkdirSync(home, { recursive: true });
  return { PATH: process.env['PATH'] ?? '', HOME: home };
}

/** https://docs.github.com/actions/reference/workflows-and-actions/variables#default-environment-variables */
function runnerEnvironment(request: ActionRequest, runnerTemp: string): Record<string, string> {
  const { event = { name: 'workflow_dispatch' }, repository = 'acme/orders', apiUrl = 'http://127.0.0.1:9' } = request;
  const eventFile = join(request.temporary, 'event.json');
  writeFileSync(eventFile, JSON.stringify(event.payload ?? {}));
  const ref = event.ref ?? 'refs/heads/main';
  return {
    ...bareEnvironment(request),
    ...{ CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_WORKFLOW: 'gate', GITHUB_JOB: 'gate', GITHUB_ACTION: '__gate' },
    ...{
      GITHUB_ACTION_REPOSITORY: 'shipgate/shipgate',
      GITHUB_ACTION_REF: 'f'.repeat(40),
      GITHUB_ACTOR: 'shipgate-tests',
    },
    ...{ GITHUB_REPOSITORY: repository, GITHUB_REPOSITORY_OWNER: repository.split('/')[0] ?? '' },
    ...{ GITHUB_RUN_ID: '4711', GITHUB_RUN_NUMBER: '12', GITHUB_RUN_ATTEMPT: '1' },
    ...{ GITHUB_SERVER_URL: 'https://github.com', GITHUB_API_URL: apiUrl, GITHUB_GRAPHQL_URL: `${apiUrl}/graphql` },
    ...{ GITHUB_EVENT_NAME: event.name, GITHUB_EVENT_PATH: eventFile, GITHUB_SHA: event.sha ?? '', GITHUB_REF: ref },
    ...{ GITHUB_REF_NAME: ref.replace(/^refs\/(?:heads|tags|pull)\//, ''), GITHUB_WORKSPACE: request.workspace },
    ...{ RUNNER_OS: 'Linux', RUNNER_ARCH: 'X64', RUNNER_NAME: 'shipgate tests', RUNNER_ENVIRONMENT: 'github-hosted' },
    ...{ RUNNER_TEMP: runnerTemp, RUNNER_TOOL_CACHE: join(request.temporary, 'tool-cache') },
  };
}

/** Inputs as given, and the defaults of the action's own action.yml, as the runner adds them. */
function inputEnvironment(request: ActionRequest): Record<string, string> {
  const file = join(dirname(request.entry), '..', 'action.yml');
  const declared = existsSync(file)
    ? ((parse(readFileSync(file, 'utf8')) as { inputs?: Record<string, { default?: unknown }> }).inputs ?? {})
    : {};
  const values: Record<string, string> = {};
  for (const [name, input] of Object.entries(declared)) {
    values[inputVariable(name)] = evaluated(String(input?.default ?? ''), request);
  }
  for (const [name, value] of Object.entries(request.inputs ?? {})) values[inputVariable(name)] = value;
  return values;
}

function evaluated(text: string, request: ActionRequest): string {
  return text.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_whole, expression: string) => {
    if (expression === 'github.token') return request.token ?? '';
    throw new Error(`the harness does not know the expression ${expression} of action.yml`);
  });
}

function readVerdict(file: string | undefined): unknown {
  return file !== undefined && file !== '' && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
