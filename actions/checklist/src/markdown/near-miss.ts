/** Lines that people meant as items and that are none, so that nobody would look at them. */

/** `-[ ] a`, `- [] a`, `- [ ]a`, `- [ x ] a`, `- [✓] a`, `[ ] a` without a marker, `☐ a`. */
const LIKE_AN_ITEM =
  /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]*\[(?:[ \t]{0,3}|[ \t]?[xX✓✔√][ \t]?|-)\](?=[ \t\p{L}])|\[(?:[ \t]{0,2}|[xX✓✔√])\][ \t]+\p{L}|(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?[☐☑☒][ \t]*\p{L})/u;
const FENCE = /^[\s>]*(?:[-*+]|\d{1,9}[.)])?[ \t]*(```|~~~)/;

/** A line is looked at no further: both expressions try every blank of an indent. */
const MOST_SIGNS = 300;

export interface NearMiss {
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

/** `items`: lines that are items. Fenced code and comments are none. At most 20. */
export function nearMisses(text: string, items: ReadonlySet<number>): readonly NearMiss[] {
  if (!/[[☐☑☒]/.test(text)) return [];
  const found: NearMiss[] = [];
  let fence: string | undefined;
  let isComment = false;
  for (const [index, line] of text.split('\n').entries()) {
    const start = line.slice(0, MOST_SIGNS);
    const mark = FENCE.exec(start)?.[1];
    if (mark !== undefined && (fence === undefined || fence === mark)) fence = fence === undefined ? mark : undefined;
    if (fence !== undefined) continue;
    const opens = line.lastIndexOf('<!--');
    const wasComment = isComment;
    if (opens !== -1 || isComment) isComment = line.indexOf('-->', Math.max(opens, 0)) === -1;
    if (wasComment || items.has(index + 1) || !LIKE_AN_ITEM.test(start)) continue;
    found.push({ line: index + 1, text: line.trim().slice(0, 80) });
    if (found.length === 20) break;
  }
  return found;
}
