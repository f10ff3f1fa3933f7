/** Others hear of a rollout: a GitHub deployment on its way, an issue and a hook after a rollback. None of them decides or holds anything. */
import type { Host } from '@shipgate/kit/host';
import type { Progress } from '@shipgate/kit/progress';
import { tellRun } from './conclude.ts';
import type { Configuration } from './configuration.ts';
import type { Rollout } from './decide.ts';
import type { JournalHead } from './journal.ts';
import { lastNews, mirrored } from './news.ts';
import { rated } from './reasons/numbers.ts';
import { sceneOf } from './reasons/scene.ts';
import { tellFinding } from './reasons.ts';
import type { Afterwards, RolledBack } from './steering/after-rollback.ts';
import type { Mirror } from './steering/mirror.ts';
import { isTrafficBack, type Told } from './told.ts';
import type { Saw } from './watch.ts';

export interface Tellers {
  /** Undefined when the plan asks for none. */
  openMirror(configuration: Configuration, host: Host, about: MirrorAbout): Mirror | undefined;
  /** Never rejects. */
  afterRollback(configuration: Configuration, host: Host, facts: RolledBack): Promise<readonly Afterwards[]>;
}

export interface MirrorAbout {
  /** The same in every run of one rollout. */
  readonly rollout: string;
  readonly log: (text: string) => void;
}

interface About {
  readonly configuration: Configuration;
  readonly head: JournalHead;
  readonly host: Host;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

export interface Telling {
  saw(saw: Saw): Saw;
  end(rollout: Rollout, soakUntil: number | undefined): Promise<void>;
}

/** Milliseconds that a cancelled run has for the last line. */
const HURRY = 300;

export function openTelling(tellers: Tellers, about: About): Telling {
  const { configuration, head, host, progress, signal } = about;
  const log = (text: string) => progress.note(text);
  const mirror = tellers.openMirror(configuration, host, { rollout: head.router?.rollout ?? '', log });
  return {
    saw: (saw) => (mirror === undefined ? saw : mirrored(mirror, configuration.plan, saw)),
    end: async (rollout, soakUntil) => {
      const told = tellRun(head, rollout, null);
      await mirror?.say(lastNews(told, soakUntil));
      const closed = mirror?.close() ?? Promise.resolve();
      if (signal.aborted) await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, HURRY).unref())]);
      else {
        await closed;
        await tellRollback(tellers, about, told);
      }
    },
  };
}

async function tellRollback(tellers: Tellers, { configuration, host, progress }: About, told: Told): Promise<void> {
  if (told.decision.action !== 'rollback' || !isTrafficBack(told)) return;
  for (const done of await tellers.afterRollback(configuration, host, rolledBack(configuration, host, told))) {
    if (done.done) progress.stage('after', done.what, 'ok');
    else progress.stage('after', `${done.what}: ${done.why}`, 'FAIL');
  }
}

function rolledBack({ service, commit, plan }: Configuration, host: Host, told: Told): RolledBack {
  const { decision, course, names, router } = told;
  const scene = sceneOf(told);
  const sums = [...(course.step?.sums.entries() ?? [])];
  const { serverUrl, repository, run } = host;
  const code =
    repository === undefined || commit === undefined ? undefined : `${serverUrl}/${repository}/blob/${commit}`;
  return {
    rollout: router?.rollout ?? '',
    service: service ?? repository ?? 'the service',
    environment: plan.environment ?? 'production',
    version: names.canary,
    weight: course.step?.weight ?? 0,
    reasons: decision.findings.map((finding) => {
      const { title, seen } = tellFinding(finding, told, scene, (each) => each);
      return `${title}: ${seen}`;
    }),
    numbers: sums.map(([name, { canary, stable }]) => `${name}: canary ${rated(canary)}, stable ${rated(stable)}`),
    runbook: code === undefined || plan.runbook === undefined ? undefined : `${code}/${encodeURI(plan.runbook)}`,
    run:
      run === undefined || repository === undefined ? undefined : `${serverUrl}/${repository}/actions/runs/${run.id}`,
    at: decision.at,
  };
}
