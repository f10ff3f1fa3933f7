/**
 * Random numbers that are the same on every machine: xoshiro128** (Blackman & Vigna, "Scrambled linear pseudorandom number
 * generators", 2018), its state filled by splitmix32 from a seed, a name and a number, so that each trace has a stream of its own.
 * Samplers are exact in law up to the rounding of a double; none is a normal approximation.
 */
const TWO_32 = 2 ** 32;
const TWO_53 = 2 ** 53;

export class Random {
  private a: number;
  private b: number;
  private c: number;
  private d: number;

  /** `name` and `index` tell streams of one seed apart. */
  constructor(seed: number, name = '', index = 0) {
    let mixed = mix(seed ^ 0x9e3779b9);
    for (let i = 0; i < name.length; i += 1) mixed = mix(mixed ^ name.charCodeAt(i));
    mixed = mix(mixed ^ index);
    const next = () => {
      mixed = (mixed + 0x9e3779b9) | 0;
      return mix(mixed);
    };
    this.a = next();
    this.b = next();
    this.c = next();
    this.d = next() | 1;
  }

  /** From a given state, to compare with the authors' numbers. */
  static ofState([a, b, c, d]: readonly [number, number, number, number]): Random {
    const random = new Random(0);
    [random.a, random.b, random.c, random.d] = [a, b, c, d];
    return random;
  }

  /** 32 bits, from 0. */
  whole(): number {
    const scrambled = Math.imul(this.b, 5);
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9);
    const shifted = this.b << 9;
    this.c ^= this.a;
    this.d ^= this.b;
    this.b ^= this.c;
    this.a ^= this.d;
    this.c ^= shifted;
    this.d = (this.d << 11) | (this.d >>> 21);
    return result >>> 0;
  }

  /** Uniform in the open interval from 0 to 1, 53 bits. */
  unit(): number {
    return ((this.whole() >>> 5) * 2 ** 26 + (this.whole() >>> 6) + 0.5) / TWO_53;
  }

  /** Uniform among 0 to size - 1; the bias is below size / 2^32. */
  below(size: number): number {
    return Math.floor((this.whole() / TWO_32) * size);
  }

  /** Mean 1. */
  exponential(): number {
    return -Math.log(this.unit());
  }

  /** Standard normal, by the polar method (Marsaglia & Bray 1964). */
  normal(): number {
    for (;;) {
      const u = 2 * this.unit() - 1;
      const v = 2 * this.unit() - 1;
      const s = u * u + v * v;
      if (s < 1 && s > 0) return u * Math.sqrt((-2 * Math.log(s)) / s);
    }
  }

  /** Mean 1 and the given coefficient of variation: gamma of shape 1 / cv^2 (Marsaglia & Tsang 2000). */
  noise(cv: number): number {
    if (cv === 0) return 1;
    const shape = 1 / (cv * cv);
    if (shape === 1) return this.exponential();
    const boosted = shape < 1 ? shape + 1 : shape;
    const value = this.gamma(boosted) * (shape < 1 ? this.unit() ** (1 / shape) : 1);
    return value / shape;
  }

  private gamma(shape: number): number {
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = this.normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(this.unit()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  }

  /** Multiplication of uniforms below a mean of 10, above it PTRS (Hörmann 1993, "The transformed rejection method for generating Poisson random variables"). */
  poisson(mean: number): number {
    if (mean <= 0) return 0;
    if (mean >= 10) return this.poissonByRejection(mean);
    const end = Math.exp(-mean);
    let count = 0;
    for (let product = this.unit(); product > end; product *= this.unit()) count += 1;
    return count;
  }

  private poissonByRejection(mean: number): number {
    const b = 0.931 + 2.53 * Math.sqrt(mean);
    const a = -0.059 + 0.02483 * b;
    const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
    const squeeze = 0.9277 - 3.6224 / (b - 2);
    for (;;) {
      const u = this.unit() - 0.5;
      const v = this.unit();
      const us = 0.5 - Math.abs(u);
      const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
      if (us >= 0.07 && v <= squeeze) return k;
      if (k < 0 || (us < 0.013 && v > us)) continue;
      const left = Math.log((v * inverseAlpha) / (a / (us * us) + b));
      if (left <= k * Math.log(mean) - mean - logFactorial(k)) return k;
    }
  }

  /** Inversion below a mean of 10, above it BTRS (Hörmann 1993, "The generation of binomial random variates"). */
  binomial(trials: number, probability: number): number {
    if (trials <= 0 || probability <= 0) return 0;
    if (probability >= 1) return trials;
    if (probability > 0.5) return trials - this.binomial(trials, 1 - probability);
    return trials * probability < 10
      ? this.binomialByInversion(trials, probability)
      : this.binomialByRejection(trials, probability);
  }

  private binomialByInversion(trials: number, probability: number): number {
    const odds = probability / (1 - probability);
    let mass = Math.exp(trials * Math.log1p(-probability));
    let left = this.unit();
    let count = 0;
    while (left > mass && count < trials) {
      left -= mass;
      mass *= (odds * (trials - count)) / (count + 1);
      count += 1;
    }
    return count;
  }

  private binomialByRejection(trials: number, probability: number): number {
    const deviation = Math.sqrt(trials * probability * (1 - probability));
    const b = 1.15 + 2.53 * deviation;
    const a = -0.0873 + 0.0248 * b + 0.01 * probability;
    const center = trials * probability + 0.5;
    const squeeze = 0.92 - 4.2 / b;
    const alpha = (2.83 + 5.1 / b) * deviation;
    const logOdds = Math.log(probability / (1 - probability));
    const mode = Math.floor((trials + 1) * probability);
    const top = logFactorial(mode) + logFactorial(trials - mode);
    for (;;) {
      const u = this.unit() - 0.5;
      const v = this.unit();
      const us = 0.5 - Math.abs(u);
      const k = Math.floor(((2 * a) / us + b) * u + center);
      if (k < 0 || k > trials) continue;
      if (us >= 0.07 && v <= squeeze) return k;
      const left = Math.log((v * alpha) / (a / (us * us) + b));
      if (left <= top - logFactorial(k) - logFactorial(trials - k) + (k - mode) * logOdds) return k;
    }
  }
}

/** The finalizer of splitmix32 (a 32-bit MurmurHash3 finalizer with other constants). */
function mix(value: number): number {
  let mixed = value | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return mixed ^ (mixed >>> 15);
}

const KNOWN = 4096;
const factorials = new Float64Array(KNOWN);
for (let n = 1; n < KNOWN; n += 1) factorials[n] = (factorials[n - 1] ?? 0) + Math.log(n);

/** ln n!, beyond the table by Stirling's series, whose first dropped term is below 1e-24 there. */
export function logFactorial(n: number): number {
  if (n < KNOWN) return factorials[n] ?? 0;
  const inverse = 1 / n;
  const series = inverse / 12 - inverse ** 3 / 360 + inverse ** 5 / 1260;
  return (n + 0.5) * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI) + series;
}
