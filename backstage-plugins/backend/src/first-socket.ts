import { coreServices, createBackendModule } from '@backstage/backend-plugin-api';

/** Milliseconds after which the first socket has done its work. */
const longEnough = 500;

/**
 * Opens a WebSocket to signals once everything has started, and gives it up. signals-backend begins to listen for
 * upgrades when the first one comes, and leaves that one hanging: better ours than the first reader's.
 */
export const firstSocket = createBackendModule({
  pluginId: 'signals',
  moduleId: 'first-socket',
  register(module) {
    module.registerInit({
      deps: {
        discovery: coreServices.discovery,
        lifecycle: coreServices.rootLifecycle,
        logger: coreServices.logger,
      },
      async init({ discovery, lifecycle, logger }) {
        const url = (await discovery.getBaseUrl('signals')).replace(/^http/, 'ws');
        lifecycle.addStartupHook(() => {
          const socket = new WebSocket(url);
          // It is meant to hang; what matters is that it came.
          socket.addEventListener('error', () => logger.debug('the first socket of signals was closed'));
          setTimeout(() => socket.close(), longEnough).unref();
        });
      },
    });
  },
});
