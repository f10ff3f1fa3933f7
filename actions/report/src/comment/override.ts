/** Break-glass of a checklist: what two people let through in spite of its faults. Pure. */

import { cut } from '@shipgate/kit/escape';
import type { Markdown } from '@shipgate/kit/report/markdown';
import { code, md, render } from '@shipgate/kit/report/markdown';
import { endSentence } from '@shipgate/kit/report/sentence';
import type { ChecklistOverride, Verdict } from '@shipgate/schemas';
import { isChecklistVerdict } from '@shipgate/schemas';
import { minute } from './minute.ts';

/** Undefined: nothing was let through. */
export function overrideOf(verdict: Verdict): ChecklistOverride | undefined {
  return isChecklistVerdict(verdict) ? verdict.evidence.override : undefined;
}

export function overrideItem({ reason, expires, people }: ChecklistOverride): Markdown {
  const names = people.map(({ login }) => render(code(login))).join(' and ');
  return md`- **Break-glass by ${{ markdown: names }}**, until ${minute(expires)}: ${endSentence(cut(reason, 240))}`;
}
