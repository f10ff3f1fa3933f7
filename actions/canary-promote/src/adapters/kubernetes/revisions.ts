/** The templates that a Deployment has had: its ReplicaSets, newest first. As `kubectl rollout undo` reads them. Pure. */
import { isDeepStrictEqual } from 'node:util';
import type { KubeObject } from './cluster.ts';
import { annotation } from './deployment.ts';
import { unfit } from './routes/unfit.ts';

const REVISION = 'deployment.kubernetes.io/revision';

export class Revisions {
  private readonly sets: readonly KubeObject[];

  /** Only those that the Deployment owns count. */
  constructor(deployment: KubeObject, sets: readonly KubeObject[]) {
    const uid = deployment.metadata?.['uid'];
    this.sets = sets
      .filter(({ metadata }) => {
        const owners = metadata?.['ownerReferences'];
        return Array.isArray(owners) && owners.some((owner: unknown) => Object(owner).uid === uid);
      })
      .toSorted((one, other) => revisionOf(other) - revisionOf(one));
  }

  /** The template is one that no ReplicaSet has, or not the one that runs. */
  hasNewTemplate(deployment: KubeObject): boolean {
    const own = this.ownOf(deployment);
    return own === undefined || this.sets.some((set) => set !== own && wanted(set) > 0);
  }

  /** Only the newest template has pods. */
  isOne(deployment: KubeObject): boolean {
    const own = this.ownOf(deployment);
    return own !== undefined && this.sets.every((set) => set === own || wanted(set) === 0);
  }

  readyNew(deployment: KubeObject): number {
    const own = this.ownOf(deployment);
    return own === undefined ? 0 : ready(own);
  }

  readyOld(deployment: KubeObject): number {
    const own = this.ownOf(deployment);
    return this.sets.reduce((all, set) => (set === own ? all : all + ready(set)), 0);
  }

  /** The template before the newest, as it was written: what an undo brings back. Throws TrafficError `unfit` when there is none. */
  before(deployment: KubeObject): unknown {
    const own = this.ownOf(deployment);
    const old = this.sets.find((set) => set !== own);
    if (old === undefined)
      throw unfit('a revision before this one', 'none', 'the Deployment has never had another template');
    return templateOf(old);
  }

  private ownOf(deployment: KubeObject): KubeObject | undefined {
    const template: unknown = Object(deployment['spec']).template;
    return this.sets.find((set) => isDeepStrictEqual(templateOf(set), template));
  }
}

/** Without the label that the controller adds. */
function templateOf(set: KubeObject): unknown {
  const { template } = Object(set['spec']);
  const { metadata, ...rest } = Object(template);
  const { labels, ...others } = Object(metadata);
  const { 'pod-template-hash': _, ...kept } = Object(labels);
  return { metadata: { ...others, labels: kept }, ...rest };
}

function revisionOf(set: KubeObject): number {
  return Number(annotation(set, REVISION) ?? '0');
}

function wanted(set: KubeObject): number {
  return Number(Object(set['spec']).replicas ?? 0);
}

function ready(set: KubeObject): number {
  return Number(Object(set['status']).readyReplicas ?? 0);
}
