/** The words of one reason code. Sentences with names between backticks; simple present, the object named. */
import { cut } from '@shipgate/kit/escape';
import { mark } from '@shipgate/kit/report/sentence';
import type { CauseOf, ReasonCode } from '../causes.ts';
import type { DecidedFinding } from '../decided.ts';
import type { Facts, Policy } from '../facts.ts';
import type { AllowEntry } from '../policy/allow.ts';

/** What the words say besides the cause itself. */
export interface Ground {
  readonly base: Facts['base'];
  readonly kevDate: string | null;
  readonly failOn: Policy['failOn'];
  readonly horizonDays: number;
  readonly today: string;
  /** A finding that the entry is about. */
  findingOf(entry: AllowEntry): DecidedFinding | undefined;
}

export interface Repair {
  readonly language: 'sh' | 'yaml';
  readonly text: string;
}

export interface ReasonText<Code extends ReasonCode> {
  title(cause: CauseOf<Code>, ground: Ground): string;
  seen(cause: CauseOf<Code>, ground: Ground): string;
  hurts(cause: CauseOf<Code>, ground: Ground): string;
  mend(cause: CauseOf<Code>, ground: Ground): string;
  repair?(cause: CauseOf<Code>, ground: Ground): Repair | undefined;
}

export type ReasonTexts<Codes extends ReasonCode> = { readonly [Code in Codes]: ReasonText<Code> };

/** Text from outside inside a sentence: one line, cut, without its full stop. Backticks that pair mark code; others are text. */
export function plain(text: string, most = 120): string {
  const line = cut(text.replace(/\s+/gu, ' ').trim(), most);
  const shown = line.replace(/(?<=\S)\.$/u, '');
  const runs = shown.match(/`+/g) ?? [];
  return runs.length % 2 === 0 && runs.every((run) => run === '`') ? shown : mark(shown);
}

/** With a small first letter, where it is one of a sentence and of no name. */
export function uncapital(text: string): string {
  return /^\p{Lu}\p{Ll}*(?: |$)/u.test(text) ? `${text.slice(0, 1).toLowerCase()}${text.slice(1)}` : text;
}

/** What an entry of the allow list names. */
export function targetOf({ advisory, fingerprint, rule }: AllowEntry): string {
  return advisory ?? fingerprint ?? rule ?? '';
}

/** `table-press`, of `pkg:npm/table-press`. */
export function packageOf({ package: pattern }: AllowEntry): string | undefined {
  return pattern?.bare.replace(/^pkg:[^/]+\//, '');
}

/** The day so many days after. */
export function dayAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
