/** Waits until nobody else is at `work` (a folder of its own names it), does it, and lets the next one in. */
export function withLock(folder: string, work: () => Promise<void>): Promise<void>;
