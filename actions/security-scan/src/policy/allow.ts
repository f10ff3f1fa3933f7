/** The allow list: which findings may be there for how long, and which entries say too much, too long or nothing. Pure. */
import type { PathPattern } from '@shipgate/kit/path-pattern';
import type { RawFinding } from '../finding.ts';
import { sameId } from '../identity/advisories.ts';
import type { AdvisoryClasses } from '../identity/classes.ts';
import type { PackagePattern } from './package-range.ts';
import { covers } from './package-range.ts';

/** One entry of `security.allow`; exactly one of advisory, fingerprint and rule is there. */
export interface AllowEntry {
  /** Index in the list, for its place in the file. */
  readonly index: number;
  readonly advisory?: string;
  readonly fingerprint?: string;
  readonly rule?: string;
  readonly package?: PackagePattern;
  readonly path?: PathPattern;
  readonly reason: string;
  /** The last day on which it holds: `2027-01-31`, UTC. */
  readonly expires: string;
}

export const DAY_MS = 86_400_000;
/** From how many days before its end an entry is told. */
export const ENDING_DAYS = 14;

export type Standing = 'in-force' | 'ending' | 'expired' | 'too-far';

/** The day of a moment in UTC, wherever the runner stands: an entry ends for all at once. */
export function dayOf(now: Date): string {
  return now.toISOString().slice(0, 10);
}

/** Whole days from one to the other. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** An entry holds to the end of its day. One that ends later than the horizon does not hold at all: it was to be looked at again. */
export function standingOf({ expires }: Pick<AllowEntry, 'expires'>, today: string, horizonDays: number): Standing {
  const left = daysBetween(today, expires);
  if (left < 0) return 'expired';
  if (left > horizonDays) return 'too-far';
  return left <= ENDING_DAYS ? 'ending' : 'in-force';
}

/** A finding as the allow list sees it; `fingerprint` is its identity, as our reports print it. */
export interface Allowable {
  readonly finding: RawFinding;
  readonly fingerprint: string;
  /** Another value than the base has in its place; see IdentifiedFinding. */
  readonly isSwapped?: boolean | undefined;
}

/** Whether the entry is about the finding: all that it names must fit. */
export function isAbout(entry: AllowEntry, allowable: Allowable, classes: AdvisoryClasses): boolean {
  const { finding, fingerprint, isSwapped } = allowable;
  if (entry.package !== undefined && (finding.package === undefined || !covers(entry.package, finding.package)))
    return false;
  if (entry.path !== undefined && (finding.location === null || !entry.path.matches(finding.location.path)))
    return false;
  if (entry.rule !== undefined) return entry.rule === finding.rule;
  if (entry.fingerprint !== undefined) {
    const isSecret = finding.category === 'secret';
    return isSwapped !== true && sameFingerprint(entry.fingerprint, fingerprint, isSecret);
  }
  const wanted = entry.advisory;
  if (wanted === undefined) return false;
  return finding.advisories.some(
    (id) => sameId(id) === sameId(wanted) || classes.nameOf(id) === classes.nameOf(wanted),
  );
}

/**
 * A count behind it (`:2`) tells copies apart in reports; an entry without one is for all of them. Not of secrets: a
 * fingerprint holds nothing of the value, so each further one has to be allowed for itself.
 */
function sameFingerprint(wanted: string, got: string, isSecret: boolean): boolean {
  const [want, have] = [wanted.toLowerCase(), got.toLowerCase()];
  return want === have || (!isSecret && !want.includes(':') && have.split(':', 1)[0] === want);
}

/** The list by what its entries name, so that a hundred thousand findings do not meet every entry. */
export class AllowList {
  readonly entries: readonly AllowEntry[];
  private readonly classes: AdvisoryClasses;
  private readonly byKey = new Map<string, AllowEntry[]>();

  constructor(entries: readonly AllowEntry[], classes: AdvisoryClasses) {
    this.entries = entries;
    this.classes = classes;
    for (const entry of entries) {
      const key = this.keyOf(entry);
      const some = this.byKey.get(key) ?? [];
      this.byKey.set(key, some);
      some.push(entry);
    }
  }

  /** Entries that are about the finding, in the order of the file. */
  about(allowable: Allowable): readonly AllowEntry[] {
    if (this.entries.length === 0) return [];
    const { finding, fingerprint } = allowable;
    const keys = new Set([
      `rule ${finding.rule}`,
      `fingerprint ${bareFingerprint(fingerprint)}`,
      ...finding.advisories.map((id) => `advisory ${this.classes.nameOf(id)}`),
    ]);
    const some = [...keys].flatMap((key) => this.byKey.get(key) ?? []);
    const fitting = some.filter((entry) => isAbout(entry, allowable, this.classes));
    return fitting.toSorted((one, two) => one.index - two.index);
  }

  private keyOf({ advisory, fingerprint, rule }: AllowEntry): string {
    if (advisory !== undefined) return `advisory ${this.classes.nameOf(advisory)}`;
    if (fingerprint !== undefined) return `fingerprint ${bareFingerprint(fingerprint)}`;
    return `rule ${rule ?? ''}`;
  }
}

function bareFingerprint(fingerprint: string): string {
  return fingerprint.toLowerCase().split(':', 1)[0] ?? '';
}
