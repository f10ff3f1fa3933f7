import { renderTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { afterEach, describe, expect, it } from 'vitest';
import deploymentsPluginOfNewSystem, { deploymentsContent } from '../alpha';
import { deploymentsApiRef } from '../api';
import { busy, entity, FakeDeployments } from '../feed/deployments.fixture';
import { deploymentsPlugin, EntityDeploymentsContent } from '../plugin';

/** The first test that loads the tab waits for its modules to be transformed. */
const patient = { timeout: 30_000 };

afterEach(() => localStorage.clear());

describe('the tab', () => {
  it('renders on the entity page of the new frontend system', async () => {
    renderTestApp({
      extensions: [createTestEntityPage({ entity }), deploymentsContent],
      apis: [[deploymentsApiRef, new FakeDeployments(busy)]],
    });
    expect(await screen.findByRole('heading', { name: 'Environments' }, patient)).toBeInTheDocument();
    expect(screen.getByRole('heading', { name: 'Gates' })).toBeInTheDocument();
  });

  it('speaks Russian when the app does', async () => {
    // What the reader has chosen in the settings.
    localStorage.setItem('language', 'ru');
    const language = { availableLanguages: ['en', 'ru'] };
    renderTestApp({
      extensions: [createTestEntityPage({ entity }), deploymentsContent],
      apis: [[deploymentsApiRef, new FakeDeployments(busy)]],
      config: { app: { extensions: [{ 'api:app/app-language': { config: language } }] } },
    });
    expect(await screen.findByRole('heading', { name: 'Среды' }, patient)).toBeInTheDocument();
    expect(screen.getByText('ещё 2 причины')).toBeInTheDocument();
  });

  it('renders as an extension of the legacy frontend system', async () => {
    const api = new FakeDeployments(busy);
    await renderInTestApp(
      <TestApiProvider apis={[[deploymentsApiRef, api]]}>
        <EntityProvider entity={entity}>
          <Routes>
            <Route path="/" element={<EntityDeploymentsContent />} />
          </Routes>
        </EntityProvider>
      </TestApiProvider>,
    );
    expect(await screen.findByRole('heading', { name: 'Environments' }, patient)).toBeInTheDocument();
    expect(api.asked).toEqual(['component:default/order-service']);
  });

  it('comes with a client of the backend in both systems', () => {
    expect([...deploymentsPlugin.getApis()].map(({ api }) => api.id)).toEqual([deploymentsApiRef.id]);
    expect(deploymentsPluginOfNewSystem.getExtension('api:deployments')).toBeDefined();
    expect(deploymentsPluginOfNewSystem.getExtension('entity-content:deployments')).toBeDefined();
  });
});
