import { TrafficError } from '../../../steering/traffic.ts';

/** What it says when it refuses as `unfit`; else how it ended, which no test expects. */
export function refusalOf(act: () => unknown): string {
  try {
    return `no refusal, but ${JSON.stringify(act())}`;
  } catch (error) {
    if (error instanceof TrafficError && error.code === 'unfit') return error.message;
    throw error;
  }
}
