import { ApiBlueprint, createFrontendPlugin, discoveryApiRef, fetchApiRef } from '@backstage/frontend-plugin-api';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { RiShipLine } from '@remixicon/react';
import { DeploymentsClient } from '@shipgate/backstage-plugin-deployments-common';
import { deploymentsApiRef } from './api';
import { rootRouteRef } from './routes';

export { deploymentsTranslationRef } from './words/ref';

/** Replaced by an extension `api:deployments` of the app, to read from elsewhere. */
export const deploymentsApi = ApiBlueprint.make({
  params: (defineParams) =>
    defineParams({
      api: deploymentsApiRef,
      deps: { discovery: discoveryApiRef, fetch: fetchApiRef },
      factory: ({ discovery, fetch }) => new DeploymentsClient(discovery, fetch),
    }),
});

export const deploymentsContent = EntityContentBlueprint.make({
  params: {
    path: '/deployments',
    title: 'Deployments',
    group: 'deployment',
    icon: <RiShipLine />,
    routeRef: rootRouteRef,
    filter: { kind: 'component' },
    loader: () => import('./tab/DeploymentsTab').then((module) => <module.DeploymentsTab />),
  },
});

/** The plugin for the new frontend system, found by `app.packages: all`. */
export default createFrontendPlugin({
  pluginId: 'deployments',
  title: 'Deployments',
  icon: <RiShipLine />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef },
  extensions: [deploymentsApi, deploymentsContent],
});
