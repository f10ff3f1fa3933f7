// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { guessSlug, isDeploymentsAvailable } from './annotation';

const entityWith = (annotations?: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders', ...(annotations === undefined ? {} : { annotations }) },
});

describe('an entity', () => {
  it('has deployments when it names a repository', () => {
    expect(isDeploymentsAvailable(entityWith({ 'github.com/project-slug': 'acme/orders' }))).toBe(true);
    expect(isDeploymentsAvailable(entityWith({ 'github.com/project-slug': ' ' }))).toBe(false);
    expect(isDeploymentsAvailable(entityWith())).toBe(false);
  });

  it.each([
    ['url:https://github.com/acme/orders/tree/main/', 'acme/orders'],
    ['url:https://github.com/acme/orders', 'acme/orders'],
    ['url:https://ghes.example.com/acme/orders.git/', 'acme/orders'],
    ['file:/srv/catalog-info.yaml', null],
    ['url:https://github.com/acme', null],
  ])('read from %s is guessed to be of %s', (location, slug) => {
    expect(guessSlug(entityWith({ 'backstage.io/source-location': location }))).toBe(slug);
  });
});
