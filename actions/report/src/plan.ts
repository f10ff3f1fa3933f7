/** From the verdicts to what is to be done with them, as data. Pure. */
import type { Host } from '@shipgate/kit/host';
import { codeUrl, docsUrl } from '@shipgate/kit/host';
import type { Fault, Outcome } from '@shipgate/schemas';
import type { PlannedComment } from './comment/keep.ts';
import { markerOf } from './comment/marker.ts';
import type { Options } from './inputs.ts';
import type { Origin } from './origin.ts';
import type { PlannedAnalysis } from './sarif/upload.ts';
import type { ReadVerdict } from './verdicts.ts';

export interface Plan {
  /** For Backstage. */
  readonly sends: readonly ReadVerdict[];
  readonly comments: readonly PlannedComment[];
  readonly analyses: readonly PlannedAnalysis[];
  readonly troubles: readonly Fault[];
  readonly notices: readonly string[];
}

/** More would flood a pull request: an artifact must not be able to. */
const mostComments = 20;

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
  const missing = options.sarif === 'true' ? verdicts.filter(({ file }) => file.sarif === null) : [];
  return {
    ...{ sends: sends.verdicts, comments: comments.planned, analyses },
    troubles: [...comments.troubles, ...missing.map(({ file }) => noSarif(file.shown))],
    notices: [...sends.notices, ...comments.notices],
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
  const byMarker = new Map<string, ReadVerdict[]>();
  for (const one of verdicts) {
    const { line } = markerOf(one.verdict);
    byMarker.set(line, [...(byMarker.get(line) ?? []), one]);
  }
  if (byMarker.size > mostComments) return { ...none, troubles: [tooMany(byMarker.size)] };
  const shown = [...byMarker.values()].map((group) => ({ group, one: toShow(group) }));
  const notices = shown.flatMap(({ group, one }) =>
    group.length > 1 ? [`${group.length} verdicts would have the same comment; it tells ${one.file.shown}.`] : [],
  );
  const planned = shown.map(({ one }): PlannedComment => {
    const run = one.verdict.subject.run ?? origin?.subject.run ?? { id: '0', attempt: 1 };
    const links = linksOf(one, run, host);
    const facts = { verdict: one.verdict, run, links, isFork: origin?.isFork ?? false };
    return { marker: markerOf(one.verdict), facts, file: one.file.shown };
  });
  return { planned, troubles: [], notices };
}

const badness: readonly Outcome[] = ['fail', 'unknown', 'pass'];

/** Of the last attempt the worst, so that a green one never hides a red one. */
function toShow(group: readonly ReadVerdict[]): ReadVerdict {
  const attempt = ({ verdict }: ReadVerdict) => verdict.subject.run?.attempt ?? 0;
  return group.reduce((best, one) => {
    if (attempt(one) !== attempt(best)) return attempt(one) > attempt(best) ? one : best;
    return badness.indexOf(one.verdict.outcome) < badness.indexOf(best.verdict.outcome) ? one : best;
  });
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
