/** Verdicts of a gate that were found somewhere: which one speaks for a commit, and what it says. Pure. */
import { createHash } from 'node:crypto';
import { readVerdictFile, type Verdict } from '@shipgate/schemas';
import type { GateEntry } from './entry.ts';
import { failed, type Judged, passed, stale, unknown } from './judged.ts';
import { shownAge } from './shown.ts';

/** What was found at one place, with what the place says of it. */
export interface FoundText {
  readonly bytes: Uint8Array;
  readonly place: Place;
}

export interface Place {
  /** A path, or a URL without query and credentials. */
  readonly source: string;
  /** What its place is called, by which people know the gate: the name of an artifact, a path in a folder. */
  readonly name?: string | undefined;
  /** When it was put there: the time of a text that does not tell its own. */
  readonly at: Date;
  /** The gate that the place says for sure: that of a check run. */
  readonly gate?: string | undefined;
  /** Id and event of the workflow run that it lies in. */
  readonly run?: { readonly id: string; readonly event: string } | undefined;
}

export type Found =
  | {
      readonly kind: 'verdict';
      readonly verdict: Verdict;
      readonly at: Date;
      readonly place: Place;
      readonly sha256: string;
    }
  /** No verdict that can be read. Of another gate, perhaps; nobody knows. */
  | { readonly kind: 'broken'; readonly at: Date; readonly place: Place; readonly why: string };

/** For what a verdict has to speak. */
export interface VerdictWanted {
  readonly gate: GateEntry['gate'];
  readonly commit: string;
  /** owner/name; undefined outside of GitHub. */
  readonly repository?: string | undefined;
  /** Of which a verdict that names one has to be; undefined: any. */
  readonly environment?: string | undefined;
  /** Whether a verdict on a pull request counts: only for a report on one. */
  readonly onPullRequest: boolean;
  readonly now: Date;
  readonly limitMs: number;
}

/** Clocks of two machines of a workflow. */
const skewMs = 5 * 60_000;

const gates = ['migrate-gate', 'security-scan', 'canary-promote', 'checklist'];

/** Reads one text. A key that is there twice, a value too many or too deep makes it broken. */
export function readFound({ bytes, place }: FoundText): Found {
  const { value: verdict, faults } = readVerdictFile(bytes, { file: 'verdict.json' });
  if (verdict === undefined) return brokenAt(place, faults[0]?.title ?? 'it is not valid');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { kind: 'verdict', verdict, at: new Date(verdict.finishedAt), place, sha256 };
}

export function brokenAt(place: Place, why: string): Found {
  return { kind: 'broken', at: place.at, place, why };
}

export interface Choice {
  /** The newest that speaks for the commit; undefined when there is none. */
  readonly newest: Found | undefined;
  /** The newest of another commit. */
  readonly elsewhere: Found | undefined;
  /** What was found and does not count, a sentence without its end each. */
  readonly ignored: readonly string[];
}

/** The newest, never the best: of two of one time the graver. */
export function choose(all: readonly Found[], wanted: VerdictWanted): Choice {
  const ignored: string[] = [];
  const here: Found[] = [];
  const elsewhere: Found[] = [];
  for (const found of all) {
    if (isOfOtherGate(found, wanted.gate)) continue;
    const why = whyIgnored(found, wanted);
    if (why !== undefined) ignored.push(`${found.place.source} ${why}`);
    else if (found.kind === 'verdict' && found.verdict.subject.commit !== wanted.commit) elsewhere.push(found);
    else here.push(found);
  }
  return { newest: newestOf(here), elsewhere: newestOf(elsewhere), ignored };
}

/** A broken text is of another gate when its place names one, and not ours. */
function isOfOtherGate(found: Found, gate: string): boolean {
  if (found.kind === 'verdict') return found.verdict.gate !== gate && found.place.gate !== gate;
  if (found.place.gate !== undefined) return found.place.gate !== gate;
  const named = gates.filter((one) => found.place.name?.includes(one));
  return named.length > 0 && !named.includes(gate);
}

