/** A GitOps repository on the GitHub stand-in: a real bare one. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GitHubStandIn } from '@shipgate/kit/testing/github-stand-in';
import { TestRepository } from '@shipgate/kit/testing/repository';
import { afterAll } from 'vitest';
import type { RolloutRecord } from '../../steering/record.ts';
import { checkedRecord } from '../../steering/record-text.ts';
import { RecordedMover } from '../../steering/recorded-mover.ts';
import type { Mover } from '../../steering/traffic.ts';
import { Calls } from '../calls.ts';
import { oneTryClient } from '../github-calls.ts';
import { helmValues } from './foreign-files.fixture.ts';
import { GitRefCell } from './git-ref-cell.ts';
import { GitStore } from './git-store.ts';
import { GitopsMover } from './gitops-mover.ts';
import type { ReadLive } from './live-weight.ts';
import { PullRequestMover } from './pull-request-mover.ts';
import { PullRequests } from './pull-requests.ts';
import { RepositoryApi } from './repository-api.ts';
import { readScalar, withScalar } from './scalar-edit.ts';

export const never = new AbortController().signal;
export const place = { branch: 'main', file: 'apps/orders/values.yaml', pointer: helmValues.pointer };
const head = 'shipgate/canary';

/** Of the error that it rejects with; "done" when it does not. */
export function codeOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  );
}

type Pull = NonNullable<Parameters<typeof GitHubStandIn.start>[0]['repositories'][number]['pullRequests']>[number];

const made = new Map<string, string>();
afterAll(() => {
  for (const folder of made.values()) rmSync(folder, { recursive: true, force: true });
});

/** A bare repository to copy: every world begins with one commit, which takes git six processes to make. */
function bareWith(text: string | Buffer): string {
  const key = typeof text === 'string' ? text : text.toString('base64');
  const known = made.get(key);
  if (known !== undefined) return join(known, 'bare.git');
  const folder = mkdtempSync(join(tmpdir(), 'gitops-first-'));
  made.set(key, folder);
  const first = TestRepository.create(join(folder, 'first'));
  first.commit({ [place.file]: text, 'apps/other/values.yaml': 'a: 1\n', README: 'x\n' });
  const bare = new TestRepository(join(folder, 'bare.git'));
  bare.git('clone', '--quiet', '--bare', '--template=', first.folder, '.');
  return bare.folder;
}

export class GitopsWorld {
  readonly standIn: GitHubStandIn;
  readonly pulls: Pull[];
  /** Runs before each request that a client of ours sends, with its number, from 1. */
  disturb: ((request: number, path: string) => void) | undefined;
  private readonly folder: string;
  private readonly bare: TestRepository;
  private asked = 0;

  private constructor(folder: string, bare: TestRepository, standIn: GitHubStandIn, pulls: Pull[]) {
    this.folder = folder;
    this.bare = bare;
    this.standIn = standIn;
    this.pulls = pulls;
  }

  static async make(text: string | Buffer = helmValues.text): Promise<GitopsWorld> {
    const folder = mkdtempSync(join(tmpdir(), 'gitops-'));
    const bare = new TestRepository(join(folder, 'bare.git'));
    cpSync(bareWith(text), bare.folder, { recursive: true });
    const pulls: Pull[] = [];
    const seeded = { name: 'acme/gitops', folder: bare.folder, pullRequests: pulls };
    const standIn = await GitHubStandIn.start({ repositories: [seeded], tokens: ['good'], readOnlyTokens: ['reader'] });
    return new GitopsWorld(folder, bare, standIn, pulls);
  }

  async close(): Promise<void> {
    await this.standIn.stop();
    rmSync(this.folder, { recursive: true });
  }

  /** Each one is a client of its own, that remembers nothing of the others. */
  api(token = 'good', calls: Calls = new Calls()): RepositoryApi {
    const client = oneTryClient({ apiUrl: this.standIn.apiUrl, repository: 'acme/gitops', token });
    const ask = client.ask.bind(client);
    client.ask = (method, path, parameters) => {
      this.asked += 1;
      this.disturb?.(this.asked, path);
      return ask(method, path, parameters);
    };
    return new RepositoryApi('acme/gitops', client, calls);
  }

