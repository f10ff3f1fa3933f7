import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { describe, expect, it } from 'vitest';
import { TokenVerifier } from './oidc/token-verifier';
import { deploymentsRouter, OPEN_ROUTES } from './router';
import { DeliveryProcessing } from './services/delivery-processing';
import { EntityReader } from './services/entity-deployments';
import { Turns } from './services/turns';
import { VerdictIntake } from './services/verdict-intake';
import { readDescription } from './testing/api-description.fixture';
import { sqlite } from './testing/databases.fixture';

const database = sqlite();

/** What the router itself says, as `post /verdicts`. */
async function routes(): Promise<readonly string[]> {
  const knex = await database.empty();
  const settings = { environments: [], production: [], hosts: [], deliveryDays: 1 };
  const ports = { knex, now: Date.now, logger: mockServices.logger.mock(), tellChange: async () => {} };
  const router = deploymentsRouter({
    auditor: mockServices.auditor.mock(),
    httpAuth: mockServices.httpAuth.mock(),
    permissions: mockServices.permissions.mock(),
    catalog: catalogServiceMock.mock(),
    settings,
    verifier: new TokenVerifier([], Date.now),
    deliveries: new DeliveryProcessing(ports),
    verdicts: new VerdictIntake(ports),
    reader: new EntityReader(knex, settings),
    turns: new Turns(1),
  });
  return router.stack.map(({ route }) => {
    const [method] = Object.keys((route as unknown as { methods: object } | undefined)?.methods ?? {});
    return `${method} ${route?.path.replace(/:(\w+)/g, '{$1}')}`;
  });
}

const described = Object.entries(readDescription().paths ?? {}).flatMap(([path, operations]) =>
  Object.keys(operations ?? {})
    .filter((key) => key !== 'parameters')
    .map((method) => ({
      name: `${method} ${path}`,
      path,
      operation: (operations as Record<string, { security: object[] }>)[method],
    })),
);

describe('openapi.yaml', () => {
  it('describes every route of the router, and no other', async () => {
    expect(described.map(({ name }) => name).sort()).toEqual([...(await routes())].sort());
  });

  it('says of each route who may call it', () => {
    const open = described.filter(({ operation }) => !operation?.security.some((scheme) => 'backstageToken' in scheme));
    expect(open.map(({ path }) => path).sort()).toEqual([...OPEN_ROUTES].sort());
  });
});
