import type {
  CurrentDeployment,
  Deployment,
  DeploymentsApi,
  EntityDeployments,
  EnvironmentState,
  GateResult,
  ReasonSummary,
  Release,
} from '@shipgate/backstage-plugin-deployments-common';
import { DeploymentsError } from '@shipgate/backstage-plugin-deployments-common';

/** The moment at which the example is looked at. */
export const NOW = Date.parse('2026-11-20T10:20:30.000Z');

export const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'order-service',
    namespace: 'default',
    annotations: { 'github.com/project-slug': 'acme/order-service' },
  },
  spec: { type: 'service', owner: 'orders-team' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/orders-team' }],
};

const commits = {
  newest: 'e83b0c5a1f2d4b6c8e0f1a3b5c7d9e1f2a4b6c8d',
  next: '9c41f7e2d05f8a63b1c4e7f09a2d5b8c6e3f1a70',
  running: '4d0be16f3a5c7e9b1d3f5a7c9e1b3d5f7a9c1e3b',
  old: 'a7719d3b5d7f9a1c3e5b7d9f1a3c5e7b9d1f3a5c',
} as const;

/** A deployment; the changes say what matters to the test. */
export function deployment(changes: Partial<Deployment> = {}): Deployment {
  return {
    id: '9000001',
    environment: 'staging',
    version: 'v1.4.3',
    commit: commits.next,
    state: 'in_progress',
    description: null,
    weight: null,
    steps: [],
    by: 'backend-dev',
    createdAt: '2026-11-20T10:10:00.000Z',
    updatedAt: '2026-11-20T10:12:00.000Z',
    runUrl: 'https://github.com/acme/order-service/actions/runs/19532781146',
    environmentUrl: null,
    ...changes,
  };
}

export function current(changes: Partial<CurrentDeployment> = {}): CurrentDeployment {
  return { ...deployment({ state: 'success' }), since: '2026-11-20T09:52:11.000Z', ...changes };
}

export function environment(name: string, changes: Partial<EnvironmentState> = {}): EnvironmentState {
  return { name, isProduction: name === 'production', current: null, latest: null, ...changes };
}

export function reason(changes: Partial<ReasonSummary> = {}): ReasonSummary {
  return {
    code: 'drift',
    severity: 'error',
    blocks: 'fail',
    title: '`down` loses trigger `order_events_touch`',
    seen: 'after up and down, trigger `order_events_touch` on `order_events` is gone. Every command exited 0.',
    hurts: 'after a rollback, `order_events.updated_at` no longer changes',
    mend: 'give the trigger back in `down`',
    repair: {
      language: 'sql',
      text: 'CREATE TRIGGER order_events_touch BEFORE UPDATE ON order_events\n  FOR EACH ROW EXECUTE FUNCTION touch_order_events();',
    },
    location: { file: 'migrations/0016_order_events.down.sql', line: 1 },
    docs: 'https://github.com/shipgate/shipgate/blob/main/docs/reasons/migrate-gate/drift.md',
    ...changes,
  };
}

export function gate(changes: Partial<GateResult> = {}): GateResult {
  return {
    id: '1',
    gate: 'migrate-gate',
    outcome: 'pass',
    headline: 'migrate-gate, 2 migrations go up, come down and go up again',
    isGating: true,
    event: 'push',
    ref: 'refs/heads/main',
    environment: null,
    run: { id: '19532781146', attempt: 1, url: 'https://github.com/acme/order-service/actions/runs/19532781146' },
    finishedAt: '2026-11-20T09:40:00.000Z',
    toolVersion: '0.1.0',
    reasons: [],
    proofs: [
      { name: 'round-trip', required: true, outcome: 'pass', seen: 'up, down, up: 6 of 6 runs without an error' },
      { name: 'schema', required: true, outcome: 'pass', seen: '214 of 214 objects same' },
      { name: 'chain', required: false, outcome: 'not-proven', seen: 'not asked for (`chain: true`)' },
    ],
    ...changes,
  };
}

export function release(changes: Partial<Release> = {}): Release {
  return { commit: commits.next, version: 'v1.4.3', runsIn: ['staging'], gates: [], ...changes };
}

export const failing = gate({
  id: '2',
  outcome: 'fail',
  headline: 'migrate-gate, 2 faults block this change',
  reasons: [
    reason(),
    reason({
      code: 're-up-fails',
      title: 'the second `up` fails at `order_events`',
      seen: '`up` and `down` ran, then `up` failed: PostgreSQL says `type "order_priority" already exists`',
      hurts: 'after a rollback the mended release cannot be deployed',
      mend: 'let `down` also drop `order_priority`',
      repair: undefined,
      location: { file: 'migrations/0016_order_events.up.sql', line: 3 },
    }),
    reason({
      code: 'enum-stays',
      severity: 'warning',
      blocks: 'no',
      title: 'type `order_state` keeps a value',
      repair: undefined,
      docs: 'docs/reasons/migrate-gate/drift.md',
      allowance: { by: 'comment', reason: 'enum value cannot be removed, ORD-940', expires: '2027-02-28' },
    }),
  ],
  proofs: [
    { name: 'round-trip', required: true, outcome: 'fail', seen: 'up, down, up: 2 of 3 runs without an error' },
    { name: 'schema', required: true, outcome: 'fail', seen: '1 object of 33 differs after down' },
    { name: 'hygiene', required: true, outcome: 'pass', seen: '3 migrations read' },
    { name: 'chain', required: false, outcome: 'not-proven', seen: 'not asked for (`chain: true`)' },
  ],
});

