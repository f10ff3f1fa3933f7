import type { Fault } from './fault.ts';

/** One change after which the fact of an item is false. */
export type Mutation = FileMutation | ServiceMutation;

export interface FileMutation {
  /** End of the item's id, as in .github/checklist.yml. */
  readonly item: string;
  /** From the top of the example. */
  readonly file: string;
  /** What stands in the file exactly once, and what takes its place. */
  readonly replace: readonly [from: string, to: string];
}

/** The files stay as they are, the service answers wrong. */
export interface ServiceMutation {
  readonly item: string;
  readonly fault: Fault;
}

/** Mutations of one file: item, what stands there, what takes its place. */
export function changed(
  file: string,
  ...all: readonly (readonly [item: string, from: string, to: string])[]
): FileMutation[] {
  return all.map(([item, from, to]) => ({ item, file, replace: [from, to] }));
}

export function faulty(...all: readonly (readonly [item: string, fault: Fault])[]): ServiceMutation[] {
  return all.map(([item, fault]) => ({ item, fault }));
}
