/** What a check run says: conclusion, title, summary, and the verdict as JSON. All that a verdict says is escaped. Pure. */
import { cut, jsonText } from '@shipgate/kit/escape';
import { plainSentence } from '@shipgate/kit/report/sentence';
import { grouped } from '@shipgate/kit/verdict';
import type { Verdict } from '@shipgate/schemas';
import { isChecklistVerdict } from '@shipgate/schemas';
import { recordLine } from '../comment/record.ts';
import type { CommentFacts } from '../comment/text.ts';
import { bodyLines } from '../comment/text.ts';
import type { CheckRunOutput, Conclusion } from '../ports.ts';

/** GitHub says characters (https://docs.github.com/rest/checks/runs) and counts bytes of UTF-8. */
const largestBytes = 65_535;
const longestTitle = 250;

/**
 * Unknown is no success. A verdict that stops nothing, since the mode of its gate is `report`, is neutral where it is not a pass;
 * GitHub lets a neutral one pass where it is required.
 */
export function conclusionOf(verdict: Verdict): Conclusion {
  if (verdict.outcome === 'pass') return 'success';
  return isChecklistVerdict(verdict) && verdict.evidence.mode === 'report' ? 'neutral' : 'failure';
}

export function outputOf(facts: CommentFacts): CheckRunOutput {
  const { verdict, run } = facts;
  return {
    title: cut(plainSentence(verdict.headline), longestTitle),
    summary: [recordLine({ run, faults: [] }), ...bodyLines(facts, undefined, 'check run')].join('\n'),
    text: textOf(verdict),
  };
}

/** The first fenced block is the verdict, whole or not at all: a part of it proves nothing. */
function textOf(verdict: Verdict): string {
  const block = `\`\`\`json\n${oneLine(verdict)}\n\`\`\``;
  const bytes = Buffer.byteLength(block);
  if (bytes <= largestBytes) return block;
  return `The verdict is not here: it has ${grouped(bytes)} bytes, and GitHub takes ${grouped(largestBytes)}. The artifact of the run holds it.`;
}

/** Hidden characters as \uXXXX; a line of JSON ends no fence. */
function oneLine(verdict: Verdict): string {
  return jsonText(verdict)
    .split('\n')
    .map((line) => line.trimStart())
    .join('');
}
