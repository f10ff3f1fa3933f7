/** Whether a report is of this commit and young enough. Pure: the time is an argument. */
import type { EvidenceQuestion, SeenFile } from '../ports.ts';
import type { Report } from '../readers/measure.ts';
import { freshnessOf } from './age.ts';
import type { ReportEntry } from './entry.ts';
import { type Judged, stale, unknown } from './judged.ts';
import { ageIsKnown } from './repository-files.ts';
import { shownAge } from './shown.ts';

const MINUTE = 60_000;

/** Clocks of machines differ. */
const AHEAD_MS = 10 * MINUTE;
/** The farthest zone is UTC+14: so far may a time without a zone seem to lie ahead. */
const AHEAD_WITHOUT_ZONE_MS = 14 * 60 * MINUTE + AHEAD_MS;

const AGAIN = 'Make the report again, for this commit';

/** A file that is not as the commit has it is of some other state of the tree. */
export function judgeState({ path, state }: Pick<SeenFile, 'path' | 'state'>): Judged | undefined {
  if (state !== 'changed') return undefined;
  return stale(`${path} differs from the commit`, `Commit it, or take it out of git and make it in this run`);
}

/** Undefined: the report is young enough and no one has changed it. */
export function judgeMaking(
  { entry, freshnessMs, now }: EvidenceQuestion<ReportEntry>,
  file: SeenFile,
  { generatedAt, zone }: Pick<Report, 'generatedAt' | 'zone'>,
): Judged | undefined {
  const differs = judgeState(file);
  if (differs !== undefined) return differs;
  const limitMs = freshnessOf(entry.freshness, freshnessMs);
  if (limitMs === undefined)
    return unknown('the freshness of the evidence cannot be read', 'Write it as `24h` or `90d`');
  const made = generatedAt ?? file.at;
  const ageMs = now.getTime() - made.getTime();
  const aheadMs = generatedAt !== undefined && zone === 'unsaid' ? AHEAD_WITHOUT_ZONE_MS : AHEAD_MS;
  // Not `ageMs < -aheadMs`: a date that is none is NaN and must not get through.
  if (!(ageMs >= -aheadMs)) {
    const when = Number.isNaN(ageMs) ? 'has no date' : `is dated ${made.toISOString()}, which is still to come`;
    return unknown(`${entry.file} ${when}`, 'Set the clock of the machine that makes it, and make it again');
  }
  const threshold = `<= ${shownAge(limitMs)}`;
  if (ageMs > limitMs) {
    const value = `${shownAge(ageMs)} old`;
    return stale(`${entry.file} is ${value}, wanted ${threshold}`, AGAIN, { value, threshold });
  }
  if (generatedAt !== undefined || ageIsKnown(file)) return undefined;
  const mend = 'Check out with `fetch-depth: 0`, or let the tool write into the report when it was made';
  return unknown(`the age of ${entry.file} is not known, because the clone is shallow`, mend);
}

/** `path` is what names the commit: the report itself, or the file beside it. Undefined: it names this one. */
export function judgeCommit(path: string, named: string, subject: string | undefined): Judged | undefined {
  const id = named.trim().toLowerCase();
  if (!/^[0-9a-f]{7,64}$/.test(id)) {
    return unknown(
      `${path} was to name a commit: expected 40 or 64 hex digits, got another text`,
      'Write it with `git rev-parse HEAD`',
    );
  }
  const short = id.slice(0, 12);
  if (subject === undefined)
    return unknown(
      `${path} names the commit ${short}, and the commit of this run is not known`,
      'Run in a checkout of git',
    );
  const full = subject.toLowerCase();
  if (!full.startsWith(id)) return stale(`${path} is of the commit ${short}, not of ${full.slice(0, 12)}`, AGAIN);
  if (id.length >= LEAST_DIGITS) return undefined;
  return unknown(
    `${path} names the commit by ${id.length} digits, wanted at least ${LEAST_DIGITS}`,
    'Write it with `git rev-parse HEAD`',
  );
}

const LEAST_DIGITS = 12;
