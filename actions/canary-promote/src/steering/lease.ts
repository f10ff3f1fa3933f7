/** The lock of a rollout, as client-go's leader election has it: a lease that its holder renews, in a cell that one writer wins. */

import { isRecord } from '@shipgate/kit/host';
import { TrafficError } from './traffic.ts';

/** Of a Lease object of coordination.k8s.io/v1, or the same in a file or a git ref. */
export interface LeaseState {
  /** Empty: released. */
  readonly holder: string;
  /** Seconds after which a lease that was not renewed may be taken. */
  readonly duration: number;
  /** Milliseconds since the epoch, by the holder's clock. */
  readonly renewedAt: number;
  /** How often it changed hands: the epoch of the fence. */
  readonly transitions: number;
  /** What the holder wants its successor to have: the journal, packed. */
  readonly kept?: string;
}

/** A lease that was kept as JSON. Throws TrafficError `odd-record`. */
export function checkedLease(value: unknown): LeaseState {
  const { holder, duration, renewedAt, transitions, kept } = isRecord(value) ? value : {};
  const numbers = [duration, renewedAt, transitions].every((each) => typeof each === 'number' && Number.isFinite(each));
  if (typeof holder === 'string' && numbers && ['undefined', 'string'].includes(typeof kept))
    // Every field was checked above.
    return value as unknown as LeaseState;
  throw new TrafficError('odd-record', 'expected a lease of ours, got something else');
}
