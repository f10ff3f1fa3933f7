import { TrafficError } from '../../../steering/traffic.ts';

/** An object that is there and holds no weights of the pair. */
export function unfit(expected: string, got: string, remedy: string): TrafficError {
  return new TrafficError('unfit', `expected ${expected}, got ${got}; ${remedy}`);
}

/** The weights of every part that has the pair must be the same. */
export function agreed(found: readonly { readonly name: string; readonly canary: number }[], what: string): number {
  const [first, ...rest] = found;
  if (first === undefined) throw unfit(what, 'none', 'see that the plan names both as they are');
  const other = rest.find(({ canary }) => Math.abs(canary - first.canary) > 1e-9);
  if (other === undefined) return first.canary;
  const got = `${first.canary} % in ${first.name} and ${other.canary} % in ${other.name}`;
  throw unfit('one weight in all of them', got, 'set them alike, or name the ones to move');
}
