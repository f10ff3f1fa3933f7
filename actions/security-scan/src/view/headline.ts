/** The finding of a run in numbers; true when it is read alone. Pure. */
import { grouped } from '@shipgate/kit/verdict';
import type { Outcome } from '@shipgate/schemas';
import type { Cause } from '../causes.ts';
import type { Decision } from '../decide.ts';
import type { DecidedFinding } from '../decided.ts';
import type { Facts } from '../facts.ts';
import type { Category } from '../finding.ts';
import { answers, tellAnswers } from '../proofs.ts';
import { blocksOf } from '../reasons.ts';

interface Told {
  readonly facts: Facts;
  readonly decision: Decision;
  readonly outcome: Outcome;
}

const nouns: Readonly<Record<Category, readonly [string, string]>> = {
  secret: ['secret', 'secrets'],
  dependency: ['vulnerability', 'vulnerabilities'],
  code: ['weakness', 'weaknesses'],
  contract: ['broken contract', 'broken contracts'],
  manifest: ['manifest weakness', 'manifest weaknesses'],
};

/** "1 new secret, 1 new vulnerability"; "nothing new, 4 of 4 scanners answered"; "1 of 4 scanners gave no answer, so it blocks". */
export function headlineOf({ facts, decision, outcome }: Told): string {
  if (outcome === 'pass') return `${tellPass(facts, decision)}, ${tellAnswers(facts.scanners, answers)} answered`;
  const open = openPoints(facts, decision.causes);
  if (outcome === 'unknown') return `${open.join(', ') || 'not proven'}, so it blocks`;
  return [...tellBlocking(facts, decision.findings), ...open].join(', ');
}

function tellPass({ policy: { failOn } }: Facts, { findings }: Decision): string {
  const news = findings.filter(({ state }) => state === 'new').length;
  return news === 0 ? 'nothing new' : `${grouped(news)} new below ${failOn.severity}`;
}

/** By kind, in the order of `nouns`; what blocks and is on the base is no new one. */
function tellBlocking({ policy: { failOn } }: Facts, findings: readonly DecidedFinding[]): readonly string[] {
  const blocking = findings.filter(({ isBlocking }) => isBlocking);
  const told = (['new', 'known'] as const).flatMap((state) =>
    Object.entries(nouns).flatMap(([category, [one, many]]) => {
      const count = blocking.filter((each) => each.state === state && each.finding.category === category).length;
      return count === 0 ? [] : [`${grouped(count)} ${state} ${count === 1 ? one : many}`];
    }),
  );
  // There are more new ones than these, of lower severity.
  const isPart = findings.some(({ isBlocking, state }) => !isBlocking && state === 'new');
  return told.map((text, index) =>
    isPart && index === told.length - 1 ? `${text} at or above ${failOn.severity}` : text,
  );
}

/** What is not known, each in a few words. */
export function openPoints({ scanners }: Facts, causes: readonly Cause[]): readonly string[] {
  const codes = new Set(causes.filter((cause) => blocksOf(cause) === 'unknown').map(({ code }) => code));
  const has = (...some: readonly Cause['code'][]) => some.some((code) => codes.has(code));
  return [
    ...(has('scanner-error', 'scanner-not-run')
      ? [`${tellAnswers(scanners, (scanner) => !answers(scanner))} gave no answer`]
      : has('nothing-scanned')
        ? ['nothing was scanned']
        : []),
    ...(has('base-unreachable') ? ['the base is not known'] : []),
    ...(has('baseline-unreadable') ? ['the baseline cannot be read'] : []),
    ...(has('kev-unreadable') ? ['the KEV catalogue cannot be read'] : []),
  ];
}
