/** A repository with a change that was merged, and everything that people may have done about it on a stand-in of GitHub. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openGit } from '@shipgate/kit/git';
import { oneTry } from '@shipgate/kit/github-client';
import type { SeededPerson, SeededRepository, SeededReview } from '@shipgate/kit/testing/github-stand-in';
import { GitHubStandIn } from '@shipgate/kit/testing/github-stand-in';
import { TestRepository } from '@shipgate/kit/testing/repository';
import type { Checklist } from '@shipgate/schemas';
import { resolvePolicy } from '../policy.ts';
import type { Owners } from './codeowners.ts';
import { type Gathered, Gatherer } from './gather.ts';
import { signoffApi } from './github/api.ts';
import { People } from './github/people.ts';
import { History } from './history.ts';
import type { Trees } from './subject.ts';

export const checklistFile = 'docs/checklist.md';
const line = (label: string, signed = '') => `- [${signed === '' ? ' ' : 'x'}] **${label}:** ${signed} Date:\n`;
const body = '# Checklist\n\n## Phase 1: Code\n\n- [x] Tests pass\n\n## Sign-offs\n\n';
export const checklistText = (signed: { devops?: string; security?: string } = {}) =>
  `${body}${line('DevOps lead', signed.devops)}${line('Security lead', signed.security)}`;

export const people: readonly SeededPerson[] = [
  { id: 101, login: 'change-author' },
  { id: 102, login: 'ops-lead' },
  { id: 103, login: 'new-name', formerly: ['old-name'] },
  { id: 104, login: 'somebody' },
  { id: 105, login: 'in-a-team' },
  { id: 106, login: 'release-bot', type: 'Bot' },
  { id: 107, login: 'left-us', deleted: true },
  { id: 108, login: 'both-leads' },
  { id: 19_864_447, login: 'web-flow' },
];

/** Commits: `early` and `work` change files, `signs` touches the sign-off line of DevOps only, `merged` is the squash of the head. */
export interface Commits {
  readonly base: string;
  readonly early: string;
  readonly signs: string;
  readonly head: string;
  readonly merged: string;
}

export class SigningWorld {
  readonly folder = mkdtempSync(join(tmpdir(), 'shipgate-signing-'));
  readonly repository = TestRepository.create(join(this.folder, 'repository'));
  readonly commits: Commits;

  /** `goesOn`: files change behind the commit that signs. */
  constructor({ goesOn }: { readonly goesOn: boolean }) {
    const { repository } = this;
    const base = repository.commit({ [checklistFile]: checklistText(), 'app.txt': 'base\n' });
    repository.checkout('topic', '-b');
    const early = repository.commit({ 'app.txt': 'work\n' });
    const signs = repository.commit({ [checklistFile]: checklistText({ devops: 'somebody' }) });
    const head = goesOn ? repository.commit({ 'app.txt': 'more work\n' }) : signs;
    repository.checkout('main');
    repository.git('read-tree', '-u', '--reset', head);
    const merged = repository.commit({}, 'squashed');
    this.commits = { base, early, signs, head, merged };
  }

  /** What the readers find for a deployment of `commit`. */
  async gather(seed: Partial<SeededRepository>, policy: Checklist, more: Gathering = {}): Promise<Gathered> {
    const { commits, repository } = this;
    const { reviews = [], commit = commits.merged, seesMembers = false, teamToken = true, run, owners } = more;
    const head = { owner: 'acme', branch: 'topic', sha: commits.head };
    const merge = { merged: true, mergeCommit: commits.merged, mergedAt: '2026-11-20T15:00:00Z', mergedBy: 'ops-lead' };
    const pull = { number: 7, head, baseSha: commits.base, author: 'change-author', comments: [], ...merge };
    const seeded = {
      ...{ name: 'acme/orders', folder: repository.folder, commitComments: [], runs: [], checkRuns: [] },
      pullRequests: [{ ...pull, reviews }],
      ...seed,
    };
    const teams = [{ org: 'acme', slug: 'leads', members: [{ login: 'in-a-team' }] }];
    const standIn = await GitHubStandIn.start({
      ...{ repositories: [seeded], people, teams, tokens: ['token'] },
      ...(seesMembers ? { memberTokens: ['token'] } : {}),
    });
    try {
      const trees = await this.#trees();
      const settings = { apiUrl: standIn.apiUrl, repository: 'acme/orders', token: 'token', policy: oneTry };
      const api = signoffApi(settings);
      const history = new History(async () => trees, [checklistFile], ['DevOps lead', 'Security lead']);
      const gatherer = new Gatherer({ api, history, people: new People(teamToken ? api : null) });
      const gathered = await gatherer.gather({
        ...{ commit, environment: 'production', pullRequest: undefined, run },
        policy: resolvePolicy(policy, 'production'),
        owners: owners ?? new Map(),
      });
      if (standIn.faults.length > 0) throw new Error(standIn.faults.join('; '));
      return gathered;
    } finally {
      await standIn.stop();
    }
  }

  #opened: Promise<Trees> | undefined;

  /** Commits do not change, so each is read once for all cases. */
  #trees(): Promise<Trees> {
    this.#opened ??= openGit(this.repository.folder, { env: { PATH: process.env['PATH'] ?? '' } }).then((opened) => {
      if (opened.kind !== 'repository') throw new Error(opened.got);
      const { git } = opened;
      return {
        listTree: once((rev: string, folder: string) => git.listTree(rev, folder)),
        readFiles: once((rev: string, paths: readonly string[]) => git.readFiles(rev, paths)),
      };
    });
    return this.#opened;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export interface Gathering {
  readonly reviews?: readonly SeededReview[];
  readonly commit?: string;
  /** Whether the token may read who is in a team. */
  readonly seesMembers?: boolean;
  readonly teamToken?: boolean;
  readonly run?: string;
  readonly owners?: ReadonlyMap<string, Owners>;
}

function once<Rest, Result>(read: (rev: string, rest: Rest) => Promise<Result>) {
  const known = new Map<string, Promise<Result>>();
  return (rev: string, rest: Rest): Promise<Result> => {
    const key = JSON.stringify([rev, rest]);
    const answer = known.get(key) ?? read(rev, rest);
    known.set(key, answer);
    return answer;
  };
}
