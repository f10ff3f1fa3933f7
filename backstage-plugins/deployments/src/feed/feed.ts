import {
  DEPLOYMENTS_SIGNAL,
  DeploymentsError,
  type DeploymentsSignal,
  type EntityDeployments,
} from '@shipgate/backstage-plugin-deployments-common';
import { type Hint, isPushedAfter, pollPeriod, SIGNAL_GAP } from './cadence';

export interface FeedState {
  /** The last good answer; stays while later questions fail, but for 403, which takes the right to see it. */
  readonly data: EntityDeployments | null;
  /** Why the newest question failed; null after a good answer. */
  readonly error: DeploymentsError | null;
  readonly isAsking: boolean;
  /** Milliseconds since 1970 of the last good answer. */
  readonly checkedAt: number | null;
  /** Do signals arrive? Otherwise it is polled more often. */
  readonly isPushed: boolean;
}

/** What the feed needs of Backstage's signals. */
export interface Signals {
  subscribe(channel: string, onMessage: (message: DeploymentsSignal) => void): { unsubscribe(): void };
}

/** What the feed needs of the browser's page. */
export interface Page {
  isVisible(): boolean;
  /** Calls back when the page is shown or hidden; returns what ends it. */
  onChange(listener: () => void): () => void;
}

export interface FeedPorts {
  load(): Promise<EntityDeployments>;
  readonly signals: Signals | undefined;
  readonly page: Page;
  now(): number;
}

type Cause = 'start' | 'signal' | 'poll' | 'shown' | 'person';

/**
 * Keeps one entity's deployments fresh: asks when a signal names the repository, and by polling beside. At most one
 * question is under way, and none while nobody sees the page. The state changes only when something of it does.
 */
export class DeploymentsFeed {
  readonly #ports: FeedPorts;
  readonly #listeners = new Set<() => void>();
  #state: FeedState = { data: null, error: null, isAsking: false, checkedAt: null, isPushed: false };
  #cause: Cause | null = null;
  #isOverdue = false;
  #askedAt = Number.NEGATIVE_INFINITY;
  #poll: ReturnType<typeof setTimeout> | undefined;
  #soon: ReturnType<typeof setTimeout> | undefined;
  #life = 0;

  constructor(ports: FeedPorts) {
    this.#ports = ports;
  }

  /** For useSyncExternalStore. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The same object until something changes. */
  readonly state = (): FeedState => this.#state;

  /** Begins to ask; returns what ends it. An answer that comes after the end is dropped. */
  readonly start = (): (() => void) => {
    const { signals, page } = this.#ports;
    const subscription = signals?.subscribe(DEPLOYMENTS_SIGNAL, (signal) => this.#onSignal(signal));
    const stopWatching = page.onChange(() => this.#onPageChange());
    this.#ask('start');
    return () => {
      this.#life += 1;
      this.#cause = null;
      subscription?.unsubscribe();
      stopWatching();
      clearTimeout(this.#poll);
      clearTimeout(this.#soon);
      this.#soon = undefined;
    };
  };

  /** Somebody wants it now. */
  readonly refresh = (): void => this.#ask('person');

  #onSignal(signal: DeploymentsSignal): void {
    this.#hint('signal');
    if (!this.#concerns(signal)) return;
    if (this.#cause !== null || !this.#ports.page.isVisible()) {
      // The answer under way may be older than what the signal tells of.
      this.#isOverdue = true;
      return;
    }
    const wait = this.#askedAt + SIGNAL_GAP - this.#ports.now();
    if (wait <= 0) this.#ask('signal');
    else this.#askSoon(wait);
  }

  /** A signal names a repository by GitHub's number, which is not known before its first event. */
  #concerns(signal: DeploymentsSignal): boolean {
    const { data } = this.#state;
    if (data === null) return true;
    if (data.repository === null) return false;
    const { host, id } = data.repository;
    return signal.host.toLowerCase() === host.toLowerCase() && (id === null || signal.repositoryId === id);
  }

  #onPageChange(): void {
    if (!this.#isOverdue || !this.#ports.page.isVisible()) return;
    this.#ask('shown');
  }

  #onPoll(): void {
    if (this.#ports.page.isVisible()) this.#ask('poll');
    else this.#isOverdue = true;
  }

  #ask(cause: Cause): void {
    if (this.#cause !== null) return;
    clearTimeout(this.#poll);
    this.#cause = cause;
    this.#isOverdue = false;
    this.#askedAt = this.#ports.now();
    this.#set({ isAsking: true });
    const life = this.#life;
    this.#ports.load().then(
      (data) => life === this.#life && this.#onAnswer(data, cause),
      (error: unknown) => life === this.#life && this.#onFailure(deploymentsError(error)),
    );
  }

  #onAnswer(data: EntityDeployments, cause: Cause): void {
    const before = this.#state.data;
    const isNews = before === null || JSON.stringify(before) !== JSON.stringify(data);
    if (isNews && cause === 'poll' && !this.#isOverdue) this.#hint('news-that-no-signal-told');
    this.#settle({ data: isNews ? data : before, error: null, checkedAt: this.#ports.now() });
  }

  #onFailure(error: DeploymentsError): void {
    this.#hint('no-answer');
    const data = error.status === 403 ? null : this.#state.data;
    this.#settle({ data, error });
  }

  #settle(change: Partial<FeedState>): void {
    this.#cause = null;
    this.#set({ ...change, isAsking: false });
    this.#poll = setTimeout(() => this.#onPoll(), pollPeriod(this.#state.isPushed));
    if (this.#isOverdue && this.#ports.page.isVisible()) {
      this.#askSoon(Math.max(0, this.#askedAt + SIGNAL_GAP - this.#ports.now()));
    }
  }

  #askSoon(wait: number): void {
    this.#soon ??= setTimeout(() => {
      this.#soon = undefined;
      this.#ask('signal');
    }, wait);
  }

  #hint(hint: Hint): void {
    this.#set({ isPushed: isPushedAfter(hint) });
  }

  #set(change: Partial<FeedState>): void {
    const next = { ...this.#state, ...change };
    const isSame = (Object.keys(next) as (keyof FeedState)[]).every((key) => Object.is(next[key], this.#state[key]));
    if (isSame) return;
    this.#state = next;
    for (const listener of this.#listeners) listener();
  }
}

function deploymentsError(error: unknown): DeploymentsError {
  if (error instanceof DeploymentsError) return error;
  return new DeploymentsError(error instanceof Error ? error.message : String(error), 0);
}
