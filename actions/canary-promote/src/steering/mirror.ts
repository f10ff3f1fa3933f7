/** What a rollout tells others on the way: short lines, in order, never in the way of the traffic. Pure data. */
import { cut, visible } from '@shipgate/kit/escape';
import { evidence as evidenceText, limit, percent, weight as weightText } from '../reasons/numbers.ts';

/** Where the news go: a GitHub deployment, a memory of a test. */
export interface Mirror {
  /** Takes the news and resolves at once; they go out behind those before. Never rejects. */
  say(news: MirrorNews): Promise<void>;
  /** Waits for what is on its way, for a bounded time; nothing is said behind it. Never rejects. */
  close(): Promise<MirrorCount>;
}

/** https://docs.github.com/en/rest/deployments/statuses#create-a-deployment-status, those of its states that are used here. */
export interface MirrorNews {
  readonly state: 'in_progress' | 'success' | 'failure' | 'error' | 'inactive';
  /** At most `longestDescription` characters. */
  readonly description: string;
}

export interface MirrorCount {
  /** News that were taken. */
  readonly told: number;
  /** News of a step that newer ones replaced while they waited. */
  readonly replaced: number;
  /** News that did not arrive. */
  readonly lost: number;
}

/** Characters that GitHub takes as the description of a status (same page). */
export const longestDescription = 140;

export type MirrorFacts =
  | {
      readonly kind: 'step';
      /** Percent for the canary. */
      readonly weight: number;
      /** Shares between 0 and 1. */
      readonly errors?: { readonly canary: number; readonly stable: number | undefined } | undefined;
      /** Evidence against the canary, and how much of it takes the release back. */
      readonly evidence?: { readonly value: number; readonly limit: number } | undefined;
      /** A word or two: "held: no traffic". */
      readonly decision?: string | undefined;
    }
  | { readonly kind: 'back' /** Percent before. */; readonly weight: number; readonly why: string }
  | { readonly kind: 'promoted' /** Milliseconds since the epoch. */; readonly soakUntil: number | undefined };

/** One line of at most 140 characters, "…" at the end of a longer one: "10 %: canary 2.99 % errors, stable 0.50 %, evidence 12 of 100". */
export function mirrorLine(facts: MirrorFacts): string {
  return shortened(lineOf(facts));
}

/** One visible line that GitHub takes. It does not say whether it counts code points or UTF-16 units: this holds for both. */
export function shortened(text: string): string {
  const line = visible(text);
  if (line.length <= longestDescription) return line;
  const short = cut(line, longestDescription);
  return short.length <= longestDescription ? short : `${wholeCharacters(short, longestDescription - 1)}…`;
}

function lineOf(facts: MirrorFacts): string {
  if (facts.kind === 'back') return `back to 0 %: ${facts.why} at ${weightText(facts.weight)}`;
  if (facts.kind === 'promoted') {
    return facts.soakUntil === undefined ? '100 %: promoted' : `100 %: promoted; soak until ${minute(facts.soakUntil)}`;
  }
  const { weight, errors, evidence, decision } = facts;
  const stable = errors?.stable === undefined ? [] : [`stable ${percent(errors.stable)}`];
  const parts = [
    ...(errors === undefined ? [] : [`canary ${percent(errors.canary)} errors`, ...stable]),
    ...(evidence === undefined ? [] : [`evidence ${evidenceText(evidence.value)} of ${limit(evidence.limit)}`]),
    ...(decision === undefined ? [] : [decision]),
  ];
  return parts.length === 0 ? weightText(weight) : `${weightText(weight)}: ${parts.join(', ')}`;
}

function minute(time: number): string {
  return `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

function wholeCharacters(text: string, units: number): string {
  let end = 0;
  for (const character of text) {
    if (end + character.length > units) break;
    end += character.length;
  }
  return text.slice(0, end);
}
