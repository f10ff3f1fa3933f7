/**
 * Which GitOps controller would set an object back to what git says. Pure.
 * Argo CD: https://argo-cd.readthedocs.io/en/stable/user-guide/resource_tracking/
 * Flux: https://fluxcd.io/flux/components/kustomize/kustomizations/ and /helm/helmreleases/
 */
import type { KubeObject } from './cluster.ts';

/** "Argo CD application orders"; undefined when nobody is seen. */
export function managedBy({ metadata }: KubeObject): string | undefined {
  const { annotations = {}, labels = {} } = metadata ?? {};
  const tracked = annotations['argocd.argoproj.io/tracking-id'];
  if (tracked !== undefined) return `Argo CD application ${tracked.split(':')[0]}`;
  const instance = labels['argocd.argoproj.io/instance'] ?? labels['app.kubernetes.io/instance'];
  if (instance !== undefined && managers(metadata).some((name) => /^argocd[-_]/.test(name)))
    return `Argo CD application ${instance}`;
  const kustomization = labels['kustomize.toolkit.fluxcd.io/name'];
  if (kustomization !== undefined) return `Flux Kustomization ${kustomization}`;
  const release = labels['helm.toolkit.fluxcd.io/name'];
  return release === undefined ? undefined : `Flux HelmRelease ${release}`;
}

function managers(metadata: KubeObject['metadata']): readonly string[] {
  const fields = metadata?.['managedFields'];
  if (!Array.isArray(fields)) return [];
  return fields.map((field: unknown) => String(Object(field).manager ?? ''));
}
