/** examples/order-service as a repository of its own, with its service running, and its policy asked by the real readers. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openGit } from '@shipgate/kit/git';
import type { Checklist, Verdict } from '@shipgate/schemas';
import { readChecklistPolicy } from '@shipgate/schemas';
import type { Mutation } from '../../../examples/order-service/checklist/mutation.ts';
import { orderService } from '../../../examples/order-service/checklist/service.ts';
import { openEvidence } from './adapters/open-evidence.ts';
import type { Asked, Look } from './collect.ts';
import { CheckoutFiles } from './evidence/repository-files.ts';
import type { EvidenceResult } from './evidence/result.ts';
import type { ChecklistDocument } from './markdown/model.ts';
import { readChecklist } from './markdown/read.ts';
import { keyOf, matchEvidence } from './matching.ts';
import { type Policy, resolvePolicy } from './policy.ts';

export const exampleFolder = join(import.meta.dirname, '../../../examples/order-service');
/** The day on which its reports are new. */
export const exampleDay = new Date('2026-11-28T12:00:00Z');
export const checklistFile = 'docs/production-checklist.ru.md';
const greenVerdict = join(import.meta.dirname, '../../../schemas/examples/accept/green.verdict.json');
const committedAt = '2026-11-27T18:30:00Z';

export class Example {
  readonly folder = mkdtempSync(join(tmpdir(), 'shipgate-example-'));
  readonly document: ChecklistDocument;
  readonly policy: Policy;
  readonly section: Checklist;
  readonly matched: ReadonlyMap<string, Asked>;
  #service: Server | undefined;
  readonly #verdicts = mkdtempSync(join(tmpdir(), 'shipgate-verdicts-'));

  constructor() {
    const skipped = ['bad', 'canary'].map((name) => join(exampleFolder, name));
    cpSync(exampleFolder, this.folder, { recursive: true, filter: (path) => !skipped.includes(path) });
    this.#git('init', '--quiet');
    this.commit();
    const policy = readChecklistPolicy(readFileSync(join(this.folder, '.github/checklist.yml')), {
      file: 'checklist.yml',
    });
    if (policy.value?.checklist === undefined) throw new Error(JSON.stringify(policy.faults));
    this.section = policy.value.checklist;
    this.policy = resolvePolicy(this.section, 'production');
    this.document = readChecklist(readFileSync(join(this.folder, checklistFile), 'utf8'), checklistFile);
    const { evidence, findings } = matchEvidence(this.policy.evidence, [this.document], () => ({
      file: 'checklist.yml',
    }));
    if (findings.length > 0) throw new Error(JSON.stringify(findings));
    this.matched = new Map(
      this.document.items.flatMap((item) => {
        const key = keyOf(checklistFile, item.id);
        const own = evidence.get(key);
        return own === undefined ? [] : [[item.id, { key, item, evidence: own }] as const];
      }),
    );
  }

  /** All evidence of the items whose id ends so; every item without an end. */
  async look(end: string | undefined, change?: Mutation, gateOutcome: 'pass' | 'fail' = 'pass') {
    const asked = [...this.matched].filter(([id]) => end === undefined || id === end || id.endsWith(`/${end}`));
    const port = await this.#serve(change !== undefined && 'fault' in change ? change.fault : undefined);
    const head = this.#git('rev-parse', 'HEAD');
    this.#leaveVerdict(head, gateOutcome);
    const look = await this.#open();
    const results = new Map<string, readonly EvidenceResult[]>();
    for (const [id, { item, evidence }] of asked) {
      const own = evidence.map(({ entry }) => ({
        entry: 'url' in entry ? { ...entry, url: entry.url.replace(':8080', `:${port}`) } : entry,
        item,
        subject: { commit: head, version: '2.4.0', environment: 'production' },
        freshnessMs: this.policy.freshnessMs,
        now: exampleDay,
        signal: AbortSignal.timeout(60_000),
      }));
      const seen: EvidenceResult[] = [];
      for (const question of own) seen.push(await look(question));
      results.set(id, seen);
    }
    return results;
  }

  /** Commits what is in the folder, on the evening before the example's day. */
  commit(): void {
    this.#git('add', '--all');
    this.#git('commit', '--quiet', '--allow-empty', '--message', 'example');
  }

  /** Puts a file back to how the example has it. */
  restore(file: string): void {
    cpSync(join(exampleFolder, file), join(this.folder, file));
  }

  read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8');
  }

  write(file: string, text: string): void {
    writeFileSync(join(this.folder, file), text);
  }

  async remove(): Promise<void> {
    await this.#stop();
    rmSync(this.folder, { recursive: true, force: true });
    rmSync(this.#verdicts, { recursive: true, force: true });
  }

  #served: string | undefined;
  async #serve(fault: Parameters<typeof orderService>[0]): Promise<number> {
    if (this.#service === undefined || this.#served !== fault) {
      await this.#stop();
      const service = orderService(fault);
      await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
      [this.#service, this.#served] = [service, fault];
    }
    return (this.#service.address() as AddressInfo).port;
  }

  async #stop(): Promise<void> {
    const service = this.#service;
    if (service === undefined) return;
    service.closeAllConnections();
    await new Promise((resolve) => service.close(resolve));
    this.#service = undefined;
  }

  #leaveVerdict(commit: string, outcome: 'pass' | 'fail'): void {
    const place = join(this.#verdicts, 'migrate-gate/verdict.json');
    mkdirSync(dirname(place), { recursive: true });
    const green = JSON.parse(readFileSync(greenVerdict, 'utf8')) as Verdict;
    const subject = { ...green.subject, commit, event: 'push', environment: 'production' };
    const [startedAt, finishedAt] = ['2026-11-28T11:00:00Z', '2026-11-28T11:00:09Z'];
    writeFileSync(place, JSON.stringify({ ...green, outcome, subject, startedAt, finishedAt }));
  }

  async #open(): Promise<Look> {
    const env = { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '' };
    const opened = await openGit(this.folder, { env });
    if (opened.kind !== 'repository') throw new Error(opened.got);
    const { git } = opened;
    const files = new CheckoutFiles(git.topLevel(), git, { env });
    const host = { kind: 'terminal', event: undefined, run: undefined, repository: undefined };
    const progress = { note: () => undefined };
    const context = { host, progress, clock: { now: () => exampleDay }, log: { debug: () => undefined } };
    const occasion = {
      inputs: { verdicts: [this.#verdicts] },
      context,
      site: { git, top: git.topLevel(), start: git.topLevel() },
      files,
      configuration: { section: this.section, mode: 'enforce', base: undefined },
    };
    // Only what the readers use of an occasion.
    return openEvidence(occasion as unknown as Parameters<typeof openEvidence>[0], env);
  }

  #git(...args: string[]): string {
    const env = {
      ...{ PATH: process.env['PATH'] ?? '', HOME: this.folder, GIT_CONFIG_GLOBAL: '/dev/null' },
      ...{
        GIT_AUTHOR_NAME: 'shipgate tests',
        GIT_AUTHOR_EMAIL: 'tests@shipgate.invalid',
        GIT_AUTHOR_DATE: committedAt,
      },
      ...{ GIT_COMMITTER_NAME: 'shipgate tests', GIT_COMMITTER_EMAIL: 'tests@shipgate.invalid' },
      GIT_COMMITTER_DATE: committedAt,
    };
    return execFileSync('git', args, { cwd: this.folder, env, stdio: ['ignore', 'pipe', 'pipe'] })
      .toString()
      .trim();
  }
}
