/** The facts of a run as the verdict has them (schemas/verdict.schema.json, checklistEvidence). Pure. */
import type { ChecklistEvidence, ChecklistItem, ChecklistPhaseCount, ChecklistSignature } from '@shipgate/schemas';
import type { Decision } from './decide.ts';
import type { Facts } from './facts.ts';
import type { Phase } from './markdown/model.ts';
import { countItems } from './proofs.ts';
import type { Signature } from './signoffs/judge.ts';
import type { ItemState } from './states.ts';

export function buildEvidence(facts: Facts, decision: Decision, policyCommit: string | null): ChecklistEvidence {
  const { override } = facts.override;
  return {
    mode: facts.mode,
    when: facts.when,
    subject: facts.signoffs.subject,
    policy: { file: facts.policyFile, commit: policyCommit },
    items: decision.states.map(itemOf),
    phases: phasesOf(decision.states).map(({ phase, states }) => phaseOf(phase, states)),
    signatures: decision.signatures.map(signatureOf),
    ...(override === undefined
      ? {}
      : { override: { ...override, people: override.people.map((person) => ({ ...person })) } }),
  };
}

function itemOf({ facts: { file, item, gates, evidence }, state }: ItemState): ChecklistItem {
  return {
    id: item.id,
    file,
    line: item.line,
    phase: item.phase?.id ?? null,
    text: item.text,
    depth: item.depth,
    state,
    claimed: item.tick === 'ticked',
    gates,
    evidence: evidence.map(({ kind, outcome, value, threshold, source, sha256, at, seen }) => ({
      kind,
      outcome,
      ...(value === undefined ? {} : { value }),
      ...(threshold === undefined ? {} : { threshold }),
      source,
      ...(sha256 === undefined ? {} : { sha256 }),
      ...(at === undefined ? {} : { at }),
      seen,
    })),
  };
}

export interface PhaseStates {
  /** undefined: items before any heading. */
  readonly phase: Phase | undefined;
  readonly file: string;
  readonly states: readonly ItemState[];
}

/** In the order of the files. */
export function phasesOf(states: readonly ItemState[]): readonly PhaseStates[] {
  const phases = new Map<string, { phase: Phase | undefined; file: string; states: ItemState[] }>();
  for (const state of states) {
    const { file, item } = state.facts;
    const key = `${file}#${item.phase?.id ?? ''}`;
    const known = phases.get(key) ?? { phase: item.phase, file, states: [] };
    known.states.push(state);
    phases.set(key, known);
  }
  return [...phases.values()];
}

function phaseOf(phase: Phase | undefined, states: readonly ItemState[]): ChecklistPhaseCount {
  return {
    id: phase?.id ?? 'without-a-heading',
    title: phase?.title ?? '',
    ...(phase?.number === undefined ? {} : { number: phase.number }),
    gates: states.some(({ facts }) => facts.gates),
    ...countItems(states),
  };
}

function signatureOf({ role, claim, state, best, troubles }: Signature): ChecklistSignature {
  const act = best?.candidate;
  const isProven = state === 'proven' && act !== undefined && act.signer !== null;
  const seen = best?.because ?? best?.why ?? troubles.map(({ what, got }) => `${what}: ${got}`).join('; ');
  return {
    role: role.name,
    label: role.label,
    ...(claim === undefined ? {} : { line: claim.line }),
    claimed:
      claim === undefined || (!claim.ticked && claim.name === undefined)
        ? null
        : { name: claim.name ?? null, date: claim.date ?? null },
    proven:
      isProven && act.signer !== null
        ? {
            login: act.signer.login,
            id: act.signer.id,
            kind: act.kind,
            commit: act.commit,
            at: act.at,
            ...(act.url === undefined ? {} : { url: act.url }),
          }
        : null,
    state,
    ...(seen === '' ? {} : { seen }),
  };
}
