import { createApiRef } from '@backstage/core-plugin-api';
import type { DeploymentsApi } from '@shipgate/backstage-plugin-deployments-common';

/** Reads deployments and verdicts. Replace its implementation to read them from elsewhere. */
export const deploymentsApiRef = createApiRef<DeploymentsApi>({ id: 'plugin.deployments.client' });
