/** Finer parts than one billionth are rounded up, as Kubernetes does. */
const NANO = 1_000_000_000n;

/** In billionths; those of one letter are powers of ten, those with `i` powers of two. */
const SUFFIXES: ReadonlyMap<string, bigint> = new Map([
  ['n', 1n],
  ['u', 1000n],
  ['m', 1_000_000n],
  ['', NANO],
  ...['k', 'M', 'G', 'T', 'P', 'E'].map((suffix, index) => [suffix, NANO * 1000n ** BigInt(index + 1)] as const),
  ...['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'].map((suffix, index) => [suffix, NANO * 1024n ** BigInt(index + 1)] as const),
]);

const FORM = /^([+-]?)([0-9]*)(?:\.([0-9]*))?(?:([numkMGTPE]|[KMGTPE]i)|[eE]([+-]?[0-9]{1,4}))?$/;

/**
 * An amount as Kubernetes writes it: `250m`, `512Mi`, `1.5`, `1e3`.
 * https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
export class Quantity {
  /** In billionths. */
  readonly nanos: bigint;
  /** As 1.5Gi: Kubernetes keeps it as a decimal, and calls no decimal a whole number. */
  readonly #isDecimal: boolean;

  constructor(nanos: bigint, isDecimal = false) {
    this.nanos = nanos;
    this.#isDecimal = isDecimal;
  }

  /** undefined for a text that is no quantity. */
  static of(text: string): Quantity | undefined {
    const [, sign, whole = '', part = '', suffix, exponent] = FORM.exec(text.length > 100 ? '' : text) ?? [];
    // Kubernetes takes a suffix alone for nothing of it.
    if (whole === '' && part === '' && suffix === undefined) return undefined;
    const digits = BigInt(whole + part);
    const size = digits * scale(suffix ?? '', exponent ?? '0');
    const divisor = 10n ** (BigInt(part.length) + BigInt(Math.max(-Number(exponent ?? 0), 0)));
    const nanos = (size + divisor - 1n) / divisor;
    return new Quantity(sign === '-' ? -nanos : nanos, part !== '' && suffix?.endsWith('i'));
  }

  isInteger(): boolean {
    const whole = this.nanos / NANO;
    if (this.#isDecimal) return false;
    return this.nanos % NANO === 0n && whole < 2n ** 63n && whole >= -(2n ** 63n);
  }

  compareTo(other: Quantity): bigint {
    if (this.nanos === other.nanos) return 0n;
    return this.nanos < other.nanos ? -1n : 1n;
  }

  asInteger(): bigint {
    if (!this.isInteger()) throw new Error('the quantity is no whole number');
    return this.nanos / NANO;
  }

  asFloat(): number {
    return Number(this.nanos) / Number(NANO);
  }

  plus(other: Quantity): Quantity {
    return new Quantity(this.nanos + other.nanos);
  }

  minus(other: Quantity): Quantity {
    return new Quantity(this.nanos - other.nanos);
  }
}

function scale(suffix: string, exponent: string): bigint {
  const power = Math.max(Number(exponent), 0);
  return (SUFFIXES.get(suffix) ?? NANO) * 10n ** BigInt(power);
}
