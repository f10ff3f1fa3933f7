/** What was found in a file, as findings: with the place, and without the value. Pure. */
import type { Location, RawFinding } from '../finding.ts';
import { digestOf } from '../masking/digest.ts';
import type { Found } from './found.ts';
import type { Lines } from './lines.ts';

/** Stands where a value was. */
export const MARK = '***';

/** Of a line that has no end in sight, what is around the value is enough. */
const AROUND = 120;
const CWE = ['CWE-798'] as const;

export interface Reported {
  readonly findings: readonly RawFinding[];
  readonly secrets: readonly string[];
}

export type Suppression = NonNullable<RawFinding['suppressedBy']>;

/** `suppressed` says whether people have let a finding through. */
export function reportOf(
  path: string,
  text: string,
  found: readonly Found[],
  lines: Lines,
  suppressed: (found: Found) => Suppression | undefined,
): Reported {
  const secrets = [...new Set(found.flatMap((each) => valuesOf(each, text)))];
  const findings = found.map((each, index): RawFinding => {
    const suppressedBy = suppressed(each);
    return {
      category: 'secret',
      rule: each.rule,
      title: each.title,
      severity: each.severity,
      message: `Rule ${each.rule} matches${each.doubt === undefined ? '' : `, but ${each.doubt}`}. The value is not shown.`,
      location: locationOf(path, each, lines),
      advisories: [],
      ...(each.end > each.start ? { snippet: snippetOf(text, index, found, lines) } : {}),
      secretDigest: digestOf(valuesOf(each, text).join('\n')),
      cwe: CWE,
      ...(each.page === undefined ? {} : { helpUri: each.page }),
      ...(each.revoke === undefined ? {} : { fix: each.revoke }),
      ...(suppressedBy === undefined ? {} : { suppressedBy }),
    };
  });
  return { findings, secrets };
}

/** A file that is found for its name or as a whole has no line. */
function locationOf(path: string, { start, end }: Found, lines: Lines): Location {
  if (end <= start) return { path };
  const last = lines.placeOf(end - 1);
  return { path, ...lines.placeOf(start), endLine: last.line, endColumn: last.column + 1 };
}

export function valuesOf(found: Found, text: string): readonly string[] {
  return found.values ?? [text.slice(found.start, found.end)];
}

/** The line of the value, every value in it replaced. `all` is in the order of the file, and nothing in it overlaps. */
function snippetOf(text: string, index: number, all: readonly Found[], lines: Lines): string {
  const of = all[index];
  if (of === undefined) return '';
  const from = Math.max(lines.spanOf(lines.placeOf(of.start).line).start, of.start - AROUND);
  const to = Math.min(lines.spanOf(lines.placeOf(of.end - 1).line).end, of.end + AROUND);
  const near = nearby(all, index, from, to);
  let shown = '';
  let at = from;
  for (const { start, end } of near) {
    if (start > at) shown += text.slice(at, start);
    shown += MARK;
    at = end;
  }
  shown += text.slice(Math.min(at, to), to);
  const values = near.flatMap((each) => valuesOf(each, text));
  return values.reduce((rest, value) => (value === '' ? rest : rest.replaceAll(value, MARK)), shown).trim();
}

/** The one at `index`, and what stands before and behind it between the two places. */
function nearby(all: readonly Found[], index: number, from: number, to: number): readonly Found[] {
  let first = index;
  while (first > 0 && (all[first - 1]?.end ?? 0) > from) first -= 1;
  let behind = index + 1;
  while (behind < all.length && (all[behind]?.start ?? to) < to) behind += 1;
  return all.slice(first, behind);
}
