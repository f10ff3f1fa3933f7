/** Longer words are not compared: nobody slips so far, and the comparison takes time by the product of the lengths. */
const LONGEST = 64;

/**
 * The candidate that was probably meant, or undefined when none is near: within two edits (and at most every second
 * letter wrong), or one begins with the other. Upper and lower case are the same.
 */
export function suggest(word: string, candidates: readonly string[]): string | undefined {
  const lower = word.toLowerCase();
  let best: { candidate: string; rank: number } | undefined;
  for (const candidate of candidates) {
    const rank = rankOf(lower, candidate.toLowerCase());
    if (rank !== undefined && (best === undefined || rank < best.rank)) best = { candidate, rank };
  }
  return best?.candidate;
}

function rankOf(word: string, candidate: string): number | undefined {
  const longer = Math.max(word.length, candidate.length);
  const shorter = Math.min(word.length, candidate.length);
  if (longer > LONGEST) return undefined;
  const distance = editDistance(word, candidate);
  if (distance <= 2 && distance * 2 <= longer) return distance;
  const begins = word.startsWith(candidate) || candidate.startsWith(word);
  return begins && shorter >= 2 ? 3 + longer - shorter : undefined;
}

/**
 * Damerau-Levenshtein distance in its restricted form (optimal string alignment): insertions, deletions,
 * substitutions and swaps of neighbours, no part edited twice.
 */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const edits = [at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + cost];
      if (swapped) edits.push(at(beforeLast, j - 2) + 1);
      row.push(Math.min(...edits));
    }
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? 0;
}
