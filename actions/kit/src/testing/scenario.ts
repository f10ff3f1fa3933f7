/**
 * Scenarios: folders that say what goes into a built gate and what must come out. They are tests and examples at once.
 *
 *   scenarios/<name>/scenario.yml
 *   scenarios/<name>/…                       folders that the history is built from
 *   scenarios/<name>/expected/stdout.txt     golden transcript, normalised (./normalise.ts); UPDATE=1 writes it
 *   scenarios/<name>/expected/summary.md     the same for the job summary; not there when none was written
 *
 *   title: A reversible migration passes     # a sentence
 *   history:                                 # commits, oldest first; without it the workspace is no repository
 *     - { id: base, files: base, branch: main }        # folder base/ becomes the tree
 *     - { id: change, files: change, branch: topic }   # laid over the tree of the commit before, or of `parent: id`
 *     - { id: other, parent: base, remove: [migrations/0002.sql], files: [{ from: ../../shared, to: migrations }] }
 *     - { id: merge, merge: [base, change] }           # a merge commit, first parent first
 *   checkout: { commit: merge, depth: 2, offline: true }   # default: the last commit, whole history; offline: no fetch
 *   working-tree: loose                      # folder laid over the checkout, not committed
 *   event: { name: pull_request, base: base, head: change }   # payload, GITHUB_SHA and GITHUB_REF are made from it
 *     # push: { before: id, branch: main } (no `before` = a new branch); merge_group: { base: id }; others: the name alone
 *     # sha: id overrides GITHUB_SHA; payload: {…} replaces the payload, ${id} in it becomes the commit
 *   inputs: { path: migrations }             # as below `with:`; or, outside GitHub:
 *   command: [--path, migrations, --output-directory, out]
 *   env: { NAME: value }
 *   api: { seed: github.yml }                # people, reviews, runs…, see ./scenario-seed.ts
 *   api: { token: false, failures: [{ kind: status, status: 403, times: 9, operation: git/get-tree }] }
 *   given: { … }                             # what the gate's own tests set up, see its scenarios.test.ts and ./scenario-given.ts
 *   expect:
 *     exit-code: 0
 *     outcome: pass                          # of the verdict, and of the output where there are outputs
 *     reasons: [codes of the verdict, in order]
 *     annotations: [{ kind: error, file: a.sql, line: 3 }]   # in order; only the keys given are compared
 *     outputs: { new: '0' }
 *     api-requests: 0
 *     at-most-ms: 300
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { GitHubStandIn, type StandInSeed } from './github-stand-in.ts';
import { type HarnessResult, runAction, runCommandLine } from './harness.ts';
import { normalise, type RunFacts } from './normalise.ts';
import { type Expectation, parseScenario, type ScenarioFile } from './scenario-file.ts';
import type { Given, Prepare } from './scenario-given.ts';
import { parseSeed } from './scenario-seed.ts';
import { buildEvent, buildWorld, type World } from './scenario-world.ts';

export interface Scenario {
  readonly name: string;
  readonly folder: string;
  /** The built gate. */
  readonly entry: string;
  readonly file: ScenarioFile;
}

export interface ScenarioRun {
  readonly result: HarnessResult;
  /** Everything that is not as expected, in sentences. Empty = the scenario holds. */
  readonly differences: readonly string[];
}

const token = 'ghs_scenario';

/** All scenarios of a folder, by name. `entry` defaults to `../dist/index.cjs`. Throws on a scenario that cannot be read. */
export function loadScenarios(directory: string, entry = join(directory, '..', 'dist', 'index.cjs')): Scenario[] {
  const names = readdirSync(directory).filter((name) => existsSync(join(directory, name, 'scenario.yml')));
  return names.sort().map((name) => {
    const folder = resolve(directory, name);
    return {
      name,
      folder,
      entry: resolve(entry),
      file: parseScenario(name, readFileSync(join(folder, 'scenario.yml'), 'utf8')),
    };
  });
}

/** Runs the built gate on the scenario, and compares. With `update` (the variable UPDATE=1) it writes the golden files. */
export async function runScenario(
  scenario: Scenario,
  update = process.env['UPDATE'] === '1',
  prepare: Prepare = async () => ({}),
): Promise<ScenarioRun> {
  const temporary = mkdtempSync(join(realpathSync(tmpdir()), 'shipgate-scenario-'));
  let standIn: GitHubStandIn | undefined;
  let given: Given = {};
  try {
    given = await prepare(scenario.file.given, scenario.folder);
    const world = buildWorld(scenario.file, scenario.folder, temporary, given.fill);
    standIn = await GitHubStandIn.start(seedOf(scenario, world));
    for (const failure of scenario.file.api?.failures ?? []) standIn.fail(failure, failure);
    const run = join(temporary, 'run');
    const result = await start(scenario, world, run, standIn.apiUrl, given.env);
    const places = {
      workspace: world.workspace,
      temp: temporary,
      action: dirname(dirname(scenario.entry)),
      api: standIn.apiUrl,
      ...given.places,
    };
    const facts: RunFacts = { commits: world.commits, places };
    const golden = [
      ...compareGolden(scenario, 'stdout.txt', normalise(result.stdout, facts), update),
      ...compareGolden(scenario, 'summary.md', normalise(result.summary, facts), update),
    ];
    const left = given.differences?.(result, run) ?? [];
    return { result, differences: [...compare(scenario.file.expect, result, standIn), ...left, ...golden] };
  } finally {
    await standIn?.stop();
    await given.close?.();
    rmSync(temporary, { recursive: true, force: true });
  }
}

