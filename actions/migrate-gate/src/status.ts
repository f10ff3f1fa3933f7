/** From findings to the status of each migration. Pure. */
import type { Facts } from './facts.ts';
import type { Finding, WayBackFinding } from './findings.ts';
import type { Step } from './trial/step.ts';
import { allOk, isClean } from './trial/step.ts';

/** Of the round trip alone, in rising order: the worst that was seen counts. unknown only where nothing worse is known. */
const statuses = [
  'clean',
  'noise',
  'allowed',
  'unknown',
  'no-down',
  'up-fails',
  'down-fails',
  're-up-fails',
  'drift',
  'data-loss',
] as const;
export type Status = (typeof statuses)[number];

const statusOfCode: Readonly<
  Record<Exclude<WayBackFinding['code'], 'timed-out' | 'connection-lost' | 'transaction-left-open'>, Status>
> = {
  'up-fails': 'up-fails',
  'down-fails': 'down-fails',
  're-up-fails': 're-up-fails',
  drift: 'drift',
  're-up-differs': 'drift',
  'noop-down': 'drift',
  'empty-down': 'drift',
  'no-down': 'no-down',
};

/** The worst that the open findings say of this migration; without any, whether some are allowed, and else what was proven. */
export function statusOf(step: Step, facts: Facts, open: readonly Finding[], allowed: readonly Finding[] = []): Status {
  const [worst] = statusesOf(open, step).toSorted((a, b) => statuses.indexOf(b) - statuses.indexOf(a));
  if (worst !== undefined) return worst;
  if (statusesOf(allowed, step).length > 0) return 'allowed';
  if (!wasProven(facts, step)) return 'unknown';
  return hasNoise(facts, step) ? 'noise' : 'clean';
}

function statusesOf(findings: readonly Finding[], { entry }: Step): readonly Status[] {
  const own = findings.filter((finding) => concerns(finding, entry.id));
  return own.map((finding) => statusOfFinding(finding)).filter((status) => status !== undefined);
}

const failureStatus = { up: 'up-fails', down: 'down-fails', 'second up': 're-up-fails' } as const;

function statusOfFinding(finding: Finding): Status | undefined {
  if (finding.code === 'not-reached') return 'unknown';
  if (!isAgainstRoundTrip(finding)) return undefined;
  return 'direction' in finding ? failureStatus[finding.direction] : statusOfCode[finding.code];
}

function isAgainstRoundTrip(finding: Finding): finding is WayBackFinding {
  const { code } = finding;
  return code in statusOfCode || code === 'timed-out' || code === 'connection-lost' || code === 'transaction-left-open';
}

function concerns(finding: Finding, id: string): boolean {
  if ('migrations' in finding && finding.migrations.includes(id)) return true;
  return 'migration' in finding && finding.migration === id;
}

/** In a batch that came back clean, in a clean group, or alone. */
function wasProven(facts: Facts, step: Step): boolean {
  if (isProvenTogether(facts, step) || facts.groups.has(step.entry.id)) return true;
  const alone = facts.alone.find((each) => each.step === step);
  return alone !== undefined && allOk([alone.up, alone.down, alone.reup]);
}

/** All of the change together is what is deployed; an old migration of which only the way down changed is not among it. */
export function isProvenTogether({ together }: Facts, step: Step): boolean {
  return together !== null && isClean(together) && together.steps.includes(step);
}

function hasNoise(facts: Facts, step: Step): boolean {
  const alone = facts.alone.find((each) => each.step === step);
  return alone !== undefined && [...alone.afterDown, ...alone.afterReup].some(({ noise }) => noise !== null);
}
