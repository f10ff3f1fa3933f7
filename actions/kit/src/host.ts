/** Who runs us, GitHub's runner or a person at a terminal: facts read once from the environment and the event file. */
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { Fault, Location } from '@shipgate/schemas';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What GitHub says about why the job runs. Source: docs.github.com, "Events that trigger workflows". */
export interface HostEvent {
  readonly name: string;
  /** The webhook's payload: outside data, read with care. Empty when there is no event file. */
  readonly payload: Readonly<Record<string, unknown>>;
}

/** A fact that is missing or not of its form is undefined; a broken event file is in `faults`. */
export interface Host {
  readonly kind: 'github' | 'terminal';
  /** Absolute: GITHUB_WORKSPACE, or the folder that the command was started in. */
  readonly workspace: string;
  /** Absolute: RUNNER_TEMP, or the system's folder for temporary files. */
  readonly temporary: string;
  readonly serverUrl: string;
  /** owner/name. */
  readonly repository?: string | undefined;
  /** GITHUB_SHA: what is checked out by default (of a pull request: its merge commit). */
  readonly sha?: string | undefined;
  /** The commit that people see: of a pull request its head, else `sha`. */
  readonly commit?: string | undefined;
  readonly ref?: string | undefined;
  readonly actor?: string | undefined;
  readonly event?: HostEvent | undefined;
  readonly run?: { readonly id: string; readonly attempt: number } | undefined;
  /** Where this action came from; unknown for `uses: ./`. */
  readonly action?: { readonly repository: string; readonly ref: string } | undefined;
  readonly summaryFile?: string | undefined;
  readonly outputFile?: string | undefined;
  /** Debug logging is on (RUNNER_DEBUG). */
  readonly debug: boolean;
  readonly faults: readonly Fault[];
}

const forms = {
  commit: /^[0-9a-f]{40}([0-9a-f]{24})?$/,
  repository: /^[\w.-]+\/[\w.-]+$/,
  number: /^[0-9]+$/,
  url: /^https?:\/\/[\w.:-]+$/,
  ref: /^[^\p{Cc}\s]+$/u,
};

/** Reads the host's facts. `readText` throws when a file cannot be read. */
export function readHost(env: Environment, folder: string, readText: (file: string) => string = readUtf8): Host {
  const github = env['GITHUB_ACTIONS'] === 'true';
  const value = (name: string, form = /./su) => ofForm(env[name], form);
  const { payload, faults } = github ? readPayload(value('GITHUB_EVENT_PATH'), readText) : { payload: {}, faults: [] };
  const sha = value('GITHUB_SHA', forms.commit);
  const eventName = value('GITHUB_EVENT_NAME', forms.ref);
  return {
    kind: github ? 'github' : 'terminal',
    workspace: (github ? value('GITHUB_WORKSPACE') : undefined) ?? folder,
    temporary: value('RUNNER_TEMP') ?? tmpdir(),
    serverUrl: value('GITHUB_SERVER_URL', forms.url) ?? 'https://github.com',
    repository: value('GITHUB_REPOSITORY', forms.repository),
    sha,
    commit: headOfPullRequest(payload) ?? sha,
    ref: value('GITHUB_REF', forms.ref),
    actor: value('GITHUB_ACTOR', forms.ref),
    event: eventName === undefined ? undefined : { name: eventName, payload },
    run: runOf(value('GITHUB_RUN_ID', forms.number), value('GITHUB_RUN_ATTEMPT', forms.number)),
    action: actionOf(value('GITHUB_ACTION_REPOSITORY', forms.repository), value('GITHUB_ACTION_REF', forms.ref)),
    summaryFile: value('GITHUB_STEP_SUMMARY'),
    outputFile: value('GITHUB_OUTPUT'),
    debug: env['RUNNER_DEBUG'] === '1',
    faults,
  };
}

function ofForm(value: string | undefined, form: RegExp): string | undefined {
  return value !== undefined && form.test(value) ? value : undefined;
}

function readUtf8(file: string): string {
  return readFileSync(file, 'utf8');
}

interface PayloadRead {
  readonly payload: Readonly<Record<string, unknown>>;
  readonly faults: readonly Fault[];
}

function readPayload(file: string | undefined, readText: (file: string) => string): PayloadRead {
  if (file === undefined) return { payload: {}, faults: [] };
  let got: string;
  try {
    const parsed: unknown = JSON.parse(readText(file));
    if (isRecord(parsed)) return { payload: parsed, faults: [] };
    got = Array.isArray(parsed) ? 'a list' : typeof parsed;
  } catch (error) {
    got = error instanceof SyntaxError ? 'text that is no JSON' : `no file that can be read (${codeOf(error)})`;
  }
  const fault: Fault = {
    title: 'the event of this run cannot be read',
    expected: 'a JSON object in the file of GITHUB_EVENT_PATH',
    got,
    do: 'run the job again; on a runner of your own, see that nothing else writes to its files',
  };
  return { payload: {}, faults: [fault] };
}

function codeOf(error: unknown): string {
  return isRecord(error) && typeof error['code'] === 'string' ? error['code'] : 'unknown error';
}

/** Whether a value of outside data is an object with keys. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function headOfPullRequest(payload: Readonly<Record<string, unknown>>): string | undefined {
  const request = payload['pull_request'];
  const head = isRecord(request) ? request['head'] : undefined;
  const sha = isRecord(head) ? head['sha'] : undefined;
  return typeof sha === 'string' ? ofForm(sha, forms.commit) : undefined;
}

function runOf(id: string | undefined, attempt: string | undefined): Host['run'] {
  return id === undefined ? undefined : { id, attempt: Math.max(1, Number(attempt ?? '1')) };
}

function actionOf(repository: string | undefined, ref: string | undefined): Host['action'] {
  return repository === undefined || ref === undefined ? undefined : { repository, ref };
}

/** Page of a reason: at the action's own commit when that is known, else its path in Shipgate's repository. */
export function docsUrl(host: Host, gate: string, code: string): string {
  const path = `docs/reasons/${gate}/${code}.md`;
  if (host.action === undefined) return path;
  return `${host.serverUrl}/${host.action.repository}/blob/${pathInUrl(host.action.ref)}/${path}`;
}

/** Folder of all reason pages, as `docsUrl`. */
export function docsFolder(host: Host, gate: string): string {
  const path = `docs/reasons/${gate}`;
  if (host.action === undefined) return path;
  return `${host.serverUrl}/${host.action.repository}/tree/${pathInUrl(host.action.ref)}/${path}`;
}

/** Link to a line at the head commit; Markdown is shown as its source. Undefined when repository or commit are unknown. */
export function codeUrl(host: Host, location: Location | undefined): string | undefined {
  if (location === undefined || host.repository === undefined || host.commit === undefined) return undefined;
  // A browser would follow the dots out of the repository.
  if (location.file.split('/').some((name) => /^\.{0,2}$/.test(name))) return undefined;
  const base = `${host.serverUrl}/${host.repository}/blob/${host.commit}/${pathInUrl(location.file)}`;
  const query = /\.(?:md|markdown)$/i.test(location.file) ? '?plain=1' : '';
  return `${base}${query}${location.line === undefined ? '' : `#L${location.line}`}`;
}

/** A path as part of a URL: each name encoded; a lone surrogate, which no URL can hold, as "�". */
function pathInUrl(path: string): string {
  return path
    .split('/')
    .map((name) => encodeURIComponent(name.replace(/\p{Cs}/gu, '\ufffd')))
    .join('/');
}