function whyIgnored(found: Found, wanted: VerdictWanted): string | undefined {
  if (found.kind === 'broken') return undefined;
  const { gate, subject } = found.verdict;
  const { run } = found.place;
  if (gate !== wanted.gate) return `says that it is of ${wanted.gate}, and holds a verdict of ${gate}`;
  if (subject.commit === undefined) return 'holds a verdict without a commit';
  if (isOther(wanted.repository, subject.repository)) return 'holds a verdict of another repository';
  if (isOther(wanted.environment, subject.environment)) return 'holds a verdict about another environment';
  if (isOther(run?.id, subject.run?.id)) return 'holds a verdict of another workflow run than its own';
  if (isOther(run?.event, subject.event)) return 'holds a verdict of another event than that of its workflow run';
  const event = subject.event ?? run?.event ?? '';
  if (event.startsWith('pull_request') && !wanted.onPullRequest)
    return 'holds a verdict that was given on a pull request';
  return undefined;
}

/** Both are told, and differ. */
function isOther(wanted: string | undefined, told: string | undefined): boolean {
  return wanted !== undefined && told !== undefined && wanted.toLowerCase() !== told.toLowerCase();
}

function newestOf(all: readonly Found[]): Found | undefined {
  return all.reduce<Found | undefined>((newest, found) => {
    if (newest === undefined) return found;
    const later = found.at.getTime() - newest.at.getTime();
    return later > 0 || (later === 0 && gravity(found) > gravity(newest)) ? found : newest;
  }, undefined);
}

function gravity(found: Found): number {
  return found.kind === 'broken' ? 1 : { fail: 2, unknown: 1, pass: 0 }[found.verdict.outcome];
}

/** What the choice says, and where that stands. */
export function judgeChoice(choice: Choice, wanted: VerdictWanted): Judged & { readonly source?: string } {
  const { newest, elsewhere } = choice;
  const { gate, commit } = wanted;
  const run = `Run ${gate} on this commit, and keep its verdict as an artifact`;
  if (newest !== undefined) return { ...judgeNewest(newest, wanted), source: newest.place.source };
  if (elsewhere?.kind === 'verdict') {
    const seen = `the verdict of ${gate} is of commit ${short(elsewhere.verdict.subject.commit)}, wanted ${short(commit)}`;
    const facts = { at: elsewhere.at.toISOString(), sha256: elsewhere.sha256 };
    return { ...stale(seen, run, facts), source: elsewhere.place.source };
  }
  const [first, ...more] = choice.ignored;
  const but = first === undefined ? '' : `, only ${first}${more.length === 0 ? '' : ` (and ${more.length} more)`}`;
  return unknown(`there is no verdict of ${gate} for commit ${short(commit)}${but}`, run);
}

function judgeNewest(newest: Found, { gate, commit, now, limitMs }: VerdictWanted): Judged {
  const again = `Run ${gate} again on this commit`;
  if (newest.kind === 'broken') return unknown(`the newest verdict of ${gate} cannot be read: ${newest.why}`, again);
  const { outcome, finishedAt } = newest.verdict;
  const facts = { threshold: 'pass', value: outcome, at: newest.at.toISOString(), sha256: newest.sha256 };
  const ageMs = now.getTime() - newest.at.getTime();
  const that = `the newest verdict of ${gate} for commit ${short(commit)}`;
  // NaN too: a time that nothing can be compared with.
  if (!(ageMs >= -skewMs)) return unknown(`${that} ends at ${finishedAt}, which is still to come`, again, facts);
  if (ageMs > limitMs) return stale(`${that} is ${shownAge(ageMs)} old, wanted <= ${shownAge(limitMs)}`, again, facts);
  if (outcome === 'pass') return passed(`${that} is pass`, facts);
  if (outcome === 'fail')
    return failed(`${that} is fail, wanted pass`, `Mend what ${gate} found, and run it again`, facts);
  return unknown(`${that} is unknown, wanted pass`, `Let ${gate} prove what it could not, and run it again`, facts);
}

const short = (commit = '') => commit.slice(0, 7);
