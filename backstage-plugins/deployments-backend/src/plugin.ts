import { coreServices, createBackendPlugin } from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { deploymentsPermissions } from '@shipgate/backstage-plugin-deployments-common';
import { readSettings } from './config/read-settings';
import { trustedIssuers } from './config/settings';
import { TokenVerifier } from './oidc/token-verifier';
import { deploymentsRouter, OPEN_ROUTES } from './router';
import { tellBySignal } from './services/changes';
import { DeliveryProcessing } from './services/delivery-processing';
import { EntityReader } from './services/entity-deployments';
import { scheduleTasks } from './services/tasks';
import { Turns } from './services/turns';
import { VerdictIntake } from './services/verdict-intake';
import { openDatabase } from './store/migrate';

/** Deliveries that are read at once; SQLite does them one by one anyway. */
const WIDTH = 4;

/** Keeps what GitHub and the gates report, and answers what runs where and why. */
export const deploymentsPlugin = createBackendPlugin({
  pluginId: 'deployments',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
      },
      async init(services) {
        const { config, database, httpRouter, lifecycle, logger, scheduler, signals } = services;
        const settings = readSettings(config.getOptional('deployments'), process.env['NODE_ENV'] === 'production');
        const knex = await openDatabase(database);
        const now = Date.now;
        const tellChange = tellBySignal(signals, logger);
        const deliveries = new DeliveryProcessing({ knex, logger, now, tellChange });
        const turns = new Turns(WIDTH);
        const verdicts = new VerdictIntake({ knex, now, tellChange });
        const verifier = new TokenVerifier(trustedIssuers(settings), now);
        const reader = new EntityReader(knex, settings);
        services.permissionsRegistry.addPermissions(deploymentsPermissions);
        httpRouter.use(deploymentsRouter({ ...services, settings, deliveries, verdicts, verifier, reader, turns }));
        for (const path of OPEN_ROUTES) httpRouter.addAuthPolicy({ path, allow: 'unauthenticated' });
        await scheduleTasks({ scheduler, knex, deliveries, settings, now });
        lifecycle.addShutdownHook(() => turns.whenIdle());
      },
    });
  },
});
