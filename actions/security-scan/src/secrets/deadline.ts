/** When the time of a scan is over: asked between files, and inside of one, between its pieces of work. */

/** The file that is being searched would take more time than there is. */
export class TooLate extends Error {
  constructor() {
    super('no time left');
    this.name = 'TooLate';
  }
}

/** Throws TooLate when there is no time left. */
export type Check = () => void;

export const unhurried: Check = () => undefined;

/** Pieces of work between two looks at the clock. */
const BETWEEN = 1024;

/** Cheap enough to be asked at every place in a text. */
export function seldom(check: Check): Check {
  let asked = 0;
  return () => {
    if (++asked % BETWEEN === 0) check();
  };
}
