/** From the verdicts to what is to be done with them, as data. Pure. */
import type { Host } from '@shipgate/kit/host';
import { codeUrl, docsUrl } from '@shipgate/kit/host';
import type { Fault } from '@shipgate/schemas';
import type { PlannedCheckRun } from './check-run/keep.ts';
import { checkRunName } from './check-run/name.ts';
import type { PlannedComment } from './comment/keep.ts';
import { markerOf } from './comment/marker.ts';
import type { CommentFacts } from './comment/text.ts';
import type { VerdictGroup } from './groups.ts';
import { groupVerdicts } from './groups.ts';
import type { Options } from './inputs.ts';
import type { Origin } from './origin.ts';
import type { PlannedAnalysis } from './sarif/upload.ts';
import type { ReadVerdict } from './verdicts.ts';

export interface Plan {
  /** For Backstage. */
  readonly sends: readonly ReadVerdict[];
  readonly comments: readonly PlannedComment[];
  readonly analyses: readonly PlannedAnalysis[];
  readonly checkRuns: readonly PlannedCheckRun[];
  readonly troubles: readonly Fault[];
  readonly notices: readonly string[];
}

/** More would flood a pull request: an artifact must not be able to. */
const mostComments = 20;
const mostCheckRuns = 20;

/** `origin` null: it is not known where the verdicts come from, and only a dry run is made. */
export function planReport(
  verdicts: readonly ReadVerdict[],
  options: Options,
  origin: Origin | null,
  host: Host,
): Plan {
  const sends = sendsOf(verdicts, options, origin);
  const comments = options.comment === 'false' ? none : commentsOf(verdicts, origin, host);
  const analyses = options.sarif === 'false' ? [] : analysesOf(verdicts, origin);
  const checkRuns = options.checkRun === 'false' ? none : checkRunsOf(verdicts, origin, host);
  const missing = options.sarif === 'true' ? verdicts.filter(({ file }) => file.sarif === null) : [];
  return {
    ...{ sends: sends.verdicts, comments: comments.planned, analyses, checkRuns: checkRuns.planned },
    troubles: [...comments.troubles, ...checkRuns.troubles, ...missing.map(({ file }) => noSarif(file.shown))],
    notices: [...sends.notices, ...comments.notices, ...checkRuns.notices],
  };
}

const none = { planned: [], troubles: [], notices: [] };

function sendsOf(verdicts: readonly ReadVerdict[], { backstage }: Options, origin: Origin | null) {
  if (backstage === null) return { verdicts: [], notices: [] };
  if (origin?.isFork !== true) return { verdicts, notices: [] };
  const notice = 'Nothing was sent to Backstage: GitHub gives the run of a pull request from a fork no OIDC token.';
  return { verdicts: [], notices: [notice] };
}

function commentsOf(verdicts: readonly ReadVerdict[], origin: Origin | null, host: Host) {
  if (origin?.pullRequest.kind === 'none') return none;
  const groups = groupVerdicts(verdicts, (verdict) => markerOf(verdict).line);
  if (groups.length > mostComments) return { ...none, troubles: [tooMany(groups.length)] };
  const planned = groups.map(
    ({ one }): PlannedComment => ({
      marker: markerOf(one.verdict),
      facts: factsOf(one, origin, host),
      file: one.file.shown,
    }),
  );
  return { planned, troubles: [], notices: sharedBy(groups, 'comment') };
}

function checkRunsOf(verdicts: readonly ReadVerdict[], origin: Origin | null, host: Host) {
  // A workflow_run has the rights of the default branch, and a fork may have written what it reports.
  if (origin?.isFinishedRun === true) return none;
  const groups = groupVerdicts(verdicts, checkRunName);
  if (groups.length > mostCheckRuns) return { ...none, troubles: [tooManyCheckRuns(groups.length)] };
  const planned = groups.map(
    ({ one }): PlannedCheckRun => ({
      name: checkRunName(one.verdict),
      commit: origin?.subject.commit ?? one.verdict.subject.commit ?? '',
      facts: factsOf(one, origin, host),
      file: one.file.shown,
    }),
  );
  return { planned, troubles: [], notices: sharedBy(groups, 'check run') };
}

function sharedBy(groups: readonly VerdictGroup[], what: string): readonly string[] {
  return groups.flatMap(({ one, count }) =>
    count > 1 ? [`${count} verdicts would have the same ${what}; it tells ${one.file.shown}.`] : [],
  );
}

function factsOf(one: ReadVerdict, origin: Origin | null, host: Host): CommentFacts {
  const run = one.verdict.subject.run ?? origin?.subject.run ?? { id: '0', attempt: 1 };
  return { verdict: one.verdict, run, links: linksOf(one, run, host), isFork: origin?.isFork ?? false };
}

/** Made of what GitHub says of this run, not of what the verdict says of itself. */
function linksOf({ verdict }: ReadVerdict, run: { readonly id: string; readonly attempt: number }, host: Host) {
  const { repository, commit } = verdict.subject;
  const at = { ...host, repository, commit };
  const attempt = run.attempt > 1 ? `/attempts/${run.attempt}` : '';
  return {
    run: `${host.serverUrl}/${repository ?? ''}/actions/runs/${run.id}${attempt}`,
    code: (location: Parameters<typeof codeUrl>[1]) => codeUrl(at, location),
    docs: (code: string) => (host.action === undefined ? undefined : docsUrl(host, verdict.gate, code)),
  };
}

function tooMany(count: number): Fault {
  return {
    title: `${count} comments are too many for a pull request`,
    expected: `at most ${mostComments} of gate, service, environment and folder`,
    got: `${count} verdicts that differ in them`,
    do: 'report fewer of them together, or say comment: false',
  };
}

function tooManyCheckRuns(count: number): Fault {
  return {
    title: `${count} check runs are too many for a commit`,
    expected: `at most ${mostCheckRuns} of gate, environment and folder`,
    got: `${count} verdicts that differ in them`,
    do: 'report fewer of them together, or say check-run: false',
  };
}

function noSarif(shown: string): Fault {
  return {
    title: `there is no results.sarif beside ${shown}`,
    expected: 'one beside each verdict, since sarif is true',
    got: 'none',
    do: 'upload the whole output folder of the gate as the artifact',
  };
}

function analysesOf(verdicts: readonly ReadVerdict[], origin: Origin | null): readonly PlannedAnalysis[] {
  const at = origin === null ? { commit: '', ref: '' } : origin.analysed;
  if (at === null) return [];
  return verdicts.flatMap(({ file, verdict }) =>
    file.sarif === null ? [] : [{ ...file.sarif, ...at, gate: verdict.gate }],
  );
}
