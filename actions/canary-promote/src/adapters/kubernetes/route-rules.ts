/** How a Kubernetes object holds the weights of a pair: one of these a kind of route. Pure. */
import type { KubeObject, PatchOperation } from './cluster.ts';

export interface RouteRules {
  /** "VirtualService", and the path of the object in a namespace. */
  readonly kind: string;
  path(namespace: string): string;
  /** The weights of the pair as the object has them. Throws TrafficError `unfit`: expected, got, what to do. */
  read(object: KubeObject): PairWeights;
  /** Operations that bring the pair to this weight, each behind a `test` of what was there. Nothing else is touched. */
  operations(object: KubeObject, weight: number): readonly PatchOperation[];
}

export interface PairWeights {
  /** Percent of the pair that goes to the canary. */
  readonly canary: number;
  /** Percent of the canary that is really served, where the object's status tells; else the same. */
  readonly live: number;
}
