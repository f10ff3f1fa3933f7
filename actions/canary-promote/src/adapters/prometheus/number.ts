/** Numbers of the API. Pure. */

const WORDS: Readonly<Record<string, number>> = {
  NaN: Number.NaN,
  '+Inf': Number.POSITIVE_INFINITY,
  Inf: Number.POSITIVE_INFINITY,
  '-Inf': Number.NEGATIVE_INFINITY,
};

/** Numbers come as texts; undefined when it is none. */
export function readNumber(text: unknown): number | undefined {
  if (typeof text !== 'string') return undefined;
  if (Object.hasOwn(WORDS, text)) return WORDS[text];
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : undefined;
}
