/** The router, the lock, the calendar, and the way back. */
import { mark } from '@shipgate/kit/report/sentence';
import type { FindingCode, RouterFinding, SoakFinding } from '../findings.ts';
import { takeBack } from './back.ts';
import { percent, span, weight } from './numbers.ts';
import { type Scene, said } from './scene.ts';
import type { ReasonText, ReasonTexts } from './text.ts';

const AGAIN = 'Then run the job again; it goes on where it stands.';

/** "10 % of the traffic", or that nobody can see it. */
function found({ found: percent }: { readonly found: number | null }, { canary }: Scene): string {
  return percent === null ? 'nobody knows how much traffic it has' : `${canary} has ${weight(percent)} of the traffic`;
}

function hasBegun({ course }: Scene): boolean {
  return course.steps.length > 0 || course.moving !== undefined;
}

type RouterText = ReasonText<RouterFinding['code']>;

const routerTexts: ReasonTexts<RouterFinding['code']> = {
  'weight-changed': {
    severity: 'error',
    title: (_, scene) => (hasBegun(scene) ? 'somebody else changed the weight' : 'the canary has traffic already'),
    seen: ({ detail }) => `${said(detail)}. It is not overwritten.`,
    hurts: (finding, scene) =>
      hasBegun(scene)
        ? `two hands steer one release: ${found(finding, scene)}, and no step of the plan says so.`
        : `a rollout begins with none: ${found(finding, scene)}.`,
    mend: (_, scene) =>
      hasBegun(scene)
        ? `find out who set it, in the history of the object. Set it back, or finish by hand. ${AGAIN}`
        : 'make the release that serves now `stable`, and set the canary to 0 %. Then run the job again.',
  },
  'route-changed': {
    severity: 'error',
    title: (_, scene) => (hasBegun(scene) ? 'the route is not what it was' : 'the route cannot be used'),
    seen: ({ detail }) => `${said(detail)}.`,
    hurts: () => 'no weight can be set, and no way back is sure.',
    mend: (_, scene) =>
      hasBegun(scene)
        ? `bring the route back as the plan's \`router\` names it. ${AGAIN}`
        : "let the plan's `router` name the route as it is, or the route have what the plan names.",
  },
  'router-unavailable': {
    severity: 'error',
    title: () => 'the router cannot be reached',
    seen: ({ detail, after }) => `${said(detail)}, ${span(after)} after the step began.`,
    hurts: () => 'while nobody can see the traffic, nothing is promoted; a rollback waits for it too.',
    mend: () => `see why the API does not answer. ${AGAIN}`,
  },
  'router-refused': {
    severity: 'error',
    title: () => 'the router refuses this run',
    seen: ({ detail }) => `${said(detail)}.`,
    hurts: () => 'no weight can be set.',
    mend: () => `401: log in again. 403: give the account the rights on the page of this reason. ${AGAIN}`,
  },
  'taken-over': {
    severity: 'error',
    title: () => 'another run took over',
    seen: ({ detail }) => `${said(detail)}. This run writes nothing more.`,
    hurts: () => 'nothing, when it was meant: the other run goes on, or took the traffic back.',
    mend: () => 'look at the other run. `command: status` says where the rollout stands.',
  },
  'lock-held': {
    severity: 'error',
    title: () => 'another run is at work',
    seen: ({ detail }) => `${said(detail)}.`,
    hurts: () => 'two runs would move one weight.',
    mend: () => 'wait for the other run, or take the traffic back with `command: abort`.',
  },
  'rollout-open': {
    severity: 'error',
    title: () => 'another rollout is not over',
    seen: ({ detail }) => `${said(detail)}.`,
    hurts: () => 'a plan that changes under way would judge the rest by other rules.',
    mend: () => 'finish the open one with its own plan and version, or end it with `command: abort`.',
  },
  'route-managed': {
    severity: 'error',
    title: () => 'a GitOps controller has the route',
    seen: ({ detail }) => `${said(detail)}.`,
    hurts: () => 'it would set every weight back to what git says.',
    mend: () => 'use `router: {kind: gitops}`, or let it ignore the weights and write `managed: accept`.',
  },
} satisfies Record<RouterFinding['code'], RouterText>;

