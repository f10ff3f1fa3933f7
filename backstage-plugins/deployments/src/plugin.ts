import {
  createApiFactory,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { DeploymentsClient } from '@shipgate/backstage-plugin-deployments-common';
import { deploymentsApiRef } from './api';
import { rootRouteRef } from './routes';

/** The plugin for the legacy frontend system. The new one finds `./alpha`. */
export const deploymentsPlugin = createPlugin({
  id: 'deployments',
  routes: { root: rootRouteRef },
  apis: [
    createApiFactory({
      api: deploymentsApiRef,
      deps: { discovery: discoveryApiRef, fetch: fetchApiRef },
      factory: ({ discovery, fetch }) => new DeploymentsClient(discovery, fetch),
    }),
  ],
});

/** Content of the entity tab, for `<EntityLayout.Route path="/deployments" title="Deployments">`. */
export const EntityDeploymentsContent = deploymentsPlugin.provide(
  createRoutableExtension({
    name: 'EntityDeploymentsContent',
    component: () => import('./tab/DeploymentsTab').then((module) => module.DeploymentsTab),
    mountPoint: rootRouteRef,
  }),
);
