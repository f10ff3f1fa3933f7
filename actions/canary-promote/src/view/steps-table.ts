/** The table of steps. Pure. */
import { bold, type Column, type Markdown, type Text, table } from '@shipgate/kit/report/markdown';
import type { Metric } from '../plan.ts';
import { evidence, limit, percent, rated, short, span, weight } from '../reasons/numbers.ts';
import type { Told } from '../told.ts';
import type { StepStory } from './steps.ts';
import { tied, unbroken } from './tied.ts';

const right = (title: string): Column => ({ title: tied(title), align: 'right' });

export function stepsTable(told: Told, story: readonly StepStory[], metric: Metric): Markdown {
  const { plan } = told;
  const what = metric.kind === 'errors' ? 'errors' : `over ${short(metric.edges.at(-1) ?? 0)} s`;
  const proofs =
    plan.mode === 'evidence'
      ? [
          right(`Highest evidence (limit ${limit(1 / plan.alpha)})`),
          right(`Promotion proven after (limit ${limit(1 / plan.beta)})`),
        ]
      : [];
  const columns = [
    right('Step'),
    right('Held'),
    right(`Canary ${what}`),
    right(`Stable ${what}`),
    ...proofs,
    right('Share seen'),
    'Decision',
  ];
  const rows = story.map((step, s) => rowOf(told, step, metric, s === story.length - 1));
  return table(columns, [...rows, ...notReached(told, story, columns.length)]);
}

function rowOf(told: Told, step: StepStory, metric: Metric, isLast: boolean): readonly Text[] {
  const { plan } = told;
  const sums = step.sums.get(metric.name);
  const compared = step.weight < 100;
  const canary = sums === undefined ? 'nothing counted' : rated(sums.canary);
  const stable = !compared ? 'none left' : sums === undefined ? 'nothing counted' : rated(sums.stable);
  const proofs = plan.mode === 'evidence' ? [highestOf(step), provenOf(step)] : [];
  const share = step.share === null ? 'not known' : percent(step.share);
  const cells = [weight(step.weight), span((step.to - step.from) / 1000), canary, stable, ...proofs, share].map(
    unbroken,
  );
  return [...cells, decisionCell(told, step, isLast)];
}

function highestOf({ highest, strata, weight: at }: StepStory): string {
  if (strata.used === 0) return 'nothing counted';
  return at >= 100 ? `limits only, ${evidence(highest)}` : evidence(highest);
}

/** The time, or how far it came. */
function provenOf({ provenAfter, promotion, strata, weight: at }: StepStory): string {
  if (at >= 100) return '';
  if (strata.used === 0) return 'not proven';
  return provenAfter === null ? `not proven (${evidence(promotion)})` : span(provenAfter);
}

function decisionCell({ plan, course, decision }: Told, step: StepStory, isLast: boolean): Text {
  const unproven = decision.findings.some(
    (finding) => finding.code === 'promoted-without-proof' && finding.weight === step.weight,
  );
  if (unproven) return 'promote, without proof';
  const manual = plan.steps[step.step]?.manual === true;
  const approved = course.steps.some((each) => each.step === step.step && each.approved);
  const by = manual && approved ? ', let on by a person' : '';
  if (!isLast || step.decision === 'promote') return `promote${by}`;
  if (step.decision === 'finish') return `done${by}`;
  return step.decision === 'rollback' ? bold('rollback') : bold('hold');
}

function notReached({ plan }: Told, story: readonly StepStory[], width: number): readonly (readonly Text[])[] {
  const reached = new Set(story.map(({ step }) => step));
  const left = plan.steps.filter((_, s) => !reached.has(s)).map((step) => short(step.weight));
  if (left.length === 0) return [];
  const shown = left.length > 6 ? [...left.slice(0, 5), '…'] : left;
  const empty = Array.from({ length: width - 2 }, () => '');
  return [[tied(`${shown.join(', ')} %`), ...empty, 'not reached']];
}