export const trafficTexts: ReasonTexts<
  | RouterFinding['code']
  | Extract<
      FindingCode,
      | 'stable-scaled-down'
      | 'calendar-closed'
      | 'rollback-incomplete'
      | 'taken-back'
      | 'journal-lost'
      | 'no-rollout'
      | 'soak-breached'
    >
> = {
  ...routerTexts,
  'stable-scaled-down': {
    severity: 'error',
    title: (_, { stable }) => `${stable} was scaled down`,
    seen: ({ ready, before }) => `${ready} of ${before} pods of stable are ready.`,
    hurts: (_, { stable }) => `${stable} could not bear all traffic, should it come back.`,
    mend: ({ before }, { stable }) => `scale ${stable} to ${before} pods and keep it so until the rollout is over.`,
  },
  'calendar-closed': {
    severity: 'error',
    title: () => 'the calendar is closed',
    seen: ({ why }) => `${said(why)}.`,
    hurts: () => 'nobody may be there who could mend what a release breaks.',
    mend: () =>
      `wait, or change \`freeze\` or \`windows\` by a review. Taking traffic back is always allowed. ${AGAIN}`,
  },
  'rollback-incomplete': {
    severity: 'error',
    title: (finding, scene) => `not all traffic is back: ${found(finding, scene)}`,
    seen: ({ target, detail }) => `${weight(target)} was to be set; ${said(detail)}.`,
    hurts: (_, { canary }) => `users still meet ${canary}, which is to be taken back.`,
    mend: (_, scene) => takeBack(scene),
  },
  'taken-back': {
    severity: 'error',
    title: ({ cause }, { canary }) => `${canary} was taken back: ${causes[cause]}`,
    seen: ({ by, weight: at }) => `it had ${weight(at)}${by === null ? '' : `; asked for by ${mark(by)}`}.`,
    hurts: (_, { canary }) => `${canary} is out of service, without a word of its own evidence.`,
    mend: (_, { canary }) => `look why, and begin anew with ${canary} or the next version.`,
  },
  'soak-breached': {
    severity: 'error',
    title: ({ limit: which }, { canary }) => `${canary} does not keep ${soakNames[which]} of its soak`,
    seen: (finding) => `${soakSeen(finding)}, ${span(finding.after)} after the rollout.`,
    hurts: (_, { canary }) => `all users are on ${canary}.`,
    mend: (_, scene) => takeBack(scene),
  },
  'no-rollout': {
    severity: 'error',
    title: () => 'no rollout is under way',
    seen: () => 'the router holds no record of one.',
    hurts: () => 'nothing was done.',
    mend: () => 'look whether `router` and `environment` of the plan are those of the rollout.',
  },
  'journal-lost': {
    severity: 'note',
    title: () => 'the counts of the run before are lost',
    seen: () => 'the step began anew, and alpha is that of what was counted since.',
    hurts: () => 'what was counted before does not help the proof.',
    mend: () => 'nothing; `samples.jsonl` of the run before still has them.',
  },
};

const soakNames = {
  'error-rate': 'the error rate',
  'latency-p95': 'the latency',
  availability: 'the availability',
  'critical-alerts': 'the alerts',
} as const;

function soakSeen({ limit, allowed, seen }: SoakFinding): string {
  if (limit === 'critical-alerts') return `${seen} critical alerts fire, limit ${allowed}`;
  if (limit === 'latency-p95') return `${percent(seen)} of the requests are slower than ${span(allowed)}, limit 5 %`;
  const digits = (rate: number) => `${Math.round(rate * 1e5) / 1e3} %`;
  return `${limit === 'availability' ? 'availability' : 'errors'} ${digits(seen)}, limit ${digits(allowed)}`;
}

const causes = {
  step: 'by its steps',
  rollback: 'by its evidence',
  stage: 'in stages',
  abort: 'aborted',
  cancel: 'the job was cancelled',
  reap: 'its run died',
  soak: 'its soak was breached',
} as const;