function seedOf({ file, folder }: Scenario, { origin, commits }: World): StandInSeed {
  const plain = { name: 'acme/orders', folder: origin?.folder ?? '' };
  const tokens = [token];
  if (file.api?.seed === undefined) return { repositories: origin === null ? [] : [plain], tokens };
  const { repository, seesMembers, ...others } = parseSeed(readFileSync(join(folder, file.api.seed), 'utf8'), commits);
  const repositories = origin === null ? [] : [{ ...plain, ...repository }];
  return { repositories, tokens, memberTokens: seesMembers ? tokens : [], ...others };
}

function start(
  { entry, file }: Scenario,
  world: World,
  temporary: string,
  apiUrl: string,
  given: Given['env'],
): Promise<HarnessResult> {
  mkdirSync(temporary, { recursive: true });
  const common = { entry, temporary, env: { ...given, ...file.env } };
  if (file.command !== undefined) return runCommandLine({ ...common, args: file.command, cwd: world.workspace });
  const event = buildEvent(file, world.commits);
  return runAction({
    ...common,
    ...(event === undefined ? {} : { event }),
    ...(file.api?.token === false ? {} : { token }),
    ...{ workspace: world.workspace, inputs: file.inputs ?? {}, apiUrl },
  });
}

function compare(expected: Expectation, result: HarnessResult, standIn: GitHubStandIn): string[] {
  const verdict = (result.verdict ?? {}) as { outcome?: string; reasons?: { code?: string }[] };
  const differences: string[] = [];
  const look = (what: string, want: unknown, got: unknown) => {
    if (want !== undefined && JSON.stringify(want) !== JSON.stringify(got)) {
      differences.push(`${what}: expected ${JSON.stringify(want)}, got ${JSON.stringify(got)}`);
    }
  };
  look('exit code', expected['exit-code'], result.exitCode);
  look('outcome of the verdict', expected.outcome, verdict.outcome);
  if ('outcome' in result.outputs) look('the output outcome', expected.outcome, result.outputs['outcome']);
  look(
    'reasons',
    expected.reasons,
    verdict.reasons?.map((reason) => reason.code),
  );
  for (const [name, value] of Object.entries(expected.outputs ?? {}))
    look(`the output ${name}`, String(value), result.outputs[name]);
  look('annotations', expected.annotations, expected.annotations && picked(expected.annotations, result.annotations));
  look('requests to the API', expected['api-requests'], standIn.requests.length);
  if (expected['at-most-ms'] !== undefined && result.durationMs > expected['at-most-ms']) {
    differences.push(`it took ${Math.round(result.durationMs)} ms, at most ${expected['at-most-ms']} ms were expected`);
  }
  differences.push(...result.faults.map((fault) => `the runner complains: ${fault}`), ...standIn.faults);
  if (result.exitCode !== expected['exit-code'] && result.stderr !== '')
    differences.push(`stderr: ${result.stderr.slice(0, 2_000)}`);
  return differences;
}

/** Of each annotation only the keys that are asked for; all annotations are there, so that one too many shows. */
function picked(wanted: readonly object[], got: readonly object[]): object[] {
  return got.map((annotation, index) => {
    const keys = Object.keys(wanted[index] ?? annotation);
    return Object.fromEntries(keys.map((key) => [key, (annotation as Record<string, unknown>)[key]]));
  });
}

function compareGolden(scenario: Scenario, name: string, got: string, update: boolean): string[] {
  const file = join(scenario.folder, 'expected', name);
  if (update) {
    mkdirSync(dirname(file), { recursive: true });
    if (got === '') rmSync(file, { force: true });
    else writeFileSync(file, got);
    return [];
  }
  const want = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (want === got) return [];
  const [before, after] = [want.split('\n'), got.split('\n')];
  const line = after.findIndex((text, index) => text !== before[index]);
  const at = line < 0 ? after.length : line;
  const shown = `line ${at + 1}: expected ${JSON.stringify(before[at] ?? null)}, got ${JSON.stringify(after[at] ?? null)}`;
  return [`expected/${name} differs at ${shown}; UPDATE=1 writes it anew`];
}
