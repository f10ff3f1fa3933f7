// What a front needs, and how a plan names it. Pure.

export interface FrontSettings {
  /** Emptied and removed by the caller. */
  readonly folder: string;
  /** host:port of the pods. */
  readonly stable: readonly string[];
  readonly canary: readonly string[];
}

export interface Front {
  /** "HAProxy" or "a small proxy of the demo". */
  readonly name: string;
  /** Where requests go in. */
  readonly url: string;
  /** The section `router` of a plan. */
  readonly router: object;
  stop(): Promise<void>;
}

/** Names of the servers, as both fronts have them. */
export function serverNames({ stable, canary }: FrontSettings): {
  readonly stable: readonly string[];
  readonly canary: readonly string[];
} {
  const named = (letter: string, pods: readonly string[]) => pods.map((_, at) => `${letter}${at + 1}`);
  return { stable: named('s', stable), canary: named('c', canary) };
}

export function routerSection(folder: string, settings: FrontSettings): object {
  return {
    kind: 'haproxy',
    socket: `${folder}/admin.sock`,
    backend: 'orders',
    ...serverNames(settings),
    state: `${folder}/state`,
  };
}
