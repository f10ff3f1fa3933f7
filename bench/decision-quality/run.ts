/**
 * `node bench/decision-quality/run.ts`: every rule on identical traces of every scenario. Writes results.jsonl, table.md and the
 * plots beside this file. `--aa-traces 10000` for scenarios with a good release, `--traces 2000` for the others and for those
 * that take long, `--only name-or-part` (writes nothing), `--quick` for a hundredth of the traces, `--seed 1`.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Outcome, Task } from './outcomes.ts';
import { writePlots } from './plots.ts';
import { type Results, scenarioResult, toLines } from './results.ts';
import type { RuleName } from './rivals/rivals.ts';
import type { Scenario } from './scenario.ts';
import { scenarios } from './scenarios.ts';
import { markdown } from './table.ts';
import { spread } from './threads.ts';

const THREADS = 2;
const CHUNK = 250;

const { values } = parseArgs({
  options: {
    'aa-traces': { type: 'string', default: '10000' },
    traces: { type: 'string', default: '2000' },
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
  },
});
const scale = values.quick ? 0.01 : 1;
const seed = Number(values.seed);
const { only = '' } = values;
const named = scenarios.filter(({ name }) => name === only);
const chosen = named.length > 0 ? named : scenarios.filter(({ name }) => name.includes(only));
const started = performance.now();
const tasks = chosen.flatMap((scenario) => tasksOf(scenario));
const outcomes = await spread(tasks, THREADS, (finished) => {
  if (finished % 20 === 0) process.stderr.write(`${finished} of ${tasks.length} parts\n`);
});
const results: Results = {
  date: new Date().toISOString().slice(0, 10),
  seed,
  scenarios: chosen.map((scenario) => scenarioResult(scenario, joined(scenario.name))),
};
const table = markdown(results);
console.log(table);
console.log(`seed ${seed}, ${Math.round((performance.now() - started) / 1000)} s`);
if (values.only === undefined && !values.quick) {
  writeFileSync(join(import.meta.dirname, 'results.jsonl'), toLines(results));
  writeFileSync(join(import.meta.dirname, 'table.md'), table);
  writePlots(results, import.meta.dirname);
}

function tasksOf(scenario: Scenario): readonly Task[] {
  // A queue is followed request by request, and a placebo replays an hour 132 times.
  const costly = scenario.service.queue !== undefined || scenario.placebo === true;
  const many = scenario.kind === 'same' && !costly ? Number(values['aa-traces']) : Number(values.traces);
  const count = Math.max(1, Math.round(many * scale));
  return Array.from({ length: Math.ceil(count / CHUNK) }, (_, part) => ({
    scenario: scenario.name,
    seed,
    from: part * CHUNK,
    to: Math.min(count, (part + 1) * CHUNK),
  }));
}

function joined(name: string): Partial<Record<RuleName, readonly Outcome[]>> {
  const all: Partial<Record<RuleName, Outcome[]>> = {};
  for (const [index, task] of tasks.entries()) {
    if (task.scenario !== name) continue;
    for (const [rule, list] of Object.entries(outcomes[index] ?? {})) {
      all[rule as RuleName] = [...(all[rule as RuleName] ?? []), ...list];
    }
  }
  return all;
}
