import type { Entity } from '@backstage/catalog-model';
import { discoveryApiRef, identityApiRef } from '@backstage/core-plugin-api';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { mockApis, renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import type { DeploymentsApi } from '@shipgate/backstage-plugin-deployments-common';
import { deploymentsApiRef } from '../api';
import { entity as orderService } from '../feed/deployments.fixture';
import { FakeSignals } from '../feed/signals.fixture';
import { DeploymentsTab } from './DeploymentsTab';

/** Shows the tab of an entity, as an app would. */
export async function renderTab(api: DeploymentsApi, entity: Entity = orderService, signals = new FakeSignals()) {
  const discovery = mockApis.discovery({ baseUrl: 'https://portal.example.com' });
  const identity = mockApis.identity({ userEntityRef: 'user:default/guest' });
  const view = await renderInTestApp(
    <TestApiProvider
      apis={[
        [deploymentsApiRef, api],
        [signalApiRef, signals],
        [discoveryApiRef, discovery],
        [identityApiRef, identity],
      ]}
    >
      <EntityProvider entity={entity}>
        <DeploymentsTab />
      </EntityProvider>
    </TestApiProvider>,
  );
  return { ...view, signals };
}
