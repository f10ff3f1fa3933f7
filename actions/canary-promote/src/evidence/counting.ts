/** Logarithms of factorials, and the two laws of counts that the tests average over. Natural logarithms throughout. */

const TABLE = 4096;
const logFactorials = new Float64Array(TABLE);
for (let n = 2; n < TABLE; n += 1) logFactorials[n] = (logFactorials[n - 1] ?? 0) + Math.log(n);

const HALF_LOG_TWO_PI = 0.9189385332046727;

/** ln n!, for a whole n >= 0: summed to 4095, above by Stirling's series (error below 1e-15 relative). */
export function logFactorial(n: number): number {
  if (n < TABLE) return logFactorials[n] ?? 0;
  const inverse = 1 / n;
  return (n + 0.5) * Math.log(n) - n + HALF_LOG_TWO_PI + inverse / 12 - (inverse * inverse * inverse) / 360;
}

/** ln of the binomial coefficient n over k, for 0 <= k <= n. */
export function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}

/** Probabilities of consecutive whole numbers: `at[i]` is that of `first + i`. */
export interface CountLaw {
  readonly first: number;
  readonly at: Float64Array;
  readonly length: number;
}

/** Terms below this share of the largest are dropped: they would only add to an e-value, so it stays valid. */
const NEGLIGIBLE = 1e-14;

/** Of so many, ln n! has lost too many digits for a law that sums to 1. */
const LARGE = 1e6;

/** Room for one law, used again for every stratum: a law is read before the next is made in the same room. */
export class LawRoom implements CountLaw {
  first = 0;
  length = 0;
  at = new Float64Array(256);
  private turned = new Float64Array(256);

  /** One number with probability 1. */
  certain(value: number): this {
    this.first = value;
    this.length = 1;
    this.at[0] = 1;
    return this;
  }

  /** Hypergeometric: marked among `drawn` out of `all`, of which `marked` are marked. */
  hypergeometric(all: number, marked: number, drawn: number): this {
    const low = Math.max(0, drawn + marked - all);
    const high = Math.min(marked, drawn);
    if (low === high) return this.certain(low);
    const mode = clamp(Math.floor(((drawn + 1) * (marked + 1)) / (all + 2)), low, high);
    const top = Math.exp(logChoose(marked, mode) + logChoose(all - marked, drawn - mode) - logChoose(all, drawn));
    const rest = all - marked - drawn;
    this.spread(low, high, mode, top, (x) => ((marked - x) * (drawn - x)) / ((x + 1) * (rest + x + 1)));
    if (all > LARGE) this.normalise();
    return this;
  }

  /** Binomial: kept among `tried`, each with probability `kept`, 0 < kept <= 1. */
  binomial(tried: number, kept: number): this {
    if (kept >= 1 || tried === 0) return this.certain(tried);
    const mode = clamp(Math.floor((tried + 1) * kept), 0, tried);
    const top = Math.exp(logChoose(tried, mode) + mode * Math.log(kept) + (tried - mode) * Math.log1p(-kept));
    const odds = kept / (1 - kept);
    this.spread(0, tried, mode, top, (x) => (odds * (tried - x)) / (x + 1));
    if (tried > LARGE) this.normalise();
    return this;
  }

  /** From the mode up and down by the ratio p(x+1)/p(x), to what is negligible. */
  private spread(low: number, high: number, mode: number, top: number, ratio: (x: number) => number): void {
    const floor = top * NEGLIGIBLE;
    let down = 0;
    for (let x = mode, p = top; x > low; x -= 1) {
      p /= ratio(x - 1);
      if (p < floor) break;
      this.turned = grown(this.turned, down);
      this.turned[down] = p;
      down += 1;
    }
    this.first = mode - down;
    this.at = grown(this.at, down);
    for (let i = 0; i < down; i += 1) this.at[i] = this.turned[down - 1 - i] ?? 0;
    this.at[down] = top;
    let length = down + 1;
    for (let x = mode, p = top; x < high; x += 1) {
      p *= ratio(x);
      if (p < floor) break;
      this.at = grown(this.at, length);
      this.at[length] = p;
      length += 1;
    }
    this.length = length;
  }

  /** Logarithms of very large factorials lose digits; the shape of the law does not. */
  private normalise(): void {
    let sum = 0;
    for (let i = 0; i < this.length; i += 1) sum += this.at[i] ?? 0;
    for (let i = 0; i < this.length; i += 1) this.at[i] = (this.at[i] ?? 0) / sum;
  }

  /** Law of the difference `one - other` of two independent counts. */
  difference(one: CountLaw, other: CountLaw): this {
    this.first = one.first - (other.first + other.length - 1);
    this.length = one.length + other.length - 1;
    this.at = grown(this.at, this.length);
    this.at.fill(0, 0, this.length);
    for (let i = 0; i < one.length; i += 1) {
      const p = one.at[i] ?? 0;
      const start = i + other.length - 1;
      for (let j = 0; j < other.length; j += 1) this.at[start - j] = (this.at[start - j] ?? 0) + p * (other.at[j] ?? 0);
    }
    return this;
  }
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

function grown(room: Float64Array<ArrayBuffer>, index: number): Float64Array<ArrayBuffer> {
  if (index < room.length) return room;
  const larger = new Float64Array(Math.max(index + 1, 2 * room.length));
  larger.set(room);
  return larger;
}

/** ln of the sum of exp, and ln of the mean of exp over a list. */
export function logSumExp(values: ArrayLike<number>): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i += 1) highest = Math.max(highest, values[i] ?? highest);
  if (highest === Number.NEGATIVE_INFINITY) return highest;
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += Math.exp((values[i] ?? highest) - highest);
  return highest + Math.log(sum);
}

export function logMeanExp(values: ArrayLike<number>): number {
  return logSumExp(values) - Math.log(values.length);
}
