/**
 * A root of a function between two points where it has different signs: Brent's method (Brent 1973, "Algorithms for Minimization
 * without Derivatives", chapter 4), with the stopping rule of R's `uniroot`, so that functions with steps give the same end.
 */
interface Point {
  readonly x: number;
  readonly y: number;
}

const EPSILON = Number.EPSILON;
const MOST_STEPS = 1000;

/** `precision` is R's `tol`: the root is known to half of it. */
export function brentRoot(of: (x: number) => number, from: number, to: number, precision: number): number {
  let last: Point = { x: from, y: of(from) };
  let best: Point = { x: to, y: of(to) };
  if (last.y === 0) return from;
  // The root lies between `best` and `other`; `last` is where `best` was before.
  let other = last;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const before = best.x - last.x;
    if (Math.abs(other.y) < Math.abs(best.y)) [last, best, other] = [best, other, best];
    const least = 2 * EPSILON * Math.abs(best.x) + precision / 2;
    const half = (other.x - best.x) / 2;
    if (Math.abs(half) <= least || best.y === 0) return best.x;
    const fast = Math.abs(before) >= least && Math.abs(last.y) > Math.abs(best.y);
    const wanted = fast ? (interpolated(last, best, other, before, least) ?? half) : half;
    const move = Math.abs(wanted) < least ? Math.sign(wanted) * least : wanted;
    last = best;
    best = { x: best.x + move, y: of(best.x + move) };
    if (best.y * other.y > 0) other = last;
  }
  return best.x;
}

/** The step by a line through two points or an inverse parabola through three; undefined where halving is safer. */
function interpolated(last: Point, best: Point, other: Point, before: number, least: number): number | undefined {
  const width = other.x - best.x;
  const t = best.y / last.y;
  let p: number;
  let q: number;
  if (last.x === other.x) {
    p = width * t;
    q = 1 - t;
  } else {
    const r = last.y / other.y;
    const s = best.y / other.y;
    p = t * (width * r * (r - s) - (best.x - last.x) * (s - 1));
    q = (r - 1) * (s - 1) * (t - 1);
  }
  if (p > 0) q = -q;
  else p = -p;
  const inside = p < 0.75 * width * q - Math.abs(least * q) / 2 && p < Math.abs((before * q) / 2);
  return inside ? p / q : undefined;
}
