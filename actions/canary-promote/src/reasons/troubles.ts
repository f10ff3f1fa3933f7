/** What could not be read. Never a pass, never a rollback by itself. */
import type { TroubleFinding } from '../findings.ts';
import type { TroubleCode } from '../strata.ts';
import { takeBack } from './back.ts';
import { span, weight } from './numbers.ts';
import { type Scene, said } from './scene.ts';
import type { ReasonText, ReasonTexts } from './text.ts';
import { namesOf } from './together.ts';

interface Words {
  /** Of the metrics, marked. */
  readonly title: (metric: string) => string;
  readonly hurts: string;
  /** What to do about the source. */
  readonly mend: string;
}

const NOT_ZERO = 'no errors seen is not the same as no errors';
const HALF = 'a sum over half of the pods can be better or worse than the whole';

const words: Readonly<Record<TroubleCode, Words>> = {
  'metrics-missing': {
    title: (metric) => `no series of ${metric}`,
    hurts: NOT_ZERO,
    mend: 'look whether the pods are scraped, and whether label and selector in the plan are theirs',
  },
  'metrics-stale': {
    title: (metric) => `no new samples of ${metric}`,
    hurts: NOT_ZERO,
    mend: 'look at the scrape target of the pods',
  },
  'scrape-gap': {
    title: (metric) => `a pod is missing from ${metric}`,
    hurts: HALF,
    mend: 'look whether that pod is up and scraped',
  },
  'counter-reset': {
    title: (metric) => `a counter of ${metric} began again`,
    hurts: 'what was counted between the last look and the restart is lost',
    mend: 'see why the pod restarted; a single restart is left behind with its stratum',
  },
  'metrics-not-a-number': {
    title: (metric) => `samples of ${metric} that are no numbers`,
    hurts: 'nothing can be counted from it',
    mend: 'see what exports it; the selectors of a plan name raw counters',
  },
  'metrics-infinite': {
    title: (metric) => `infinite samples of ${metric}`,
    hurts: 'nothing can be counted from infinity',
    mend: 'see what exports it; the selectors of a plan name raw counters',
  },
  'metrics-inconsistent': {
    title: (metric) => `the counts of ${metric} contradict each other`,
    hurts: 'counts that cannot be true prove nothing',
    mend: 'see that `bad` selects a part of `total`. Both have to be raw counters of whole numbers',
  },
  'several-series': {
    title: (metric) => `pods cannot be told apart in ${metric}`,
    hurts: 'the same request could be counted twice',
    mend: 'narrow the selector, or name the label of the pod in `arms.pod`',
  },
  'several-stable-releases': {
    title: () => 'more than one release stands beside the canary',
    hurts: 'nobody knows which of them the canary is to be compared with',
    mend: 'give `stable-version`, or wait until the old pods are gone',
  },
  'source-unavailable': {
    title: (metric) => `the source of ${metric} is not available`,
    hurts: NOT_ZERO,
    mend: 'see whether the source is up and can be reached from the runner',
  },
  'source-rate-limited': {
    title: (metric) => `the source of ${metric} refuses so many queries`,
    hurts: NOT_ZERO,
    mend: 'give the job a larger allowance there, or the plan a longer `interval`',
  },
  'source-timeout': {
    title: (metric) => `the source of ${metric} does not answer in time`,
    hurts: NOT_ZERO,
    mend: 'see what slows it down; `source.timeout` gives it longer',
  },
  'source-incomplete': {
    title: (metric) => `the source gave only a part of ${metric}`,
    hurts: HALF,
    mend: 'see which of its stores is down, or what cuts its answers',
  },
  'source-refused': {
    title: (metric) => `the source refuses the query of ${metric}`,
    hurts: NOT_ZERO,
    mend: 'see that the token in the variable of the plan is set, valid, and may read',
  },
};

function textOf(code: TroubleCode): ReasonText<TroubleCode> {
  const { title, hurts, mend } = words[code];
  return {
    severity: 'error',
    title: (finding) => title(namesOf(finding)),
    seen: (finding) => `${said(finding.detail)}. ${lasted(finding)}`,
    hurts: (finding, scene) => `${hurts}${stateOf(finding, scene)}.`,
    mend: ({ decided, policy }, scene) =>
      decided && policy === 'rollback'
        ? `${takeBack(scene)} Then ${mend}.`
        : `${mend}. Then run the job again; or ${takeBack(scene)}`,
  };
}

function lasted({ for: seconds, decided, policy }: TroubleFinding): string {
  const since = `Nothing usable for ${span(seconds)}`;
  return decided ? `${since}; the plan decides: \`no-data: ${policy}\`, outside alpha.` : `${since}.`;
}

function stateOf({ weight: at, decided, policy }: TroubleFinding, { canary, action }: Scene): string {
  if (decided && policy === 'rollback') return '';
  return action === 'finish' ? '' : `, and ${weight(at)} of the traffic is meant for ${canary}`;
}

export const troubleTexts: ReasonTexts<TroubleCode> = {
  'metrics-missing': textOf('metrics-missing'),
  'metrics-stale': textOf('metrics-stale'),
  'scrape-gap': textOf('scrape-gap'),
  'counter-reset': textOf('counter-reset'),
  'metrics-not-a-number': textOf('metrics-not-a-number'),
  'metrics-infinite': textOf('metrics-infinite'),
  'metrics-inconsistent': textOf('metrics-inconsistent'),
  'several-series': textOf('several-series'),
  'several-stable-releases': textOf('several-stable-releases'),
  'source-unavailable': textOf('source-unavailable'),
  'source-rate-limited': textOf('source-rate-limited'),
  'source-timeout': textOf('source-timeout'),
  'source-incomplete': textOf('source-incomplete'),
  'source-refused': textOf('source-refused'),
};