  mover(readLive?: ReadLive, calls?: Calls): GitopsMover {
    return new GitopsMover(new GitStore(this.api('good', calls)), place, readLive);
  }

  pullRequestMover(readLive?: ReadLive): PullRequestMover {
    const api = this.api();
    const pulls = new PullRequests(api, { head, base: place.branch });
    return new PullRequestMover({ store: new GitStore(api), place, pulls, head, readLive });
  }

  recorded(mover: Mover): RecordedMover {
    return new RecordedMover(mover, this.cell('record', checkedRecord));
  }

  cell<T = RolloutRecord>(name: string, parse: (value: unknown) => T): GitRefCell<T> {
    return new GitRefCell({ store: new GitStore(this.api()), name, description: 'state', parse });
  }

  /** Counts requests anew. */
  disturbed(disturb: (request: number, path: string) => void): void {
    this.asked = 0;
    this.disturb = disturb;
  }

  git(...args: string[]): string {
    return this.bare.git(...args);
  }

  tip(branch = 'main'): string {
    return this.git('rev-parse', `refs/heads/${branch}`);
  }

  /** As text; a last line end is lost. */
  text(branch = 'main', file: string = place.file): string {
    return this.git('cat-file', 'blob', `refs/heads/${branch}:${file}`);
  }

  weight(branch = 'main'): number {
    return readScalar(this.text(branch), place);
  }

  /** Somebody else changes files of a branch, past the adapter. Gives the commit. */
  foreign(files: Readonly<Record<string, string>>, branch = 'main', mode = '100644'): string {
    const ref = `refs/heads/${branch}`;
    const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`;
    const changes = Object.entries(files).map(([path, text]) => `M ${mode} inline ${path}\n${data(text)}`);
    const who = 'committer somebody <else@example.invalid> 1767225600 +0000\n';
    const input = `commit ${ref}\n${who}${data('somebody else')}from ${ref}^0\n${changes.join('')}\n`;
    execFileSync('git', ['fast-import', '--quiet'], { cwd: this.bare.folder, input });
    return this.tip(branch);
  }

  /** The same with another weight alone. */
  foreignWeight(weight: number, branch = 'main'): string {
    return this.foreign({ [place.file]: withScalar(`${this.text(branch)}\n`, place, weight) }, branch);
  }

  /** Somebody presses the button. */
  merge(): void {
    const open = this.openPulls();
    if (open.length === 0) return;
    const merged = this.git('merge-tree', '--write-tree', 'main', head);
    const commit = this.git('commit-tree', merged, '-p', this.tip(), '-p', this.tip(head), '-m', 'Merge');
    this.git('update-ref', 'refs/heads/main', commit, this.tip());
    for (const pull of open) Object.assign(pull, { state: 'closed', merged: true });
  }

  /** As squashed: no parent of the branch. */
  squash(): void {
    const merged = this.git('merge-tree', '--write-tree', 'main', head);
    const commit = this.git('commit-tree', merged, '-p', this.tip(), '-m', 'Squashed');
    this.git('update-ref', 'refs/heads/main', commit, this.tip());
    for (const pull of this.openPulls()) Object.assign(pull, { state: 'closed', merged: true });
  }

  setPulls(state: 'open' | 'closed'): void {
    for (const pull of this.pulls) pull.state = state;
  }

  openPulls(): readonly Pull[] {
    return this.pulls.filter(({ state = 'open' }) => state === 'open');
  }

  /** What a move can touch: the weight, where it was asked for, and everything else of the branches. */
  async state(): Promise<ReadonlyMap<string, unknown>> {
    const branch = this.openPulls().length > 0 ? head : 'main';
    const others = this.git('ls-tree', '-r', branch)
      .split('\n')
      .filter((line) => !line.endsWith(place.file));
    return new Map<string, unknown>([
      [`acme/gitops main:${place.file} ${place.pointer}`, this.weight(branch)],
      ['the rest of the file', withScalar(this.text(branch), place, 0)],
      ['other files', others.join('\n')],
    ]);
  }
}
