/** Troubles with what a tool wrote for us alone. */
import type { Trouble } from '../finding.ts';

/** Without its place: nobody can open that file after the run. */
export function placeless({ expected, got, mend }: Trouble): Trouble {
  return { expected, got, mend };
}
