import type { AuditorService, HttpAuthService, PermissionsService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Router } from 'express';
import createRouter from 'express-promise-router';
import type { Settings } from './config/settings';
import type { TokenVerifier } from './oidc/token-verifier';
import { audited } from './routes/audit';
import { readEntity, readEntityVerdict } from './routes/entities';
import { receiveVerdict } from './routes/verdicts';
import { receiveWebhook } from './routes/webhooks';
import type { DeliveryProcessing } from './services/delivery-processing';
import type { EntityReader } from './services/entity-deployments';
import type { Turns } from './services/turns';
import type { VerdictIntake } from './services/verdict-intake';

export interface RouterPorts {
  readonly auditor: AuditorService;
  readonly httpAuth: HttpAuthService;
  readonly permissions: PermissionsService;
  readonly catalog: CatalogService;
  readonly settings: Settings;
  readonly verifier: TokenVerifier;
  readonly deliveries: DeliveryProcessing;
  readonly verdicts: VerdictIntake;
  readonly reader: EntityReader;
  readonly turns: Turns;
}

/** Routes whose callers Backstage does not know: they prove themselves by signature or token. */
export const OPEN_ROUTES = ['/webhooks/github', '/verdicts'];

const ENTITY = '/entities/:kind/:namespace/:name';

/** The API as openapi.yaml describes it. */
export function deploymentsRouter(ports: RouterPorts): Router {
  const { auditor } = ports;
  const write = { severityLevel: 'medium', isBackstageCaller: false } as const;
  const read = { severityLevel: 'low', isBackstageCaller: true } as const;
  const router = createRouter();
  router.post('/webhooks/github', audited(auditor, { eventId: 'webhook-receive', ...write }, receiveWebhook(ports)));
  router.post('/verdicts', audited(auditor, { eventId: 'verdict-receive', ...write }, receiveVerdict(ports)));
  router.get(ENTITY, audited(auditor, { eventId: 'entity-read', ...read }, readEntity(ports)));
  router.get(
    `${ENTITY}/verdicts/:id`,
    audited(auditor, { eventId: 'verdict-read', ...read }, readEntityVerdict(ports)),
  );
  return router;
}
