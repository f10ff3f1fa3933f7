import { createBackend } from '@backstage/backend-defaults';
import { firstSocket } from './first-socket';
import { refuseProduction } from './refuse-production';

refuseProduction(process.env);
// Whoever started this process is gone: so is the reason to serve. Without a parent the event never comes.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));

const backend = createBackend();
backend.add(import('@backstage/plugin-app-backend'));
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-permission-backend'));
// The demo's policy: everybody may do everything. A portal of your own has a policy of its own here.
backend.add(import('@backstage/plugin-permission-backend-module-allow-all-policy'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(firstSocket);
backend.add(import('@shipgate/backstage-plugin-deployments-backend'));

backend.start().then(
  () => process.send?.({ type: 'started' }),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
