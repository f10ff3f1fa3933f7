// What must be ended when the demo ends, however it ends.

export interface Closing {
  /** Notes how to end something that now runs. */
  add(close: () => unknown): void;
  /** Ends everything, the newest first, once; a second call waits for the first. */
  close(): Promise<void>;
}

/** `onTrouble` hears of what could not be ended; the rest is ended all the same. */
export function closing(onTrouble: (error: unknown) => void): Closing {
  const open: (() => unknown)[] = [];
  let closed: Promise<void> | undefined;
  const closeAll = async (): Promise<void> => {
    for (let close = open.pop(); close !== undefined; close = open.pop()) {
      try {
        await close();
      } catch (error) {
        onTrouble(error);
      }
    }
  };
  return {
    add: (close) => open.push(close),
    close: () => {
      closed ??= closeAll();
      return closed;
    },
  };
}
