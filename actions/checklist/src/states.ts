/** From facts to the state of each item. Pure. */
import type { ItemFacts } from './items.ts';

export type State = 'done' | 'open' | 'not-applicable' | 'unknown';
/** Why an item is in its state. children: it has no evidence of its own, and those inside of it decide. */
export type Ground = 'evidence' | 'claim' | 'children' | 'not-applicable' | 'nothing';

export interface ItemState {
  readonly facts: ItemFacts;
  readonly state: State;
  readonly ground: Ground;
  /** Of the ones directly inside of it. */
  readonly children: readonly ItemState[];
}

/** In the order of the facts. */
export function statesOf(facts: readonly ItemFacts[]): readonly ItemState[] {
  const children = new Map<number, number[]>();
  facts.forEach(({ parent }, index) => {
    if (parent === undefined) return;
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [index]);
    else siblings.push(index);
  });
  const states: ItemState[] = new Array(facts.length);
  // Children stand behind their parent, so from the end every child is known before.
  for (let index = facts.length - 1; index >= 0; index -= 1) {
    const own = facts[index];
    if (own === undefined) continue;
    const below = (children.get(index) ?? []).flatMap((child) => states[child] ?? []);
    states[index] = stateOf(own, below, isNotApplicable(facts, index));
  }
  return states;
}

/** Itself, or what it is inside of: whoever needs no mesh needs none of its parts. */
function isNotApplicable(facts: readonly ItemFacts[], index: number): boolean {
  let at: number | undefined = index;
  while (at !== undefined) {
    const own: ItemFacts | undefined = facts[at];
    if (own !== undefined && mayBeNotApplicable(facts, at) && own.item.notApplicable?.owner !== undefined) return true;
    at = own?.parent;
  }
  return false;
}

/** An item says itself that it may not apply, or what it is inside of does. */
export function mayBeNotApplicable(facts: readonly ItemFacts[], index: number): boolean {
  for (let at: number | undefined = index; at !== undefined; at = facts[at]?.parent) {
    if (facts[at]?.item.ifApplicable === true) return true;
  }
  return false;
}

function stateOf(facts: ItemFacts, children: readonly ItemState[], notApplicable: boolean): ItemState {
  const settled = (state: State, ground: Ground) => ({ facts, state, ground, children });
  if (notApplicable) return settled('not-applicable', 'not-applicable');
  // Parts that do not apply, or that no run is about, answer for nothing.
  const parts = children.filter((child) => child.facts.gates && child.state !== 'not-applicable');
  const own = ownState(facts, parts.length > 0);
  const below = children.filter((child) => child.facts.gates).map(({ state }) => state);
  if (own.state === 'open' || below.includes('open'))
    return settled('open', own.state === 'open' ? own.ground : 'children');
  if (own.state === 'unknown' || below.includes('unknown')) {
    return settled('unknown', own.state === 'unknown' ? own.ground : 'children');
  }
  return settled('done', own.ground);
}

function ownState(facts: ItemFacts, hasChildren: boolean): { state: State; ground: Ground } {
  const outcomes = facts.evidence.map(({ outcome }) => outcome);
  if (outcomes.length > 0) {
    const state = outcomes.includes('fail') ? 'open' : outcomes.every((each) => each === 'pass') ? 'done' : 'unknown';
    return { state, ground: 'evidence' };
  }
  if (hasChildren) return { state: 'done', ground: 'children' };
  const ticked = facts.item.tick === 'ticked';
  if (!ticked) return { state: 'open', ground: 'nothing' };
  return facts.claims === 'accept' ? { state: 'done', ground: 'claim' } : { state: 'open', ground: 'claim' };
}

/** Whether everything that makes it done is evidence: its own, or that of all parts which apply. */
export function isProven({ state, ground, children }: ItemState): boolean {
  if (state !== 'done') return false;
  const applying = children.filter((child) => child.state !== 'not-applicable');
  if (ground === 'evidence') return applying.every(isProven);
  return ground === 'children' && applying.length > 0 && applying.every(isProven);
}
