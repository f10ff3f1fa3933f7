/** The lock as a Lease: https://kubernetes.io/docs/concepts/architecture/leases/ */
import type { LeaseState } from '../../steering/lease.ts';
import type { Cell, Versioned } from '../../steering/traffic.ts';
import { TrafficError } from '../../steering/traffic.ts';
import type { Cluster, KubeObject } from './cluster.ts';

/** What the holder leaves for a successor. */
const KEPT = 'shipgate.dev/kept';
const API = 'coordination.k8s.io/v1';

export class LeaseCell implements Cell<LeaseState> {
  readonly description: string;
  private readonly cluster: Cluster;
  private readonly name: string;
  /** As it was read last: what is not ours in it is kept. */
  private object: KubeObject | undefined;

  constructor(cluster: Cluster, name: string) {
    this.cluster = cluster;
    this.name = name;
    this.description = `Lease ${cluster.namespace}/${name}`;
  }

  async read(signal: AbortSignal): Promise<Versioned<LeaseState>> {
    try {
      this.object = await this.cluster.get(this.path, signal);
    } catch (error) {
      if (!(error instanceof TrafficError) || error.code !== 'missing') throw error;
      this.object = undefined;
      return { value: undefined, version: undefined };
    }
    return { value: stateOf(this.object), version: this.object.metadata?.resourceVersion };
  }

  async write(value: LeaseState, expected: string | undefined, signal: AbortSignal): Promise<string | undefined> {
    const object = this.objectWith(value, expected);
    this.object =
      expected === undefined
        ? await this.cluster.create(this.folder, object, signal)
        : await this.cluster.replace(this.path, object, signal);
    return this.object.metadata?.resourceVersion;
  }

  private get folder(): string {
    return `/apis/${API}/namespaces/${encodeURIComponent(this.cluster.namespace)}/leases`;
  }

  private get path(): string {
    return `${this.folder}/${encodeURIComponent(this.name)}`;
  }

  private objectWith(value: LeaseState, expected: string | undefined): KubeObject {
    const { metadata, spec, ...rest } = this.object ?? {};
    const { managedFields: _, ...kept } = metadata ?? {};
    const { [KEPT]: _kept, ...foreign } = kept.annotations ?? {};
    return {
      ...rest,
      apiVersion: API,
      kind: 'Lease',
      metadata: {
        ...kept,
        name: this.name,
        namespace: this.cluster.namespace,
        ...(expected === undefined ? {} : { resourceVersion: expected }),
        annotations: { ...foreign, ...(value.kept === undefined ? {} : { [KEPT]: value.kept }) },
      },
      spec: { ...Object(spec), ...specOf(value, Object(spec).holderIdentity) },
    };
  }
}

/** renewTime is a MicroTime: RFC 3339 with six digits of a second. */
function specOf({ holder, duration, renewedAt, transitions }: LeaseState, before: unknown): object {
  const time = new Date(renewedAt).toISOString().replace('Z', '000Z');
  return {
    holderIdentity: holder,
    leaseDurationSeconds: duration,
    renewTime: time,
    ...(holder === '' || holder === before ? {} : { acquireTime: time }),
    leaseTransitions: transitions,
  };
}

function stateOf({ spec, metadata }: KubeObject): LeaseState {
  const { holderIdentity, leaseDurationSeconds, renewTime, leaseTransitions } = Object(spec);
  const kept = metadata?.annotations?.[KEPT];
  return {
    holder: typeof holderIdentity === 'string' ? holderIdentity : '',
    duration: typeof leaseDurationSeconds === 'number' ? leaseDurationSeconds : 0,
    renewedAt: typeof renewTime === 'string' ? Date.parse(renewTime) : 0,
    transitions: typeof leaseTransitions === 'number' ? leaseTransitions : 0,
    ...(kept === undefined ? {} : { kept }),
  };
}
