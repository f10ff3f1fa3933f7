/**
 * A live run in a process of its own: node live-run.fixture.ts FLAGS of the gate. The clock is the machine's, the counts are
 * seeded random ones, and the traffic follows what the gate asks for, as somebody would who reads its output.
 */
import { runGate } from '@shipgate/kit/run';
import { machineTimer } from './adapters/timer.ts';
import { canaryPromote } from './gate.ts';
import type { Metrics } from './ports.ts';
import { random, successes } from './rollout.fixture.ts';
import type { Source } from './run.ts';
import type { Arm, Window } from './strata.ts';

/** Requests of the service in a millisecond: intervals are short, and each must tell something. */
const perMillisecond = 20;
const stableErrors = 0.004;
const canaryErrors = Number(process.env['CANARY_ERRORS'] ?? stableErrors);
let weight = 0;

const write = process.stdout.write.bind(process.stdout);
process.stdout.write = ((text: string) => {
  const asked = /set (\d+) % now/.exec(text)?.[1];
  if (asked !== undefined) weight = Number(asked);
  return write(text);
}) as typeof process.stdout.write;

function source(): Source {
  const next = random(1);
  const arm = (requests: number, rate: number): Arm => ({
    requests: [requests],
    bad: [[successes(requests, rate, next)]],
  });
  const metrics: Metrics = {
    description: 'counts that are made while it runs',
    read({ from, to }: Window) {
      const all = perMillisecond * (to - from);
      const canary = Math.round((all * weight) / 100);
      const errors = {
        kind: 'counts' as const,
        canary: arm(canary, canaryErrors),
        stable: arm(all - canary, stableErrors),
      };
      return Promise.resolve({ from, to, readings: { errors } });
    },
    past: () => Promise.resolve([]),
  };
  return { metrics, timer: machineTimer, isRecorded: false };
}

process.exitCode = await runGate(canaryPromote('0.1.0', { openSource: () => Promise.resolve(source()) }));
