/** What is wrong with the items that this run is about. Pure. */
import type { EvidenceResult } from '../evidence/result.ts';
import type { Finding, Place } from '../findings.ts';
import { type ItemState, mayBeNotApplicable } from '../states.ts';

export function decideItems(states: readonly ItemState[]): readonly Finding[] {
  const facts = states.map((state) => state.facts);
  const found = states.flatMap((state, index) =>
    state.facts.gates ? [...findNotApplicable(state, mayBeNotApplicable(facts, index)), ...findItem(state)] : [],
  );
  return gathered(found, states);
}

/** Open items of one phase that are told one by one. */
const TOLD_ALONE = 3;

/** A checklist that nobody has begun would be told a hundred times: of one phase the first is told, with the others. */
function gathered(found: readonly Finding[], states: readonly ItemState[]): readonly Finding[] {
  const phases = new Map(
    states.map(({ facts: { file, item } }) => [`${file}:${item.line}`, `${file}#${item.phase?.id ?? ''}`]),
  );
  const phaseOf = ({ place: { file, line } }: { place: Place }) => phases.get(`${file}:${line}`) ?? '';
  const open = new Map<string, (Finding & { code: 'item-open' })[]>();
  for (const finding of found) {
    if (finding.code !== 'item-open') continue;
    const same = open.get(phaseOf(finding));
    if (same === undefined) open.set(phaseOf(finding), [finding]);
    else same.push(finding);
  }
  return found.flatMap((finding): Finding[] => {
    if (finding.code !== 'item-open') return [finding];
    const [first, ...rest] = open.get(phaseOf(finding)) ?? [];
    if (rest.length < TOLD_ALONE) return [finding];
    if (finding !== first) return [];
    return [{ ...finding, others: rest.map(({ item, place }) => ({ text: item.text, line: place.line ?? 1 })) }];
  });
}

/** N/A that counts needs an item that may be, and somebody who answers for it. */
function findNotApplicable(own: ItemState, allowed: boolean): readonly Finding[] {
  const { item } = own.facts;
  if (item.notApplicable === undefined) return [];
  const about = { place: placeOf(own), item: { id: item.id, text: item.text } };
  if (!allowed) return [{ code: 'not-applicable-refused', ...about, reason: item.notApplicable.reason }];
  return item.notApplicable.owner === undefined
    ? [{ code: 'not-applicable-incomplete', ...about, missing: 'owner' }]
    : [];
}

function findItem(own: ItemState): readonly Finding[] {
  const { facts, state, ground, children } = own;
  const { item } = facts;
  const about = { place: placeOf(own), item: { id: item.id, text: item.text } };
  if (ground === 'not-applicable') return [];
  const ticked = item.tick === 'ticked';
  // Told by itself already.
  if (item.notApplicable !== undefined) return [];
  const evidence = facts.evidence.flatMap((each) => findEvidence(each, about, ticked));
  const parent = findParent(own, about);
  if (evidence.length > 0 || parent.length > 0) return [...evidence, ...parent];
  if (state === 'open' && ground === 'nothing') return [{ code: 'item-open', ...about }];
  if (state === 'open' && ground === 'claim') return [{ code: 'claim-rejected', ...about }];
  const isBehind =
    state === 'done' &&
    !ticked &&
    (ground === 'evidence' || children.some(({ facts: { item: child } }) => child.tick === 'ticked'));
  return isBehind ? [{ code: 'tick-missing', ...about }] : [];
}

function findEvidence(
  evidence: EvidenceResult,
  about: { place: Place; item: { id: string; text: string } },
  ticked: boolean,
): readonly Finding[] {
  const told = { ...about, evidence };
  switch (evidence.outcome) {
    case 'pass':
      return [];
    case 'fail':
      return [{ code: ticked ? 'contradiction' : 'evidence-fails', ...told }];
    case 'stale':
      return [{ code: 'evidence-stale', ...told }];
    case 'unknown':
      return [{ code: 'evidence-unknown', ...told }];
  }
}

/** Ticked although something inside of it is open. What is not ticked follows from its parts and is told with them. */
function findParent(
  { facts: { item }, children }: ItemState,
  about: { place: Place; item: { id: string; text: string } },
): readonly Finding[] {
  if (item.tick !== 'ticked') return [];
  const open = children.filter(({ state, facts }) => state === 'open' && facts.gates);
  if (open.length === 0) return [];
  return [
    {
      code: 'parent-disagrees',
      ...about,
      open: open.map(({ facts }) => ({ text: facts.item.text, line: facts.item.line })),
    },
  ];
}

function placeOf({ facts: { file, item } }: ItemState): Place {
  return { file, line: item.line, column: item.column };
}
