import type { HttpAuthService, PermissionsService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { deploymentReadPermission } from '@shipgate/backstage-plugin-deployments-common';
import type { Request } from 'express';
import { Refusal } from '../refusal';
import type { EntityReader } from '../services/entity-deployments';
import type { AuditedWork, AuditNotes } from './audit';

interface Ports {
  readonly httpAuth: HttpAuthService;
  readonly catalog: CatalogService;
  readonly permissions: PermissionsService;
  readonly reader: EntityReader;
}

/** GET /entities/:kind/:namespace/:name */
export function readEntity(ports: Ports): AuditedWork {
  return async (request, response, notes) => {
    const entity = await readableEntity(ports, request, notes);
    response.json(await ports.reader.deployments(entity));
  };
}

/** GET /entities/:kind/:namespace/:name/verdicts/:id */
export function readEntityVerdict(ports: Ports): AuditedWork {
  return async (request, response, notes) => {
    const id = request.params['id'] ?? '';
    notes['verdict'] = id.slice(0, 100);
    const entity = await readableEntity(ports, request, notes);
    response.json(await ports.reader.verdict(entity, id));
  };
}

/** The entity, when the caller sees it in the catalog (else 404) and may read its deployments (else 403). */
async function readableEntity(ports: Ports, request: Request, notes: AuditNotes): Promise<Entity> {
  const credentials = await ports.httpAuth.credentials(request, { allow: ['user', 'service'] });
  const { kind = '', namespace = '', name = '' } = request.params;
  const asked = stringifyEntityRef({ kind, namespace, name });
  notes['entityRef'] = asked.slice(0, 300);
  const entity = await ports.catalog.getEntityByRef({ kind, namespace, name }, { credentials });
  if (entity === undefined) throw new Refusal(404, 'no-entity', `the catalog shows you no ${asked}`);
  const resourceRef = stringifyEntityRef(entity);
  const [decision] = await ports.permissions.authorize([{ permission: deploymentReadPermission, resourceRef }], {
    credentials,
  });
  if (decision?.result === AuthorizeResult.ALLOW) return entity;
  throw new Refusal(
    403,
    'permission',
    `expected: the permission ${deploymentReadPermission.name} for ${resourceRef}; got: none`,
  );
}
