/** The clock of the machine. */
import type { Timer } from '../ports.ts';

/** Longest wait of one timer, milliseconds: beyond 2^31 they fire at once. */
const LONGEST = 2 ** 31 - 1;

export const machineTimer: Timer = {
  now: () => Date.now(),
  until(time, signal) {
    return new Promise((resolve) => {
      const wait = Math.min(LONGEST, time - Date.now());
      if (wait <= 0 || signal.aborted) {
        resolve();
        return;
      }
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, wait);
      signal.addEventListener('abort', done);
    });
  },
};
