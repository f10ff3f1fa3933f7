/** A router that is one Kubernetes object: weights and record in one JSON Patch (RFC 6902), behind tests of all that was seen. */
import { isRecord } from '@shipgate/kit/host';
import type { RolloutRecord } from '../../steering/record.ts';
import { readRecord, writeRecord } from '../../steering/record-text.ts';
import type { Effect, Next, RouterKind, Seen, Traffic } from '../../steering/traffic.ts';
import { TrafficError } from '../../steering/traffic.ts';
import type { Cluster, KubeObject, PatchOperation } from './cluster.ts';
import { RECORD_ANNOTATION } from './cluster.ts';
import { managedBy } from './managed-by.ts';
import type { RouteRules } from './route-rules.ts';

export interface ObjectOptions {
  readonly kind: RouterKind;
  readonly cluster: Cluster;
  readonly rules: RouteRules;
  /** Deployment whose ready pods are stable's capacity. */
  readonly stableDeployment: string | undefined;
}

export class ObjectTraffic implements Traffic {
  readonly kind: RouterKind;
  readonly description: string;
  private readonly options: ObjectOptions;
  private readonly path: string;

  constructor(options: ObjectOptions) {
    const { kind, cluster, rules } = options;
    this.options = options;
    this.kind = kind;
    this.path = rules.path(cluster.namespace);
    this.description = `${rules.kind} ${cluster.namespace}/${decodeURIComponent(this.path.split('/').at(-1) ?? '')}`;
  }

  async read(signal: AbortSignal): Promise<Seen> {
    const object = await this.options.cluster.get(this.path, signal);
    return { ...this.seenIn(object), stablePods: await this.pods(signal) };
  }

  plan(seen: Seen, weight: number): readonly Effect[] {
    const operations = this.moves(objectOf(seen), weight);
    return operations.flatMap((operation): readonly Effect[] => {
      if (operation.op !== 'replace' && operation.op !== 'add') return [];
      const { path, value: to } = operation;
      const from = testedAt(operations, path);
      return from === to ? [] : [{ object: this.description, path, from, to }];
    });
  }

  async write(seen: Seen, { weight, record }: Next, signal: AbortSignal): Promise<Seen> {
    const object = objectOf(seen);
    const operations = [sameVersion(object), ...this.moves(object, weight), ...recordOperations(object, record)];
    const written = await this.options.cluster.patch(this.path, operations, signal);
    return { ...this.seenIn(written), stablePods: seen.stablePods };
  }

  /** None for the weight that is there, however it is written. */
  private moves(object: KubeObject, weight: number | undefined): readonly PatchOperation[] {
    const { rules } = this.options;
    return weight === undefined || rules.read(object).canary === weight ? [] : rules.operations(object, weight);
  }

  private seenIn(object: KubeObject): Omit<Seen, 'stablePods'> {
    const { canary: weight, live } = this.options.rules.read(object);
    const record = readRecord(object.metadata?.annotations?.[RECORD_ANNOTATION]);
    return { weight, live, record, managedBy: managedBy(object), token: object };
  }

  private async pods(signal: AbortSignal): Promise<number | undefined> {
    const { stableDeployment: name, cluster } = this.options;
    if (name === undefined) return undefined;
    const place = `/apis/apps/v1/namespaces/${encodeURIComponent(cluster.namespace)}`;
    const { status } = await cluster.get(`${place}/deployments/${encodeURIComponent(name)}`, signal);
    const { readyReplicas } = Object(status);
    return typeof readyReplicas === 'number' ? readyReplicas : 0;
  }
}

/** The object as it was read: what a patch is tested against. */
export function objectOf({ token }: Seen): KubeObject {
  if (isRecord(token)) return token;
  throw new TrafficError('conflict', 'the object was never read');
}

/** Refused as a conflict when anybody changed anything in between. */
export function sameVersion({ metadata }: KubeObject): PatchOperation {
  return { op: 'test', path: '/metadata/resourceVersion', value: metadata?.resourceVersion };
}

/** The annotation, in a map that may not be there yet. */
export function recordOperations({ metadata }: KubeObject, record: RolloutRecord): readonly PatchOperation[] {
  const text = writeRecord(record);
  if (metadata?.annotations === undefined)
    return [{ op: 'add', path: '/metadata/annotations', value: { [RECORD_ANNOTATION]: text } }];
  const path = `/metadata/annotations/${RECORD_ANNOTATION.replaceAll('/', '~1')}`;
  return [{ op: 'add', path, value: text }];
}

function testedAt(operations: readonly PatchOperation[], path: string): unknown {
  const found = operations.find((operation) => operation.op === 'test' && operation.path === path);
  return found !== undefined && 'value' in found ? found.value : undefined;
}
