import { DefaultAuditorService } from '@backstage/backend-defaults/auditor';
import type { ServiceRef } from '@backstage/backend-plugin-api';
import { coreServices, createServiceFactory } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import type { Knex } from 'knex';
import type { Test } from 'supertest';
import request from 'supertest';
import { deploymentsPlugin } from '../plugin';
import { answerJudge } from './api-description.fixture';

export const SECRET = 'the-new-secret-of-github-com';
export const OLD_SECRET = 'the-old-secret-of-github-com';
export const SERVER_SECRET = 'the-secret-of-ghe.acme.example';

export interface AuditRecord {
  readonly eventId: string;
  readonly status: string;
  readonly severityLevel: string | undefined;
  readonly meta: Readonly<Record<string, unknown>>;
}

/** One replica of a Backstage backend with this plugin, whose services can be looked into. */
export interface TestReplica {
  /** Records that say how a request ended, the oldest first. */
  readonly audit: AuditRecord[];
  readonly signals: unknown[];
  /** What the permission policy says from now on. */
  decide(result: AuthorizeResult.ALLOW | AuthorizeResult.DENY): void;
  get(path: string): Test;
  post(path: string): Test;
  /** Throws when an answer is another than openapi.yaml says. */
  judged(test: Test): Promise<Awaited<Test>>;
  runTask(id: string): Promise<void>;
  /** When every delivery that came in has been read. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export interface ReplicaOptions {
  readonly knex: Knex;
  readonly issuer: string;
  readonly entities?: readonly Entity[];
}

export function configFor(issuer: string) {
  const workflows = ['acme/order-service/.github/workflows/*@refs/heads/main'];
  return {
    github: [
      {
        host: 'github.com',
        webhookSecrets: [SECRET, OLD_SECRET],
        oidc: { issuer, audience: 'shipgate', owners: ['1001'], repositories: ['5001'], workflows },
      },
      { host: 'ghe.acme.example', webhookSecret: SERVER_SECRET },
    ],
  };
}

export function component(name: string, annotations: Readonly<Record<string, string>>): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, annotations: { ...annotations } },
  };
}

export const ORDER_SERVICE = component('order-service', { 'github.com/project-slug': 'acme/order-service' });

export async function startReplica({ knex, issuer, entities = [ORDER_SERVICE] }: ReplicaOptions): Promise<TestReplica> {
  const audit: AuditRecord[] = [];
  const signals: unknown[] = [];
  let decision: AuthorizeResult.ALLOW | AuthorizeResult.DENY = AuthorizeResult.ALLOW;
  const scheduler = mockServices.scheduler();
  const backend = await startTestBackend({
    features: [
      deploymentsPlugin,
      catalogServiceMock.factory({ entities: [...entities] }),
      mockServices.rootConfig.factory({ data: { deployments: configFor(issuer) } }),
      serving(coreServices.database, { getClient: async () => knex }),
      serving(coreServices.scheduler, scheduler),
      serving(signalsServiceRef, { publish: async (signal) => void signals.push(signal) }),
      mockServices.permissions.mock({ authorize: async (asked) => asked.map(() => ({ result: decision })) }).factory,
      auditor(audit),
    ],
  });
  const judge = await answerJudge();
  const api = request(backend.server);
  return {
    audit,
    signals,
    decide: (result) => {
      decision = result;
    },
    get: (path) => api.get(`/api/deployments${path}`),
    post: (path) => api.post(`/api/deployments${path}`),
    judged: async (test) => {
      const answer = await test;
      const path = new URL(test.url).pathname.replace('/api/deployments', '');
      const faults = judge(test.method, path, answer.status, answer.body);
      if (faults.length > 0) throw new Error(`expected: what openapi.yaml says; got: ${faults.join('; ')}`);
      return answer;
    },
    settled: () => settled(knex),
    runTask: (id) => scheduler.triggerTask(id),
    stop: () => backend.stop(),
  };
}

async function settled(knex: Knex): Promise<void> {
  const end = Date.now() + 10_000;
  while ((await knex('delivery').where({ state: 'pending', note: null }).first('guid')) !== undefined) {
    if (Date.now() > end) throw new Error('expected: every delivery is read within 10 s; got: one that is pending');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

function serving<Service extends object>(service: ServiceRef<Service, 'plugin', 'singleton'>, fake: Service) {
  return createServiceFactory({ service, deps: {}, factory: () => fake });
}

/** Backstage's own auditor, which reads the caller of a request, writing to a list. */
function auditor(records: AuditRecord[]) {
  return createServiceFactory({
    service: coreServices.auditor,
    deps: { auth: coreServices.auth, httpAuth: coreServices.httpAuth, plugin: coreServices.pluginMetadata },
    factory: (deps) =>
      DefaultAuditorService.create(({ eventId, status, severityLevel, meta }) => {
        if (status !== 'initiated') records.push({ eventId, status, severityLevel, meta: meta ?? {} });
      }, deps),
  });
}
