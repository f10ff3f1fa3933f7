/** A recorded run as a source: what another plan would have decided on the same counts. Its clock is the recording's. */
import { total } from '../evidence/total.ts';
import type { Journal } from '../journal.ts';
import type { Metrics, Timer } from '../ports.ts';
import type { Arm, Counts, Reading, Stratum, Window } from '../strata.ts';

export class RecordedMetrics implements Metrics {
  readonly description: string;
  private readonly strata: readonly Stratum[];

  constructor(journal: Journal) {
    this.description = `a recording of ${journal.head.source}`;
    this.strata = journal.entries.flatMap((entry) => (entry.event === 'stratum' ? [entry.stratum] : []));
  }

  read(window: Window): Promise<Stratum> {
    const inside = this.strata.filter(({ from, to }) => from >= window.from && to <= window.to);
    const names = new Set(this.strata.flatMap(({ readings }) => Object.keys(readings)));
    const covered = inside.reduce((sum, { from, to }) => sum + to - from, 0) === window.to - window.from;
    const readings = [...names].map(
      (name) => [name, covered ? joined(inside, name) : missing(window, this.strata)] as const,
    );
    return Promise.resolve({ ...window, readings: Object.fromEntries(readings) });
  }

  /** Stable's hour before is not recorded by itself; what was known of it is in the head. */
  past(): Promise<readonly Stratum[]> {
    return Promise.resolve([]);
  }
}

function missing({ from }: Window, strata: readonly Stratum[]): Reading {
  const last = strata.at(-1)?.to ?? 0;
  const detail = from >= last ? 'the recording ends before this interval' : 'the recording has other intervals';
  return { kind: 'trouble', code: 'metrics-stale', detail };
}

/** Counts add up; of everything else the last reading counts, and a trouble is the trouble of the whole. */
function joined(strata: readonly Stratum[], name: string): Reading {
  const readings = strata.flatMap(({ readings: all }) => all[name] ?? []);
  const trouble = readings.find(({ kind }) => kind === 'trouble');
  const [first] = readings;
  if (trouble !== undefined || first === undefined)
    return trouble ?? { kind: 'trouble', code: 'metrics-missing', detail: 'not recorded' };
  return readings.slice(1).reduce(together, first);
}

function together(one: Reading, two: Reading): Reading {
  if (one.kind === 'counts' && two.kind === 'counts') return addedCounts(one, two);
  if (one.kind === 'health' && two.kind === 'health') {
    return { kind: 'health', probes: one.probes + two.probes, failures: one.failures + two.failures };
  }
  return two;
}

function addedCounts(one: Counts, two: Counts): Counts {
  return { ...two, canary: addedArm(one.canary, two.canary), stable: addedArm(one.stable, two.stable) };
}

/** Pods that come or go in between are not told apart any more. */
function addedArm(one: Arm, two: Arm): Arm {
  const apart = one.requests.length === two.requests.length;
  const add = (a: readonly number[], b: readonly number[]) =>
    apart ? a.map((each, pod) => each + (b[pod] ?? 0)) : [total(a) + total(b)];
  const edges = (a: Arm['bad'], b: Arm['bad']) => a.map((each, edge) => add(each, b[edge] ?? []));
  const arm = { requests: add(one.requests, two.requests), bad: edges(one.bad, two.bad) };
  if (one.possiblyBad === undefined && two.possiblyBad === undefined) return arm;
  return { ...arm, possiblyBad: edges(one.possiblyBad ?? one.bad, two.possiblyBad ?? two.bad) };
}

/** Time that passes when somebody waits for it, from the recording's beginning. */
export function recordedTimer({ entries }: Journal): Timer {
  const [first] = entries;
  let now = first === undefined ? 0 : first.event === 'stratum' ? first.stratum.from : first.at;
  return {
    now: () => now,
    until: (time) => {
      now = Math.max(now, time);
      return Promise.resolve();
    },
  };
}
