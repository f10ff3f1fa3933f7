/** The words of one reason code. Sentences with names between backticks; simple present, the object named. */
import type { Finding, FindingCode } from '../findings.ts';
import type { Scene } from './scene.ts';

/** The finding that bears a code; several codes may share one shape. */
export type FindingOf<Code extends FindingCode, Each extends Finding = Finding> = Each extends Finding
  ? Code extends Each['code']
    ? Each
    : never
  : never;

export interface ReasonText<Code extends FindingCode> {
  /** Of a finding that blocks; one that does not is a warning at most. */
  readonly severity: 'error' | 'warning' | 'note';
  title(finding: FindingOf<Code>, scene: Scene): string;
  seen(finding: FindingOf<Code>, scene: Scene): string;
  hurts(finding: FindingOf<Code>, scene: Scene): string;
  mend(finding: FindingOf<Code>, scene: Scene): string;
  repair?(finding: FindingOf<Code>, scene: Scene): Repair | undefined;
}

/** What can be pasted. */
export interface Repair {
  readonly language: 'sh' | 'yaml';
  readonly text: string;
}

export type ReasonTexts<Codes extends FindingCode> = { readonly [Code in Codes]: ReasonText<Code> };
