/** The ways of a report: each is tried, whatever the others came to. */
import type { Progress } from '@shipgate/kit/progress';
import type { RetryClock } from '@shipgate/kit/retry';
import { messageOf } from '@shipgate/kit/troubles';
import { counted } from '@shipgate/kit/verdict';
import type { Fault } from '@shipgate/schemas';
import type { BackstageAddress } from './backstage/address.ts';
import { sendVerdicts } from './backstage/send.ts';
import { keepCheckRuns } from './check-run/keep.ts';
import { reportComments } from './comment/report.ts';
import type { Options } from './inputs.ts';
import type { Origin } from './origin.ts';
import type { Delivered, Way } from './outcome.ts';
import { joined, nothing, noticed, troubled } from './outcome.ts';
import type { Plan } from './plan.ts';
import type { CheckRuns, CodeScanning, Discussion, Identity, Portal } from './ports.ts';
import { uploadAnalyses } from './sarif/upload.ts';

/** The adapters, made when they are needed. */
export interface ReportPorts {
  readonly identity: Identity;
  /** Whether GitHub gives this job OIDC tokens. */
  readonly hasIdentity: boolean;
  portal(address: BackstageAddress, timeoutMs: number): Portal;
  discussion(token: string, repository: string): Discussion;
  scanning(token: string, repository: string): CodeScanning;
  checkRuns(token: string, repository: string): CheckRuns;
  readonly clock: RetryClock;
  /** An error that nobody expects, for maintainers. */
  debug(error: unknown): void;
}

interface Ways {
  readonly progress: Progress;
  readonly ports: ReportPorts;
}

/** Null: there is nothing to do that way. */
type Steps = Readonly<Record<Way, (() => Promise<Delivered>) | null>>;

export async function tryAllWays(plan: Plan, options: Options, origin: Origin, ways: Ways): Promise<Delivered> {
  const done: Delivered[] = [];
  for (const [name, step] of Object.entries(stepsOf(plan, options, origin, ways.ports)))
    done.push(await tryStep(name, step, ways));
  return joined(done);
}

function stepsOf(plan: Plan, options: Options, origin: Origin, ports: ReportPorts): Steps {
  const { backstage, audience, timeoutMs, token, comment, sarif, checkRun } = options;
  const { repository } = origin.subject;
  const { clock, identity } = ports;
  const sending = backstage !== null && plan.sends.length > 0;
  const withToken = (wanted: readonly unknown[], step: (token: string) => Promise<Delivered>) => {
    if (wanted.length === 0) return null;
    return token === undefined ? async () => noticed(noToken) : () => step(token);
  };
  return {
    backstage: sending
      ? () => sendVerdicts(plan.sends, { portal: ports.portal(backstage, timeoutMs), identity, audience, clock })
      : null,
    comment: withToken(plan.comments, (known) => {
      const discussion = ports.discussion(known, repository);
      return reportComments(plan.comments, origin, { discussion, clock, wish: comment });
    }),
    sarif: withToken(plan.analyses, (known) => {
      return uploadAnalyses(plan.analyses, sarif, ports.scanning(known, repository));
    }),
    'check-run': withToken(plan.checkRuns, (known) => {
      return keepCheckRuns(plan.checkRuns, { checkRuns: ports.checkRuns(known, repository), clock, wish: checkRun });
    }),
  };
}

const noToken = 'github-token is empty: no comment and no check run is kept, and nothing is uploaded to code scanning.';

async function tryStep(name: string, step: Steps[Way], { progress, ports }: Ways): Promise<Delivered> {
  if (step === null) {
    progress.stage(name, 'nothing to do', 'skip');
    return nothing;
  }
  progress.stage(name, 'at work', '..');
  try {
    const done = await step();
    tell(name, done, progress);
    return done;
  } catch (error) {
    ports.debug(error);
    const done = troubled(broken(name, error));
    tell(name, done, progress);
    return done;
  }
}

/** "2 sent, 1 trouble". */
function tell(name: string, { deliveries, troubles }: Delivered, progress: Progress): void {
  const states = deliveries.map(({ state }) => words[state]);
  const told = [...new Set(states)].map((state) => `${states.filter((one) => one === state).length} ${state}`);
  const parts = [...told, ...(troubles.length === 0 ? [] : [counted(troubles.length, 'trouble')])];
  const state = troubles.length > 0 ? 'FAIL' : told.length > 0 ? 'ok' : 'skip';
  progress.stage(name, parts.length === 0 ? 'nothing to do' : parts.join(', '), state);
}

/** What was done, in words. */
export const words = {
  sent: 'sent',
  'was-there': 'there already',
  created: 'written',
  updated: 'replaced',
  unchanged: 'unchanged',
  left: 'left to a newer run',
  uploaded: 'uploaded',
} as const;

function broken(name: string, error: unknown): Fault {
  return {
    title: `${name} broke`,
    expected: 'no error of our own',
    got: messageOf(error),
    do: 'run the job again with debug logging and report what its log says',
  };
}
