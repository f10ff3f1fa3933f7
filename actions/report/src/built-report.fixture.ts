/** The built action as a process, between a local GitHub, a local issuer of tokens and a local Backstage. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sarifOf } from '@shipgate/kit/report/sarif';
import {
  GitHubStandIn,
  type SeededCheckRun,
  type SeededPullRequest,
  type StoredAnalysis,
} from '@shipgate/kit/testing/github-stand-in';
import type { ActionRequest, HarnessResult } from '@shipgate/kit/testing/harness';
import { runAction, runCommandLine } from '@shipgate/kit/testing/harness';
import { type OidcIssuer, startOidcIssuer } from '@shipgate/kit/testing/oidc-issuer';
import { TestRepository } from '@shipgate/kit/testing/repository';
import type { Verdict } from '@shipgate/schemas';
import type { ReportResult } from './result.ts';
import { type PortalStandIn, startPortal } from './testing/portal-stand-in.ts';
import { head, merge } from './testing/verdicts.ts';

const entry = join(import.meta.dirname, '..', 'dist', 'index.cjs');

export interface Ran extends HarnessResult {
  /** The parsed report.json. */
  readonly report: ReportResult;
}

type RunChanges = Partial<Pick<ActionRequest, 'event' | 'env' | 'token'>> & {
  /** As a job without `id-token: write`. */
  readonly withoutIdentity?: boolean;
};

interface Servers {
  readonly gitHub: GitHubStandIn;
  readonly oidc: OidcIssuer;
  readonly portal: PortalStandIn;
}

export class ReportWorld {
  /** A pull request of the repository itself, and one from a fork. */
  readonly own: SeededPullRequest;
  readonly forked: SeededPullRequest;
  readonly analyses: StoredAnalysis[];
  readonly checkRuns: SeededCheckRun[];
  readonly gitHub: GitHubStandIn;
  readonly oidc: OidcIssuer;
  readonly portal: PortalStandIn;
  private readonly top: string;
  private runs = 0;

  private constructor(
    top: string,
    seed: Pick<ReportWorld, 'own' | 'forked' | 'analyses' | 'checkRuns'>,
    servers: Servers,
  ) {
    this.top = top;
    this.own = seed.own;
    this.forked = seed.forked;
    this.analyses = seed.analyses;
    this.checkRuns = seed.checkRuns;
    this.gitHub = servers.gitHub;
    this.oidc = servers.oidc;
    this.portal = servers.portal;
  }

  static async start(): Promise<ReportWorld> {
    const top = mkdtempSync(join(realpathSync(tmpdir()), 'report-'));
    mkdirSync(join(top, 'work'));
    const own = { number: 7, head: { owner: 'acme', branch: 'topic', sha: head }, comments: [] };
    const forked = { number: 8, head: { owner: 'forker', branch: 'topic', sha: head }, comments: [] };
    const analyses: StoredAnalysis[] = [];
    const checkRuns: SeededCheckRun[] = [];
    const orders = { name: 'acme/orders', folder: top, pullRequests: [own, forked], analyses, checkRuns };
    const gitHub = await GitHubStandIn.start({
      repositories: [orders, { ...orders, name: 'acme/unscanned', analyses: undefined }].map(withoutUndefined),
      tokens: ['job'],
      readOnlyTokens: ['fork'],
    });
    const oidc = await startOidcIssuer();
    const portal = await startPortal(oidc);
    return new ReportWorld(top, { own, forked, analyses, checkRuns }, { gitHub, oidc, portal });
  }

  async stop(): Promise<void> {
    await Promise.all([this.gitHub.stop(), this.oidc.close(), this.portal.close()]);
    rmSync(this.top, { recursive: true, force: true });
  }

  get workspace(): string {
    return join(this.top, 'work');
  }

  /** A commit that GitHub knows of. */
  knownCommit(): string {
    const repository = TestRepository.create(this.top);
    repository.git('commit', '--quiet', '--allow-empty', '--message=known');
    return repository.git('rev-parse', 'HEAD');
  }

