/** Whether tests run as many cases as they claim: in `.ci/real`, which sets SHIPGATE_REAL=1. */
export const isThorough = process.env['SHIPGATE_REAL'] === '1';

/**
 * How many cases a property, a fuzzer, a mutation loop or a repetition runs: all in `.ci/real`, in `npm test` only
 * `moderate` of them: a fifth and at least 50, where no other number is given. People wait for `npm test`, where what is
 * broken as a whole shows in a few cases; the many are for what goes wrong once in a thousand. A moderate number must still
 * reach every kind of case that the test names.
 */
export function runs(full: number, moderate = Math.max(Math.ceil(full / 5), 50)): number {
  return isThorough ? full : Math.min(full, moderate);
}

/**
 * Which of many like cases run, each of which takes seconds: all in `.ci/real`, in `npm test` the first and every third
 * behind it.
 */
export function some<Case>(all: readonly Case[]): readonly Case[] {
  return isThorough ? all : all.filter((_, index) => index % 3 === 0);
}
