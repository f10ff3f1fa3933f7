/** What was proven, how much of it was looked at, and what was not. Pure. */
import { counted, grouped } from '@shipgate/kit/verdict';
import type { Proof } from '@shipgate/schemas';
import type { Facts, Policy } from './facts.ts';
import { stepsOf } from './facts.ts';
import type { ProofName } from './findings.ts';
import type { Judged } from './judge.ts';
import { proofsOf, textOf } from './reasons.ts';
import type { Ran, StepFacts } from './trial/step.ts';
import { allOk, isClean } from './trial/step.ts';

export function listProofs(facts: Facts, judged: readonly Judged[], policy: Policy): readonly Proof[] {
  const proof = (name: ProofName, seen: string, reached: boolean): Proof => ({
    name,
    required: policy.required.includes(name),
    outcome: outcomeOf(name, judged, reached),
    seen,
  });
  const nothingNew = facts.found.some(({ code }) => code === 'nothing-new');
  return [
    proof('round-trip', nothingNew ? 'nothing new' : tellRuns(facts), nothingNew || wasRun(facts)),
    proof(
      'schema',
      nothingNew ? 'nothing new' : tellObjects(facts),
      nothingNew || (wasRun(facts) && wasCompared(facts)),
    ),
    proof('hygiene', `${counted(facts.all.length, 'migration')} read`, facts.all.length > 0),
    chainProof(facts),
    { name: 'data', required: false, outcome: 'not-proven', seen: 'rows are not compared by this version' },
    { name: 'trace', required: false, outcome: 'not-proven', seen: 'locks are not traced by this version' },
    {
      name: 'previous-release',
      required: false,
      outcome: 'not-proven',
      seen: 'the old code is not tried by this version',
    },
  ];
}

function outcomeOf(name: ProofName, judged: readonly Judged[], reached: boolean): Proof['outcome'] {
  const against = judged.filter(
    ({ finding, allowance }) => proofsOf(finding).includes(name) && allowance === undefined,
  );
  const grave = against.filter(({ finding }) => ['error', 'data-loss'].includes(textOf(finding).severity));
  if (grave.some(({ finding }) => textOf(finding).blocks !== 'unknown')) return 'fail';
  return grave.length > 0 || !reached ? 'not-proven' : 'pass';
}

function chainProof({ chain }: Facts): Proof {
  const base = { name: 'chain', required: false };
  if (chain === null) return { ...base, outcome: 'not-proven', seen: 'not asked for (`chain: true`)' };
  const seen = `${counted(chain.steps.length, 'migration')} up, all the way down, and up`;
  return { ...base, outcome: isClean(chain) ? 'pass' : 'fail', seen };
}

/** Schema objects that were compared after the way down; 0 when none were. */
export function comparedObjects({ together, alone }: Facts): number {
  const compared = alone.filter(({ down }) => down.outcome === 'ok').map(({ objects }) => objects);
  return Math.max(together !== null && allOk(together.down) ? together.objects : 0, ...compared, 0);
}

/** All that was to be tried: the new migrations, and the old ones with a new way down. */
function wasRun(facts: Facts): boolean {
  const mended = facts.found.flatMap((finding) => (finding.code === 'edited-down' ? [finding.migration] : []));
  const wanted = [...facts.batch.map(({ entry }) => entry.id), ...mended];
  const tried = new Set(facts.alone.map(({ step }) => step.entry.id));
  return wanted.length > 0 && wanted.every((id) => tried.has(id));
}

/** The batch decides where there is one; the others are on their own. */
function decisive({ together, alone }: Facts): readonly StepFacts[] {
  return together === null ? alone : alone.filter(({ step }) => !together.steps.includes(step));
}

function wasCompared(facts: Facts): boolean {
  const { together } = facts;
  return (together === null || allOk(together.down)) && allOk(decisive(facts).map(({ down }) => down));
}

function tellRuns(facts: Facts): string {
  if (facts.engine === null) return 'nothing was run';
  const alone = decisive(facts).flatMap(({ up, down, reup }): readonly Ran[] => [up, down, reup]);
  const runs =
    facts.together === null ? alone : [...facts.together.up, ...facts.together.down, ...facts.together.reup, ...alone];
  const ok = runs.filter(({ outcome }) => outcome === 'ok').length;
  return `up, down, up: ${grouped(ok)} of ${grouped(stepsOf(facts).length * 3)} runs without an error`;
}

function tellObjects(facts: Facts): string {
  const objects = comparedObjects(facts);
  if (objects === 0) return 'nothing was compared';
  const after = [...(facts.together?.afterDown ?? []), ...decisive(facts).flatMap(({ afterDown }) => afterDown)];
  const differing = new Set(after.filter(({ noise }) => noise === null).map((d) => `${d.class} ${d.object}`)).size;
  if (differing > 0)
    return `${counted(differing, 'object')} of ${grouped(objects)} ${differing === 1 ? 'differs' : 'differ'} after down`;
  if (!wasCompared(facts)) return 'not every migration came down';
  return `${grouped(objects)} of ${grouped(objects)} objects same`;
}
