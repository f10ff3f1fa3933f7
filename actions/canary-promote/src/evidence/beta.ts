/** ln of the gamma function and of the incomplete beta function. */

/** ln gamma(x), x > 0: Stirling's series above 12, below it by gamma(x + 1) = x gamma(x). */
export function logGamma(x: number): number {
  let shift = 0;
  let at = x;
  while (at < 12) {
    shift += Math.log(at);
    at += 1;
  }
  const square = 1 / (at * at);
  const series = (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680))) / at;
  return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series - shift;
}

export function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

/** ln of the integral from 0 to x of t^(a-1) (1-t)^(b-1) dt, 0 < x < 1. Source: DLMF 8.17.22, by Lentz's method. */
export function logIncompleteBeta(a: number, b: number, x: number): number {
  if (x < (a + 1) / (a + b + 2)) return logLowerTail(a, b, x);
  const whole = logBeta(a, b);
  return whole + Math.log1p(-Math.exp(Math.min(0, logLowerTail(b, a, 1 - x) - whole)));
}

const TINY = 1e-300;

function logLowerTail(a: number, b: number, x: number): number {
  const away = (value: number) => (Math.abs(value) < TINY ? TINY : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < 10_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    const step = d * c;
    fraction *= step;
    if (Math.abs(step - 1) < 1e-14) break;
  }
  return a * Math.log(x) + b * Math.log1p(-x) - Math.log(a) + Math.log(fraction);
}
