/** What is found in one file, before it is a finding. */
import type { Severity } from '../finding.ts';

export interface Found {
  readonly rule: string;
  readonly title: string;
  /** null: whose rule it is gives none. */
  readonly severity: Severity | null;
  readonly page?: string;
  readonly revoke?: string;
  /** Of the value, in the text of the file. */
  readonly start: number;
  readonly end: number;
  /** Of all that the rule matches. */
  readonly match: { readonly start: number; readonly end: number };
  /** What must be kept out of all texts; the value itself where left out. */
  readonly values?: readonly string[];
  /** Behind `rule … matches`, where the form is not all that it should be. */
  readonly doubt?: string;
  /** By a rule of the user's `.gitleaks.toml`. */
  readonly users?: true;
  /** The lower one is told where two overlap. */
  readonly rank: number;
}

/** What looks like a secret and is none: other rules are not asked again about it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Spans as one set of places: joined where they meet, so that a look-up takes few steps however many there are. */
export class Places {
  private readonly joined: { readonly start: number; end: number }[] = [];

  constructor(spans: readonly Span[]) {
    for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
      const last = this.joined.at(-1);
      if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
      else this.joined.push({ start, end });
    }
  }

  meet({ start, end }: Span): boolean {
    let low = 0;
    let high = this.joined.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.joined[middle]?.end ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    return (this.joined[low]?.start ?? Number.POSITIVE_INFINITY) < end;
  }
}

/** One of all that overlap: the surest, then the first by rank; in the order of the file. */
export function distinct(found: readonly Found[]): Found[] {
  const groups: { end: number; readonly members: Found[] }[] = [];
  for (const each of found.toSorted((a, b) => a.start - b.start)) {
    const last = groups.at(-1);
    if (last !== undefined && each.start < last.end) {
      last.members.push(each);
      last.end = Math.max(last.end, each.end);
    } else groups.push({ end: each.end, members: [each] });
  }
  return groups.flatMap(({ members }) => best(members));
}

function best(members: readonly Found[]): Found[] {
  if (members.length === 1) return [...members];
  const kept: Found[] = [];
  for (const each of members.toSorted((a, b) => a.rank - b.rank || a.start - b.start || b.end - a.end)) {
    const index = placeIn(kept, each.start);
    if (!meetsNear(kept, index, each)) kept.splice(index, 0, each);
  }
  return kept;
}

/** What is found for the file's name is of no length, and may stand between two others. */
function meetsNear(kept: readonly Found[], index: number, each: Found): boolean {
  const meets = ({ start, end }: Found) => each.start < end && start < each.end;
  const before = kept[index - 1];
  if (before !== undefined && meets(before)) return true;
  for (let at = index; at < kept.length; at++) {
    const other = kept[at];
    if (other === undefined || meets(other)) return other !== undefined;
    if (other.end > other.start) return false;
  }
  return false;
}

/** How many of them, in the order of the file, start before this place. Nothing in them overlaps. */
function placeIn(kept: readonly Found[], start: number): number {
  let [low, high] = [0, kept.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((kept[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
