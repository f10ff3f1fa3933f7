import type { SignalApi } from '@backstage/plugin-signals-react';
import type { JsonObject } from '@backstage/types';

/** Backstage's signals without a socket: what is sent arrives at once. */
export class FakeSignals implements SignalApi {
  readonly #listeners = new Map<string, Set<(message: JsonObject) => void>>();

  subscribe<T extends JsonObject>(channel: string, onMessage: (message: T) => void) {
    const listeners = this.#listeners.get(channel) ?? new Set();
    this.#listeners.set(channel, listeners);
    const listener = onMessage as (message: JsonObject) => void;
    listeners.add(listener);
    return { unsubscribe: () => void listeners.delete(listener) };
  }

  send(channel: string, message: JsonObject): void {
    for (const listener of this.#listeners.get(channel) ?? []) listener(message);
  }

  count(channel: string): number {
    return this.#listeners.get(channel)?.size ?? 0;
  }
}
