/** What the journal of a run begins with. */
import type { GateContext } from '@shipgate/kit/gate';
import type { Host } from '@shipgate/kit/host';
import { commitOfAction, subjectOf } from '@shipgate/kit/report/deliver';
import type { Subject } from '@shipgate/schemas';
import type { Configuration } from './configuration.ts';
import type { JournalHead } from './journal.ts';
import type { Preflight } from './preflight.ts';
import type { Source } from './source.ts';
import type { Router } from './steering/router.ts';

export function headOf(
  configuration: Configuration,
  ready: Preflight,
  { metrics, timer }: Source,
  { host, docs }: GateContext,
  version: string,
  router?: Router,
): JournalHead {
  const { plan, planHash, names } = configuration;
  const commit = commitOfAction(host);
  return {
    shipgate: 'canary-samples',
    version: 1,
    planHash,
    plan,
    preflight: ready,
    names,
    source: metrics.description,
    ...(router === undefined ? {} : { router }),
    subject: subjectFor(host, configuration),
    tool: { version, ...(commit === undefined ? {} : { commit }) },
    startedAt: new Date(timer.now()).toISOString(),
    docs: docs('REASON'),
  };
}

export function subjectFor(host: Host, { service, plan, commit }: Configuration): Subject {
  return {
    ...(commit === undefined ? {} : { commit }),
    ...subjectOf(host),
    ...(service === undefined ? {} : { service }),
    ...(plan.environment === undefined ? {} : { environment: plan.environment }),
  };
}
