/** What was proven, how much of it was looked at, and what was not. Pure. */
import { grouped } from '@shipgate/kit/verdict';
import type { Proof } from '@shipgate/schemas';
import { isCleanBatch } from './decide.ts';
import type { Facts, Policy } from './facts.ts';
import type { ProofName } from './findings.ts';
import type { Judged } from './judge.ts';
import { proofOf, textOf } from './reasons.ts';
import type { Ran } from './trial/step.ts';

export function listProofs(facts: Facts, judged: readonly Judged[], policy: Policy): readonly Proof[] {
  const proof = (name: ProofName, seen: string, reached: boolean): Proof => ({
    name,
    required: policy.required.includes(name),
    outcome: outcomeOf(name, judged, reached),
    seen,
  });
  const nothingNew = facts.found.some(({ code }) => code === 'nothing-new');
  const ran = nothingNew || wasRun(facts);
  return [
    proof('round-trip', nothingNew ? 'nothing new' : tellRuns(facts), ran),
    proof('schema', nothingNew ? 'nothing new' : tellObjects(facts), nothingNew || comparedObjects(facts) > 0),
    proof('hygiene', `${grouped(facts.all.length)} migrations read`, facts.all.length > 0),
    chainProof(facts),
    { name: 'data', required: false, outcome: 'not-proven', seen: 'rows are not compared by this version' },
    { name: 'trace', required: false, outcome: 'not-proven', seen: 'locks are not traced by this version' },
    { name: 'previous-release', required: false, outcome: 'not-proven', seen: 'the old code is not tried by this version' },
  ];
}

function outcomeOf(name: ProofName, judged: readonly Judged[], reached: boolean): Proof['outcome'] {
  const against = judged.filter(({ finding, allowance }) => proofOf(finding) === name && allowance === undefined);
  const grave = against.filter(({ finding }) => ['error', 'data-loss'].includes(textOf(finding).severity));
  if (grave.some(({ finding }) => textOf(finding).blocks !== 'unknown')) return 'fail';
  return grave.length > 0 || !reached ? 'not-proven' : 'pass';
}

function chainProof(facts: Facts): Proof {
  const base = { name: 'chain', required: false };
  if (facts.chain === null) return { ...base, outcome: 'not-proven', seen: 'not asked for (`chain: true`)' };
  const clean = isCleanBatch(facts.chain);
  return { ...base, outcome: clean ? 'pass' : 'fail', seen: `${facts.chain.steps.length} migrations up, all the way down, and up` };
}

/** Runs that ended well, of all that the proof wants. */
export function countRuns(facts: Facts): { readonly ok: number; readonly of: number } {
  const alone = facts.alone.flatMap(({ up, down, reup }) => [up, down, reup]);
  const together = facts.together === null ? [] : [...facts.together.up, ...facts.together.down, ...facts.together.reup];
  const runs: readonly Ran[] = together.length > 0 ? together : alone;
  return { ok: runs.filter(({ outcome }) => outcome === 'ok').length, of: facts.batch.length * 3 };
}

export function comparedObjects(facts: Facts): number {
  const compared = facts.alone.filter(({ down }) => down.outcome === 'ok').map(({ objects }) => objects);
  const together = facts.together?.down.every(({ outcome }) => outcome === 'ok') === true ? facts.together.objects : 0;
  return Math.max(together, ...compared, 0);
}

function wasRun(facts: Facts): boolean {
  const runs = countRuns(facts);
  return runs.of > 0 && facts.alone.length >= facts.batch.length;
}

function tellRuns(facts: Facts): string {
  const { ok, of } = countRuns(facts);
  if (facts.engine === null) return 'nothing was run';
  return `up, down, up: ${grouped(ok)} of ${grouped(of)} runs without an error`;
}

function tellObjects(facts: Facts): string {
  const objects = comparedObjects(facts);
  if (objects === 0) return 'nothing was compared';
  const differing = new Set(facts.alone.flatMap(({ afterDown }) => afterDown).filter(({ noise }) => noise === null).map((d) => `${d.class} ${d.object}`));
  if (differing.size > 0) return `${differing.size} ${differing.size === 1 ? 'object differs' : 'objects differ'} after down`;
  return `${grouped(objects)} of ${grouped(objects)} objects same`;
}