  /** As actions/download-artifact lays it: a folder for the artifact, in it what the gate wrote. */
  artifact(name: string, verdict: Verdict, sarif: object | null = sarifOf(verdict, 'https://github.com')): void {
    this.file(`verdicts/${name}/verdict.json`, JSON.stringify(verdict));
    if (sarif !== null) this.file(`verdicts/${name}/results.sarif`, JSON.stringify(sarif));
  }

  file(path: string, content: string | Uint8Array): void {
    const place = join(this.workspace, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, content);
  }

  /** As a step of the second job, on pull request 7 unless another event is given. */
  async run(inputs: Readonly<Record<string, string>> = {}, changes: RunChanges = {}): Promise<Ran> {
    const { withoutIdentity, env, ...more } = changes;
    const temporary = this.temporary();
    const result = await runAction({
      ...{ entry, temporary, workspace: this.workspace, apiUrl: this.gitHub.apiUrl, token: 'job' },
      // GitHub has check runs of commits that it knows: see knownCommit.
      inputs: { 'check-run': 'false', ...inputs },
      ...{ event: pullRequestEvent(), ...more },
      env: { ...(withoutIdentity === true ? {} : this.oidc.environment), ...env },
    });
    return withReport(result, join(temporary, 'runner-temp', 'shipgate', 'report', 'report.json'));
  }

  /** With Backstage's address. */
  send(inputs: Readonly<Record<string, string>> = {}, changes: RunChanges = {}): Promise<Ran> {
    return this.run({ 'backstage-url': this.portal.url, comment: 'false', sarif: 'false', ...inputs }, changes);
  }

  /** As a command at a terminal, in the workspace. */
  async command(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> {
    const result = await runCommandLine({ entry, temporary: this.temporary(), args, cwd: this.workspace, env });
    return withReport(result, join(this.workspace, 'out', 'report.json'));
  }

  private temporary(): string {
    this.runs += 1;
    const temporary = join(this.top, `run-${this.runs}`);
    mkdirSync(temporary);
    return temporary;
  }
}

function withoutUndefined<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}

function withReport(result: HarnessResult, file: string): Ran {
  const none: ReportResult = { outcome: 'not-started', verdicts: [], deliveries: [], troubles: [], notices: [] };
  const report = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ReportResult) : none;
  return { ...result, report };
}

const repository = { full_name: 'acme/orders', name: 'orders', owner: { login: 'acme' }, default_branch: 'main' };

/** https://docs.github.com/webhooks/webhook-events-and-payloads#pull_request, as far as it is read. */
export function pullRequestEvent(owner = 'acme', number = 7, commit = head): NonNullable<ActionRequest['event']> {
  const repo = { ...repository, full_name: `${owner}/orders` };
  const pull = {
    number,
    head: { ref: 'topic', sha: commit, repo },
    base: { ref: 'main', sha: 'b'.repeat(40), repo: repository },
  };
  const payload = { action: 'synchronize', number, pull_request: pull, repository };
  return { name: 'pull_request', sha: merge, ref: `refs/pull/${number}/merge`, payload };
}

/** https://docs.github.com/webhooks/webhook-events-and-payloads#workflow_run, as far as it is read. */
export function workflowRunEvent(owner: string, change: object = {}): NonNullable<ActionRequest['event']> {
  const run = {
    ...{ id: 4711, run_attempt: 1, event: 'pull_request', head_sha: head, head_branch: 'topic', conclusion: 'success' },
    ...{ head_repository: { full_name: `${owner}/orders` }, pull_requests: [], ...change },
  };
  const payload = { action: 'completed', workflow_run: run, repository };
  return { name: 'workflow_run', sha: 'd'.repeat(40), ref: 'refs/heads/main', payload };
}

export function pushEvent(commit: string): NonNullable<ActionRequest['event']> {
  return {
    name: 'push',
    sha: commit,
    ref: 'refs/heads/main',
    payload: { ref: 'refs/heads/main', after: commit, repository },
  };
}
