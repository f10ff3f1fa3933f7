/** What an acting rollout needs from outside: traffic that it can move, and a cell that only one of two writers wins. */
import type { RolloutRecord } from './record.ts';

export type RouterKind =
  | 'istio'
  | 'gateway-api'
  | 'argo-rollouts'
  | 'replicas'
  | 'rolling'
  | 'blue-green'
  | 'haproxy'
  | 'gitops';

/** A router, with the record of the rollout beside its weights. canary-promote.md, "Routers" and "State and safety". */
export interface Traffic {
  readonly kind: RouterKind;
  /** For people: "VirtualService orders/order-service". */
  readonly description: string;
  /** What the router says now. Throws TrafficError. */
  read(signal: AbortSignal): Promise<Seen>;
  /** The changes that `write` would make for this weight, as data: what a dry run prints. Pure. Throws TrafficError `unfit`. */
  plan(seen: Seen, weight: number): readonly Effect[];
  /**
   * Compare and swap: sets the weight, when one is given, and keeps the record, in one write where the router has one; else
   * the record first, so that a run that died between the two can be seen. Touches nothing else of the object.
   * Throws TrafficError: `conflict` when the router is no longer as it was seen, and then nothing was written; `unknown-effect`
   * when nobody can say whether it was (a connection cut behind the request): read, then decide.
   * Resolves as soon as the write is taken; `live` of a later `read` tells when it arrived.
   */
  write(seen: Seen, next: Next, signal: AbortSignal): Promise<Seen>;
}

export interface Seen {
  /** Percent for the canary, as the router is told. */
  readonly weight: number;
  /** Percent that really goes there, where that can lag (GitOps, pods, Argo Rollouts); else the same. Negative: on the way, not there yet. */
  readonly live: number;
  /** Undefined: no rollout of ours was here. Text that is no record is TrafficError `odd-record`. */
  readonly record: RolloutRecord | undefined;
  /** A controller that would revert a change: "Argo CD application orders". */
  readonly managedBy: string | undefined;
  /** Pods of stable that are ready; undefined where the router does not know them. */
  readonly stablePods: number | undefined;
  /** The adapter's own, for `write`: which object, at which version. */
  readonly token: unknown;
}

export interface Next {
  /** Percent; undefined keeps the one seen. */
  readonly weight?: number | undefined;
  readonly record: RolloutRecord;
}

/** One change, for people and for tests: "VirtualService orders/order-service" "/spec/http/0/route/1/weight" 10 -> 25. */
export interface Effect {
  readonly object: string;
  /** JSON Pointer, or the command. */
  readonly path: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** Something that one of two writers wins: a Kubernetes object, a git ref, a file. */
export interface Cell<T> {
  /** For people: "Lease orders/shipgate-order-service". */
  readonly description: string;
  /** Throws TrafficError. */
  read(signal: AbortSignal): Promise<Versioned<T>>;
  /** Throws TrafficError `conflict` when the cell is no longer at that version: nothing was written. Gives the new version. */
  write(value: T, expected: Version, signal: AbortSignal): Promise<Version>;
}

/** Of a cell; undefined when there is none yet. */
export type Version = string | undefined;

export interface Versioned<T> {
  readonly value: T | undefined;
  readonly version: Version;
}

/** Moves the traffic of a router that has no place for a record. */
export interface Mover {
  readonly kind: RouterKind;
  readonly description: string;
  read(signal: AbortSignal): Promise<Omit<Seen, 'record'>>;
  plan(seen: Omit<Seen, 'record'>, weight: number): readonly Effect[];
  /** Throws TrafficError as `Traffic.write` does. */
  set(seen: Omit<Seen, 'record'>, weight: number, signal: AbortSignal): Promise<void>;
}

export type TrafficErrorCode =
  /** The object is no longer the one that was seen (409, a test of a JSON Patch, a push that is no fast-forward). */
  | 'conflict'
  /** Connection cut, 5xx, 429, time over, or the circuit breaker is open: nothing is known; it may pass by itself. */
  | 'unavailable'
  /** The request may or may not have had its effect. */
  | 'unknown-effect'
  /** 401, 403, or another refusal that waiting does not change. */
  | 'refused'
  /** The object is not there. */
  | 'missing'
  /** The object is there and cannot be used: no pair, three destinations, weights that are no pair's. */
  | 'unfit'
  /** Our own annotation cannot be read. */
  | 'odd-record';

/** `message`: expected, got, what to do, for people; holds no secret and nothing unescaped is promised of it. */
export class TrafficError extends Error {
  readonly code: TrafficErrorCode;
  constructor(code: TrafficErrorCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.name = 'TrafficError';
    this.code = code;
  }
}