export const unproven = gate({
  id: '3',
  gate: 'security-scan',
  outcome: 'unknown',
  headline: 'security-scan, 1 required proof is not known, so it blocks',
  reasons: [
    reason({
      code: 'registry-refused',
      severity: 'error',
      blocks: 'unknown',
      title: '`npm audit` got HTTP 405 from the registry',
      seen: 'expected advisories for 412 packages, got HTTP 405 from the registry',
      hurts: 'nothing is known about the packages, and what is not known does not pass',
      mend: 'point the job at a registry with audit, then run it again',
      repair: undefined,
      location: undefined,
      docs: 'https://github.com/shipgate/shipgate/blob/main/docs/reasons/security-scan/registry-refused.md',
    }),
  ],
  proofs: [{ name: 'advisories', required: true, outcome: 'not-proven', seen: 'the registry answered 405' }],
});

/** A service in the middle of the day: one release in production, one on its way, one that a gate stops. */
export const busy: EntityDeployments = {
  entityRef: 'component:default/order-service',
  repository: {
    host: 'github.com',
    slug: 'acme/order-service',
    url: 'https://github.com/acme/order-service',
    id: '4711',
  },
  asOf: '2026-11-20T10:20:04.000Z',
  environments: [
    environment('development', {
      current: current({ environment: 'development', version: 'v1.4.4-dev.7', commit: commits.newest }),
    }),
    environment('staging', {
      current: current({
        by: 'dev-lead',
        version: 'v1.4.2',
        commit: commits.running,
        since: '2026-11-19T16:40:00.000Z',
      }),
      latest: deployment({ id: '9000002' }),
    }),
    environment('pre-production', {
      current: current({
        environment: 'pre-production',
        version: 'v1.4.2',
        commit: commits.running,
        since: '2026-11-18T11:20:00.000Z',
        environmentUrl: 'https://pre.orders.example.com',
      }),
      latest: deployment({ id: '9000003', state: 'waiting', description: 'Waiting for review by `devops-lead`' }),
    }),
    environment('production', {
      current: current({
        environment: 'production',
        version: 'v1.4.1',
        commit: commits.old,
        by: 'devops-lead',
        since: '2026-11-14T09:31:00.000Z',
        environmentUrl: 'https://orders.example.com',
      }),
      latest: deployment({
        id: '9000004',
        environment: 'production',
        version: 'v1.4.2',
        state: 'failure',
        description: 'Health check of pod 3 timed out',
      }),
    }),
  ],
  releases: [
    release({ commit: commits.newest, version: 'v1.4.4-dev.7', runsIn: ['development'], gates: [failing, unproven] }),
    release({
      gates: [gate({ id: '4', isGating: false, event: 'pull_request', ref: 'refs/pull/71/merge' })],
      runsIn: [],
    }),
    release({
      commit: commits.running,
      version: 'v1.4.2',
      runsIn: ['staging', 'pre-production'],
      gates: [
        gate({ id: '5' }),
        gate({
          id: '6',
          gate: 'security-scan',
          headline: 'security-scan, 3 scanners looked at 412 packages',
          proofs: [],
        }),
      ],
    }),
    release({ commit: commits.old, version: 'v1.4.1', runsIn: ['production'], gates: [gate({ id: '7' })] }),
  ],
};

/** Nothing to act on. */
export const quiet: EntityDeployments = {
  ...busy,
  environments: busy.environments.map((each) => ({ ...each, latest: null })),
  releases: busy.releases.slice(2),
};

export const linkedOnly: EntityDeployments = { ...busy, asOf: null, environments: [], releases: [] };

export const notLinked: EntityDeployments = { ...linkedOnly, repository: null };

/** The API with answers that the test chooses, the last of them for ever; counts what was asked. */
export class FakeDeployments implements DeploymentsApi {
  readonly asked: string[] = [];
  #answers: (EntityDeployments | Error | Promise<EntityDeployments>)[];

  constructor(...answers: (EntityDeployments | Error | Promise<EntityDeployments>)[]) {
    this.#answers = answers;
  }

  /** From now on. */
  answers(...answers: (EntityDeployments | Error | Promise<EntityDeployments>)[]): void {
    this.#answers = answers;
  }

  async entity(entityRef: string): Promise<EntityDeployments> {
    this.asked.push(entityRef);
    const [answer, ...others] = this.#answers;
    if (others.length > 0) this.#answers = others;
    if (answer === undefined) throw new DeploymentsError('the fake was given no answer', 500);
    if (answer instanceof Error) throw answer;
    return answer;
  }

  async verdict(): Promise<never> {
    throw new DeploymentsError('the tab asks for no whole verdict', 500);
  }
}
