/** What people see of a run: headline, summary, terminal, outputs. Pure. */
import type { Host } from '@shipgate/kit/host';
import { md, type Text } from '@shipgate/kit/report/markdown';
import type { FoldedSection, ReportView } from '@shipgate/kit/report/view';
import { counted } from '@shipgate/kit/verdict';
import type { Outcome, Reason } from '@shipgate/schemas';
import type { Decision } from './decide.ts';
import { phasesOf } from './evidence.ts';
import type { Facts } from './facts.ts';
import { countItems } from './proofs.ts';
import type { Signature } from './signoffs/judge.ts';
import type { ItemState } from './states.ts';
import { claimedList, evidenceTable, notApplicableList, phaseTable, signatureTable } from './view/tables.ts';

export interface Shown {
  readonly facts: Facts;
  readonly decision: Decision;
  readonly reasons: readonly Reason[];
  readonly outcome: Outcome;
  readonly host: Host;
  readonly now: Date;
  readonly policyCommit: string | null;
}

/** "production is not ready, 4 items and 2 signatures". */
export function headlineOf({ facts, decision, reasons, outcome }: Shown): string {
  const place = facts.environment ?? 'the release';
  const { items, done, open, unknown } = countItems(gatingOf(decision));
  const signed = decision.signatures.filter(({ state }) => state === 'proven').length;
  const wanting = decision.signatures.length - signed;
  const { override } = facts.override;
  if (override !== undefined && facts.mode === 'enforce') {
    const names = override.people.map(({ login }) => login).join(' and ');
    return `BREAK-GLASS by ${names} until ${override.expires.slice(0, 16).replace('T', ' ')} UTC: ${missing(open + unknown, wanting) || 'nothing missing'}`;
  }
  if (outcome === 'pass') {
    const signatures = decision.signatures.length === 0 ? '' : ` and ${counted(signed, 'signature')}`;
    const what = facts.when === 'after' ? 'holds after the deployment' : 'is ready';
    return `${place} ${what}, ${counted(items, 'item')}${signatures}`;
  }
  const false_ = reasons.filter(({ code }) => code === 'contradiction').length;
  const lack = missing(items - done, wanting);
  if (outcome === 'unknown') return `not proven, so ${place} stays closed${lack === '' ? '' : `: ${lack}`}`;
  const ticked = false_ === 0 ? '' : `, ${false_} ticked but false`;
  const state = facts.when === 'after' ? 'does not hold after the deployment' : 'is not ready';
  return `${place} ${state}${lack === '' ? '' : `, ${lack}`}${ticked}`;
}

function missing(items: number, signatures: number): string {
  const parts = [items === 0 ? '' : counted(items, 'item'), signatures === 0 ? '' : counted(signatures, 'signature')];
  return parts.filter((part) => part !== '').join(' and ');
}

function gatingOf({ states }: Decision): readonly ItemState[] {
  return states.filter(({ facts }) => facts.gates);
}

export function viewOf(shown: Shown): ReportView {
  const { facts, decision, host, now } = shown;
  const gating = gatingOf(decision);
  const counts = countItems(gating);
  const subject = facts.signoffs.subject?.slice(0, 7) ?? 'unknown';
  const policy = shown.policyCommit === null ? 'of the checkout' : md`of base \`${shown.policyCommit.slice(0, 7)}\``;
  const claimed =
    facts.when === 'after'
      ? []
      : [`claimed by hand: ${counted(counts.claimed, 'item')}; not applicable: ${counts.notApplicable}`];
  return {
    lead: leadOf(shown),
    tables: [
      ...(decision.signatures.length === 0 ? [] : [signatureTable(decision.signatures)]),
      evidenceTable(gating, now),
    ].filter((each) => each !== ''),
    folded: foldedOf(gating, decision, host),
    ...(remarkOf(shown) === undefined ? {} : { remark: remarkOf(shown) ?? '' }),
    footer: [
      md`policy ${policy}`,
      md`subject \`${subject}\``,
      ...(facts.environment === undefined ? [] : [`environment ${facts.environment}`]),
    ],
    terminal: { notes: claimed },
    outputs: {
      'signed-by': JSON.stringify(signedBy(decision.signatures)),
      missing: JSON.stringify(
        decision.signatures.filter(({ state }) => state !== 'proven').map(({ role }) => role.name),
      ),
      subject: facts.signoffs.subject ?? '',
      items: counts.items,
      done: counts.done,
      proven: counts.proven,
      open: counts.open,
      unknown: counts.unknown,
    },
  };
}

function signedBy(signatures: readonly Signature[]): Record<string, string> {
  return Object.fromEntries(
    signatures.flatMap(({ role, state, best }) =>
      state === 'proven' ? [[role.name, best?.candidate.signer?.login ?? '']] : [],
    ),
  );
}

function leadOf({ facts, decision, reasons, outcome }: Shown): Text {
  const counts = countItems(gatingOf(decision));
  const signed = decision.signatures.filter(({ state }) => state === 'proven').length;
  const done = `${counts.done} of ${counts.items} items are done: ${counts.proven} by evidence, ${counts.claimed} claimed by hand, ${counts.notApplicable} not applicable.`;
  const roles = counted(decision.signatures.length, 'role');
  const subject = facts.signoffs.subject?.slice(0, 7);
  const lies = reasons.filter(({ code }) => code === 'contradiction').length;
  const sentences = [
    done,
    decision.signatures.length === 0
      ? ''
      : `${signed} of ${roles} have signed${subject === undefined ? '' : ` subject \`${subject}\``}.`,
    lies === 0
      ? ''
      : `${counted(lies, 'item')} ${lies === 1 ? 'is' : 'are'} ticked although the evidence says the opposite: whoever signs would sign what is not true.`,
    outcome === 'unknown' ? 'Nothing was found false, but not everything could be checked.' : '',
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

function foldedOf(gating: readonly ItemState[], decision: Decision, host: Host): readonly FoldedSection[] {
  const phases = phasesOf(gating);
  const complete = phases.filter(({ states }) => countItems(states).done === states.length).length;
  const out = gating.filter(({ state }) => state === 'not-applicable');
  const claimed = gating.filter(({ state, ground }) => state === 'done' && ground === 'claim');
  const rest = decision.states.length - gating.length;
  return [
    { title: `Phases: ${complete} of ${phases.length} complete`, body: phaseTable(phases, host) },
    ...(claimed.length === 0
      ? []
      : [
          {
            title: `${counted(claimed.length, 'item')} only claimed: whoever signs answers for them`,
            body: claimedList(gating, 200),
          },
        ]),
    ...(out.length === 0
      ? []
      : [
          {
            title: `${counted(out.length, 'item')} not applicable, each with reason and owner`,
            body: notApplicableList(gating),
          },
        ]),
    ...(rest === 0
      ? []
      : [
          {
            title: `${counted(rest, 'item')} of other phases gate nothing here`,
            body: phaseTable(phasesOf(decision.states.filter(({ facts }) => !facts.gates)), host),
          },
        ]),
  ];
}

function remarkOf({ facts, outcome }: Shown): Text | undefined {
  if (facts.mode === 'report' && outcome !== 'pass') {
    return 'Mode report: the job passes all the same. Before the deployment, mode enforce stops at this.';
  }
  return undefined;
}
