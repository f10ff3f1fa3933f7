/** What a check run is called, and how it is known again. Pure. */
import { cut, visible } from '@shipgate/kit/escape';
import type { Verdict } from '@shipgate/schemas';

/**
 * Fixed, so that a ruleset can require it: the gate, and what it speaks of: the environment, without one the folder.
 * "shipgate / checklist (production)".
 */
export function checkRunName({ gate, subject, evidence }: Pick<Verdict, 'gate' | 'subject' | 'evidence'>): string {
  const place = [subject.environment, subject.path].find((part) => part !== undefined && part !== '');
  const about = [place, ...sideOf(evidence)].filter((part) => part !== undefined).join(', ') || undefined;
  return `shipgate / ${gate}${about === undefined ? '' : ` (${cut(visible(about))})`}`;
}

/** Of all check runs of a gate. Verdicts are found by it: actions/checklist, gate evidence. */
export function externalIdOf(gate: Verdict['gate'], commit: string): string {
  return `${externalPrefix(gate)}${commit}`;
}

export function externalPrefix(gate: Verdict['gate']): string {
  return `shipgate/${gate}/`;
}

/** What else a checklist was about: a green watch afterwards must not stand where a red one before the deployment was. */
function sideOf(evidence: object): readonly string[] {
  const { when, mode } = evidence as { when?: unknown; mode?: unknown };
  return [when === 'after' ? 'after' : '', mode === 'manifests' ? 'manifests' : ''].filter((part) => part !== '');
}
