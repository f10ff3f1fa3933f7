/** Annotations: a reason at its line in the pull request. GitHub keeps 10 of a kind and step; we say what is left out. */
import type { Location, Reason, Verdict } from '@shipgate/schemas';
import { visible, workflowCommand } from '../escape.ts';
import { counted } from '../verdict.ts';
import { asSentence, plainSentence } from './sentence.ts';
import type { Effect, Reporter } from './view.ts';

/** Source: GitHub docs, "Workflow commands"; the 11th of a kind is dropped by the runner without a word. */
const perKind = 10;
/** Title and message together, in UTF-16 units. */
const longest = 200;
const shortestMessage = 60;

const kinds = ['error', 'warning', 'notice'] as const;

export const reportAnnotations: Reporter = (verdict, _view, host) => {
  if (host.kind !== 'github') return [];
  return kinds.flatMap((kind) => {
    const reasons = verdict.reasons.filter((reason) => kindOf(reason) === kind && !isAside(verdict, reason));
    const tooMany = reasons.length > perKind;
    const effects = reasons
      .slice(0, tooMany ? perKind - 1 : perKind)
      .map((reason) => annotation(kind, verdict, reason));
    return tooMany ? [...effects, rest(kind, reasons.length)] : effects;
  });
};

/** A note about a run that passed is no news: it would stand in every pull request. */
function isAside(verdict: Verdict, reason: Reason): boolean {
  return verdict.outcome === 'pass' && reason.severity === 'note' && reason.location === undefined;
}

function kindOf(reason: Reason): (typeof kinds)[number] {
  if (reason.blocks !== 'no') return 'error';
  return reason.severity === 'note' || reason.allowance !== undefined ? 'notice' : 'warning';
}

function annotation(kind: string, verdict: Verdict, reason: Reason): Effect {
  const { title, message } = annotationText(verdict.gate, reason);
  // A name with hidden characters would stand in the log as it is; such an annotation belongs to the run.
  const place = reason.location;
  const isPlain = place !== undefined && visible(place.file) === place.file;
  const { file, line, column, endColumn }: Partial<Location> = isPlain ? place : {};
  return { kind: 'command', line: workflowCommand(kind, { file, line, col: column, endColumn, title }, message) };
}

/** Title `gate: what is wrong (code)` and message, at most 200 characters together. */
export function annotationText(gate: string, reason: Reason): { title: string; message: string } {
  const code = reason.code === 'configuration' ? '' : ` (${reason.code})`;
  const room = longest - shortestMessage - gate.length - 2 - code.length;
  const title = `${gate}: ${cutUnits(plainSentence(reason.title), room)}${code}`;
  const seen = asSentence(plainSentence(reason.seen));
  const mend = asSentence(plainSentence(reason.mend));
  const left = longest - title.length;
  const whole = `${seen} ${mend}`;
  if (whole.length <= left) return { title, message: whole };
  // The first sentence of each says the most; then the end is cut, of what is seen rather than of what mends it.
  const short = `${firstSentence(seen)} ${firstSentence(mend)}`;
  if (short.length <= left) return { title, message: short };
  const half = Math.max(Math.floor(left / 2), left - firstSentence(mend).length - 1);
  const cutSeen = cutUnits(firstSentence(seen), Math.min(half, left));
  const rest = left - cutSeen.length - 1;
  return { title, message: rest > 20 ? `${cutSeen} ${cutUnits(firstSentence(mend), rest)}` : cutSeen };
}

function firstSentence(text: string): string {
  return /^.*?[.!?](?= \p{Lu})/u.exec(text)?.[0] ?? text;
}

/** At most `length` UTF-16 units of visible text; no surrogate pair is split. */
function cutUnits(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, Math.max(0, length - 1)).replace(/[\ud800-\udbff]$/, '')}…`;
}

function rest(kind: (typeof kinds)[number], count: number): Effect {
  const title = counted(count - perKind + 1, `more ${kind}`);
  return { kind: 'command', line: workflowCommand(kind, { title }, `All ${count} are in the job summary.`) };
}
