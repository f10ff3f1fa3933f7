/** From facts to findings. No I/O, no clock. */
import type { Facts } from './facts.ts';
import type { Finding, Place } from './findings.ts';
import { decideItems } from './rules/items.ts';
import { judgeSignatures, type Signature } from './signoffs/judge.ts';
import { type ItemState, statesOf } from './states.ts';

export interface Decision {
  readonly findings: readonly Finding[];
  readonly states: readonly ItemState[];
  /** Empty when this run needs no signature. */
  readonly signatures: readonly Signature[];
}

export function decide(facts: Facts): Decision {
  const states = statesOf(facts.items);
  const signatures = facts.when === 'after' ? [] : judgeSignatures(facts.policy, facts.signoffs, facts.claims);
  const findings = [
    ...facts.found,
    ...decideItems(states),
    ...signatures.flatMap((signature) => findSignature(facts, signature)),
    ...findClosed(facts),
  ];
  return { findings: [...findings, ...findOverride(facts, findings)], states, signatures };
}

const SIGNATURE_CODES = {
  missing: 'signature-missing',
  claimed: 'signature-claimed',
  stale: 'signature-stale',
  void: 'signature-void',
  'not-allowed': 'signature-not-allowed',
} as const;

function findSignature(facts: Facts, signature: Signature): readonly Finding[] {
  const { state, claim, best } = signature;
  if (state === 'proven') return [];
  const place: { place?: Place } =
    claim === undefined ? {} : { place: { file: claim.file, line: claim.line, column: claim.column } };
  const told = { ...place, signature, subject: facts.signoffs.subject, environment: facts.environment };
  if (state !== 'unknown') return [{ code: SIGNATURE_CODES[state], ...told }];
  return [{ code: best?.team === undefined ? 'signature-unknown' : 'team-unreadable', ...told }];
}

/** Only what goes on before a deployment is held; a watch afterwards harms nobody. */
function findClosed({ closed, mode, when, policyFile }: Facts): readonly Finding[] {
  if (closed === null || mode !== 'enforce' || when === 'after') return [];
  return [{ code: 'closed', because: closed, place: { file: policyFile } }];
}

function findOverride({ override, mode }: Facts, findings: readonly Finding[]): readonly Finding[] {
  const refused = override.refusals.map(({ login, why }): Finding => ({ code: 'break-glass-refused', login, why }));
  if (override.override === undefined || mode !== 'enforce') return refused;
  const { reason, expires, people } = override.override;
  const names = people.map(({ login }) => login);
  return [...refused, { code: 'break-glass', reason, expires, people: names, count: findings.length }];
}
