/** Evidence of the kind `gate`: the newest verdict of another gate for this very commit. */
import { GitHubError } from '@shipgate/kit/github-client';
import type { EvidenceQuestion, EvidenceReader } from '../ports.ts';
import { freshnessOf } from './age.ts';
import type { GateEntry } from './entry.ts';
import { FolderTooLarge, verdictsInFolders } from './gate-folder.ts';
import { type GateApi, verdictsInArtifacts, verdictsInCheckRuns } from './gate-remote.ts';
import { choose, type Found, judgeChoice, type VerdictWanted } from './gate-verdicts.ts';
import { type Judged, resultOf, unknown } from './judged.ts';
import type { EvidenceResult } from './result.ts';

export interface GateEvidenceSettings {
  /** Folders of this machine with verdicts of earlier jobs, anywhere below. */
  readonly folders: readonly string[];
  /** GitHub, and owner/name there; undefined where there is none to ask. */
  readonly github?: { readonly api: GateApi; readonly repository: string } | undefined;
  /** Id of the workflow run that this is part of: a verdict of the same run is the newest. */
  readonly runId?: string | undefined;
  /** Whether check runs are asked: whoever may write checks can make one on any commit, so they decide no deployment. */
  readonly checkRuns: boolean;
  /** True when this run reports on a pull request and blocks nothing: only then a verdict on a pull request counts. */
  readonly onPullRequest: boolean;
}

/**
 * Looks in the folders, then in artifacts of runs on the commit, then in its check runs. The newest decides. A verdict that an
 * earlier job of the same run left in a folder needs no further look; otherwise all places have to answer, for what cannot
 * be seen may be newer.
 */
export class GateEvidence implements EvidenceReader<GateEntry> {
  private readonly settings: GateEvidenceSettings;
  private folders: Promise<readonly Found[] | Judged> | undefined;
  private readonly remote = new Map<string, Promise<readonly Found[] | Judged>>();
  constructor(settings: GateEvidenceSettings) {
    this.settings = settings;
  }

  async look({ entry, subject, freshnessMs, now, signal }: EvidenceQuestion<GateEntry>): Promise<EvidenceResult> {
    const { gate } = entry;
    const nowhere = `verdict of ${gate}`;
    const limitMs = freshnessOf(entry.freshness, freshnessMs);
    if (limitMs === undefined)
      return resultOf(
        'gate',
        nowhere,
        unknown('the freshness of the evidence cannot be read', 'Write it as `24h` or `90d`'),
      );
    if (subject.commit === undefined)
      return resultOf('gate', nowhere, unknown('nobody knows which commit this is', 'Run in a checkout of git'));
    const { github, onPullRequest } = this.settings;
    const wanted = {
      ...{ gate, commit: subject.commit, repository: github?.repository, onPullRequest, now, limitMs },
      environment: entry.environment ?? subject.environment,
    };
    const { source = nowhere, ...judged } = await this.judge(wanted, signal);
    return resultOf('gate', source, judged);
  }

  private async judge(wanted: VerdictWanted, signal: AbortSignal): Promise<Judged & { readonly source?: string }> {
    this.folders ??= this.local();
    const local = await this.folders;
    if ('outcome' in local) return local;
    const here = choose(local, wanted);
    if (this.settings.github === undefined || this.isOfThisRun(here.newest)) return judgeChoice(here, wanted);
    const key = `${wanted.gate} ${wanted.commit}`;
    const asked = this.remote.get(key) ?? this.ask(wanted, signal);
    this.remote.set(key, asked);
    const remote = await asked;
    // Another question may have more time.
    if (signal.aborted) this.remote.delete(key);
    return 'outcome' in remote ? remote : judgeChoice(choose([...local, ...remote], wanted), wanted);
  }

  private isOfThisRun(found: Found | undefined): boolean {
    const { runId } = this.settings;
    return runId !== undefined && found?.kind === 'verdict' && found.verdict.subject.run?.id === runId;
  }

  private async local(): Promise<readonly Found[] | Judged> {
    try {
      return await verdictsInFolders(this.settings.folders);
    } catch (error) {
      const why = error instanceof FolderTooLarge ? error.message : 'a folder with verdicts cannot be read';
      return unknown(why, 'Name a folder that holds verdicts and nothing else');
    }
  }

  private async ask({ gate, commit }: VerdictWanted, signal: AbortSignal): Promise<readonly Found[] | Judged> {
    const { github, onPullRequest } = this.settings;
    if (github === undefined) return [];
    const { api, repository } = github;
    const question = { gate, commit, repository, onPullRequest, signal };
    const artifacts = await answered('actions: read', () => verdictsInArtifacts(api, question));
    if ('outcome' in artifacts) return artifacts;
    if (!this.settings.checkRuns) return artifacts;
    const checks = await answered('checks: read', () => verdictsInCheckRuns(api, question));
    return 'outcome' in checks ? checks : [...artifacts, ...checks];
  }
}

/** An error of GitHub is an outcome; it names what the token has to have. */
async function answered(permission: string, ask: () => Promise<readonly Found[]>): Promise<readonly Found[] | Judged> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof GitHubError)) return unknown('the look for verdicts was stopped', 'Give the run more time');
    return unknown(`verdicts could not be looked for: ${error.message}`, mendOf(error, permission));
  }
}

function mendOf({ code, status }: GitHubError, permission: string): string {
  if (code === 'truncated') return 'Keep fewer artifacts with `verdict` in their names for one commit';
  const isForbidden = status === 401 || status === 403 || status === 404;
  const give = `the token the permission \`${permission}\``;
  return isForbidden ? `Give ${give}` : `Run it again, and give ${give} if it has not`;
}
