/** What a rule gives: findings, each with what it asks for. */
import type { Finding } from '../findings.ts';

export interface Ruled {
  readonly finding: Finding;
  /** `hold` keeps the step as it is, `note` asks for nothing, `fail` ends without moving traffic. */
  readonly asks: 'rollback' | 'fail' | 'hold' | 'note';
}
