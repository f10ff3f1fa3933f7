import { describe, expect, it } from 'vitest';
import { managedBy } from './managed-by.ts';

const instance = { 'app.kubernetes.io/instance': 'orders' };
const by = (manager: string) => [{ manager, operation: 'Apply' }];

describe('who manages an object', () => {
  it.each([
    [
      'Argo CD application orders',
      { annotations: { 'argocd.argoproj.io/tracking-id': 'orders:apps/Deployment:shop/order-service' } },
    ],
    ['Argo CD application orders', { labels: instance, managedFields: by('argocd-controller') }],
    ['Argo CD application orders', { labels: instance, managedFields: by('argocd-application-controller') }],
    ['Flux Kustomization orders', { labels: { 'kustomize.toolkit.fluxcd.io/name': 'orders' } }],
    ['Flux HelmRelease orders', { labels: { 'helm.toolkit.fluxcd.io/name': 'orders' } }],
  ])('is %s', (text, metadata) => {
    expect(managedBy({ metadata })).toBe(text);
  });

  it.each([
    ['the label that Helm charts write too', { labels: instance }],
    ['that label beside a manager who is not Argo CD', { labels: instance, managedFields: by('helm') }],
    ['an edit by Argo CD without a name of an application', { managedFields: by('argocd-controller') }],
    ['fields of another shape', { labels: instance, managedFields: 'argocd-controller' }],
    ['nothing', undefined],
  ])('is not known from %s', (_, metadata) => {
    expect(managedBy(metadata === undefined ? {} : { metadata })).toBeUndefined();
  });
});
