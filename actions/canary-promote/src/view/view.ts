/** What people see of a verdict besides its reasons. Pure. */

import { visible } from '@shipgate/kit/escape';
import { code, md, render, type Text, table } from '@shipgate/kit/report/markdown';
import type { ReportView } from '@shipgate/kit/report/view';
import type { Told } from '../told.ts';
import { evidenceChart, rateChart, stepsChart } from './charts.ts';
import { preflightClaims } from './claims.ts';
import { metricsSection } from './folded.ts';
import { type Headed, lastWeight } from './headline.ts';
import { leadOf, remarkOf } from './lead.ts';
import { routerWords } from './state.ts';
import { shownMetric } from './steps.ts';
import { stepsTable } from './steps-table.ts';
import { terminalOf } from './terminal.ts';
import { tied } from './tied.ts';

export function viewOf(headed: Headed): ReportView {
  const { told, scene, story } = headed;
  const remark = remarkOf(headed);
  return {
    lead: leadOf(headed),
    tables: tablesOf(headed),
    folded: [...evidenceChart(told), metricsSection(told, scene, story)],
    ...(remark === undefined ? {} : { remark }),
    footer: footerOf(told),
    terminal: terminalOf(headed),
    outputs: { decision: told.decision.action, weight: told.course.traffic?.weight ?? lastWeight(headed) },
  };
}

function tablesOf({ told, story, outcome }: Headed): readonly Text[] {
  if (told.dryRun) return [listOf(preflightClaims(told)), ...plannedTable(told)];
  const metric = shownMetric(told);
  const last = story.findLast(({ strata }) => strata.used > 0) ?? story.at(-1);
  if (metric === undefined || last === undefined) return [];
  const steps = outcome === 'pass' ? stepsChart(story, metric) : [];
  return [stepsTable(told, story, metric), ...(steps.length > 0 ? steps : rateChart(told, last, metric))];
}

/** What would be written; values of a later step stand as they would be from now. */
function plannedTable({ planned = [] }: Told): readonly Text[] {
  const rows = planned.flatMap(({ weight, effects }) =>
    effects.map(({ object, path, to }) => [`${weight} %`, visible(object), code(path), code(JSON.stringify(to) ?? '')]),
  );
  return rows.length === 0 ? [] : [table(['Step', 'Object', 'Path', 'Value'], rows)];
}

function listOf(sentences: readonly string[]): Text {
  return { markdown: sentences.map((sentence) => `- ${render(tied(sentence))}`).join('\n') };
}

function footerOf(told: Told): readonly Text[] {
  const { source, planHash, preflight, plan } = told;
  const test = plan.mode === 'evidence' ? [`test ${preflight.method ?? 'none accepted'}`] : [`mode ${plan.mode}`];
  return [source, routerWords(told), ...test, md`plan ${code(planHash.slice(0, 7))}`];
}
