/** A process that dies at one of its outside calls: nothing behind it settles any more. */

/** Dies at the n-th outside call: before it is made, or when its effect is there and its answer is not. */
export interface Fate {
  left: number;
  readonly when: 'before' | 'behind';
  readonly died: () => void;
}

/** The promise of a process that is gone: it never settles. */
const gone = new Promise<never>(() => {});

export function mortal<A extends readonly unknown[], R>(
  fate: Fate,
  call: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  return async (...args) => {
    fate.left -= 1;
    if (fate.left < 0) return await gone;
    if (fate.left > 0) return await call(...args);
    if (fate.when === 'behind') await call(...args);
    fate.died();
    return await gone;
  };
}

/** Runs until the end, or until it dies; gives whether it died. */
export async function livesUntil(
  left: number,
  when: Fate['when'],
  run: (fate: Fate) => Promise<unknown>,
): Promise<boolean> {
  let isDead = false;
  const death = new Promise<void>((resolve) => {
    const died = () => {
      isDead = true;
      resolve();
    };
    void run({ left, when, died }).then(() => resolve(), resolve);
  });
  await death;
  return isDead;
}
