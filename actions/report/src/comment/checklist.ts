/** What a checklist adds to a comment: who has to sign and what it is that they sign. All of it is escaped. Pure. */
import { cut } from '@shipgate/kit/escape';
import type { Markdown, Text } from '@shipgate/kit/report/markdown';
import { code, md, table } from '@shipgate/kit/report/markdown';
import { asSentence } from '@shipgate/kit/report/sentence';
import { counted } from '@shipgate/kit/verdict';
import type { ChecklistSignature, Reason, Verdict } from '@shipgate/schemas';
import { isChecklistVerdict } from '@shipgate/schemas';

/** Rows of the table; with more roles the last one counts the rest. */
const mostRows = 5;
const longestCell = 160;

export interface RoleTable {
  /** Lines of Markdown, one for each role and two above them. */
  readonly lines: readonly string[];
  /** The reasons that a row tells. */
  readonly told: ReadonlySet<Reason>;
}

/** Undefined for another gate, and for a run that needs no signature. */
export function roleTable(verdict: Verdict): RoleTable | undefined {
  const signatures = isChecklistVerdict(verdict) ? (verdict.evidence.signatures ?? []) : [];
  if (signatures.length === 0) return undefined;
  const rows = signatures.map((signature) => ({ signature, reason: reasonOf(signature, verdict) }));
  const shown = signatures.length > mostRows ? [...wanting(rows), ...proven(rows)].slice(0, mostRows - 1) : rows;
  const rest = rows.filter((row) => !shown.includes(row));
  const cells = [...shown.map(cellsOf), ...(rest.length === 0 ? [] : [restOf(rest)])];
  return {
    lines: table(['Role', 'State', 'Do'], cells).markdown.split('\n'),
    told: new Set(shown.flatMap(({ reason }) => reason ?? [])),
  };
}

interface Row {
  readonly signature: ChecklistSignature;
  readonly reason: Reason | undefined;
}

const isProven = ({ signature }: Row) => signature.state === 'proven';
const proven = (rows: readonly Row[]) => rows.filter(isProven);
const wanting = (rows: readonly Row[]) => rows.filter((row) => !isProven(row));

/** By its role, which stands in its evidence. */
function reasonOf({ role, state }: ChecklistSignature, { reasons }: Verdict): Reason | undefined {
  if (state === 'proven') return undefined;
  return reasons.find(({ evidence }) => 'role' in evidence && evidence.role === role);
}

const words: Readonly<Record<ChecklistSignature['state'], string>> = {
  proven: '✅ proven',
  claimed: '❌ claimed only',
  missing: '❌ missing',
  stale: '❌ stale, files changed since',
  void: '❌ void',
  'not-allowed': '❌ not allowed',
  unknown: '❔ unknown',
};
/** States of which the word alone does not say what happened. */
const explained: readonly ChecklistSignature['state'][] = ['void', 'not-allowed', 'unknown'];

function cellsOf({ signature, reason }: Row): readonly Text[] {
  const { label, state, proven: act } = signature;
  const why = explained.includes(state) && reason !== undefined ? `: ${reason.seen.replace(/\.$/, '')}` : '';
  return [
    cut(label),
    act === null || state !== 'proven'
      ? cut(`${words[state]}${why}`, longestCell)
      : md`${words.proven}, ${code(act.login)}`,
    reason === undefined ? '' : asSentence(cut(reason.mend, longestCell)),
  ];
}

function restOf(rows: readonly Row[]): readonly Text[] {
  const open = wanting(rows).length;
  return [counted(rows.length, 'more role'), open === 0 ? words.proven : `❌ ${open} not signed`, ''];
}

/** Undefined where nothing is signed. */
export function signedText(verdict: Verdict): Markdown | undefined {
  if (!isChecklistVerdict(verdict)) return undefined;
  const { subject, signatures = [] } = verdict.evidence;
  if (signatures.length === 0 || typeof subject !== 'string') return undefined;
  return md`What is signed: subject ${code(subject.slice(0, 7))} (all files without the sign-off lines). A push that changes any other line makes the signatures stale; ticking sign-off lines or a squash merge does not.`;
}

/** "All 143 items"; undefined for another gate, and when it looked at none. */
export function allItems(verdict: Verdict): string | undefined {
  const items = isChecklistVerdict(verdict) ? (verdict.evidence.items ?? []) : [];
  return items.length === 0 ? undefined : `All ${counted(items.length, 'item')}`;
}
