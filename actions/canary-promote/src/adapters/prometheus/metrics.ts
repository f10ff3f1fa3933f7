/** The HTTP API of Prometheus, and of all that speak it, as a source. */
import { type CounterState, noCounters } from '../../counters/series.ts';
import { countStable, countWindow } from '../../counters/window.ts';
import type { Metric, Plan } from '../../plan.ts';
import type { Metrics } from '../../ports.ts';
import type { Reading, Stratum, Trouble, Window } from '../../strata.ts';
import { isTrouble, trouble } from '../trouble.ts';
import { type ApiSeries, readAnswer } from './answer.ts';
import { scrapedSeldom } from './cadence.ts';
import type { Connection } from './connection.ts';
import { type CounterQuestion, counterQuestion } from './counter-question.ts';
import { cutter } from './cut.ts';
import { scrapedTwice } from './twice.ts';
import { gaugeReading, healthReading, valueForm } from './value-question.ts';

/** Back to here before a first window, milliseconds: so that what was there before is told from what is new. */
const FIRST_LOOK_BACK = 60_000;

export class PrometheusMetrics implements Metrics {
  readonly description: string;
  private readonly plan: Plan;
  private readonly connection: Connection;
  private readonly questions: ReadonlyMap<Metric, CounterQuestion>;
  private readonly states = new Map<Metric, CounterState>();
  /** What the past says of the scrapes of a metric, where they are too rare for its strata. */
  private readonly seldom = new Map<Metric, Trouble>();

  /** Throws RangeError for a plan with a query that checkQueries refuses. `host` is for people. */
  constructor(plan: Plan, connection: Connection, host: string) {
    this.description = `Prometheus at ${host}`;
    this.plan = plan;
    this.connection = connection;
    this.questions = new Map(plan.metrics.map((metric) => [metric, counterQuestion(metric, plan.arms)]));
  }

  async read(window: Window, signal: AbortSignal): Promise<Stratum> {
    const { metrics, gauges, triggers } = this.plan;
    const { series } = triggers.health ?? {};
    const asked = { at: window.to, oldest: 2 * this.plan.interval * 1000 };
    const value = async (name: string, query: string, read: (answer: readonly ApiSeries[]) => Reading) => {
      const answer = await this.ask(valueForm(query, asked.oldest), window.to, signal);
      return [name, isTrouble(answer) ? answer : read(answer)] as const;
    };
    const readings = await Promise.all([
      ...metrics.map(async (metric) => [metric.name, await this.count(metric, window, signal)] as const),
      ...gauges.map(({ name, query }) => value(name, query, (answer) => gaugeReading(answer, asked))),
      ...(series === undefined
        ? []
        : [value('health', series, (answer) => healthReading(answer, asked, this.plan.arms))]),
    ]);
    return { ...window, readings: Object.fromEntries(readings) };
  }

  /** One query a metric for all windows together. */
  async past(windows: readonly Window[], signal: AbortSignal): Promise<readonly Stratum[] | Trouble> {
    const [first] = windows;
    const last = windows.at(-1);
    if (first === undefined || last === undefined) return [];
    const whole = { from: first.from, to: last.to };
    const answers = await Promise.all(
      this.plan.metrics.map(async (metric) => [metric, await this.series(metric, whole, signal)] as const),
    );
    const failed = answers.map(([, answer]) => answer).find(isTrouble);
    if (failed !== undefined) return failed;
    for (const [metric, answer] of answers) {
      const seldom = isTrouble(answer) ? undefined : scrapedSeldom(answer, this.plan.interval);
      if (seldom !== undefined) this.seldom.set(metric, seldom);
    }
    const [seldom] = this.seldom.values();
    if (seldom !== undefined) return seldom;
    const read = answers.map(([metric, answer]) => {
      const series = isTrouble(answer) ? [] : answer;
      return [metric.name, this.stableOf(metric, series, windows)] as const;
    });
    return windows.map((window, w) => ({
      ...window,
      readings: Object.fromEntries(read.flatMap(([name, all]) => (all[w] === undefined ? [] : [[name, all[w]]]))),
    }));
  }

  private stableOf(metric: Metric, answer: readonly ApiSeries[], windows: readonly Window[]): readonly Reading[] {
    const during = cutter(answer);
    let state = noCounters;
    return windows.map((window) => {
      // All samples of an hour for every window of it would be counted in minutes.
      const reach = 2 * (window.to - window.from);
      const near = during({ from: window.from - reach, to: window.to });
      const twice = scrapedTwice(near, this.plan.arms.pod, window);
      const series = this.questions.get(metric)?.seriesOf(near) ?? [];
      const counted = countStable(state, metric, series, window, this.plan.arms.stable);
      state = counted.state;
      return twice ?? counted.reading;
    });
  }

  private async count(metric: Metric, window: Window, signal: AbortSignal): Promise<Reading> {
    const answer = await this.series(metric, window, signal);
    if (isTrouble(answer)) return answer;
    const { label, pod, stable } = this.plan.arms;
    const series = this.questions.get(metric)?.seriesOf(answer) ?? [];
    if (answer.length > 0 && answer.every(({ labels }) => (labels[label] ?? '') === '')) {
      return trouble('metrics-missing', `expected series with the label ${label}, got ${answer.length} without it`);
    }
    const { reading, state } = countWindow(this.states.get(metric) ?? noCounters, metric, series, window, stable);
    this.states.set(metric, state);
    return scrapedTwice(answer, pod, window) ?? this.seldom.get(metric) ?? reading;
  }

  /** Raw samples of the window, and of enough before it. */
  private async series(
    metric: Metric,
    { from, to }: Window,
    signal: AbortSignal,
  ): Promise<readonly ApiSeries[] | Trouble> {
    const back = 2 * this.plan.interval * 1000;
    const reach = to - from + (this.states.has(metric) ? back : Math.max(back, FIRST_LOOK_BACK));
    const selector = this.questions.get(metric)?.selector ?? '';
    return await this.ask({ query: `${selector}[${Math.ceil(reach)}ms]` }, to, signal, 'matrix');
  }

  private async ask(
    form: Readonly<Record<string, string>>,
    at: number,
    signal: AbortSignal,
    type?: 'matrix',
  ): Promise<readonly ApiSeries[] | Trouble> {
    const answer = await this.connection.post('/api/v1/query', { ...form, time: (at / 1000).toFixed(3) }, signal);
    return isTrouble(answer) ? answer : readAnswer(answer.status, answer.text, type);
  }
}
