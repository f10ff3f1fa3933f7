/** What a threshold is said of: the last words before it in its clause. */

/** Where a clause begins. A full stop only before a blank, since "CHANGELOG.md" has one. */
const CLAUSE = /[,;:!?([«»"#|]|\.\s|\s[—–-]+\s|\s(?:and|or|with|at|и|или|при|с)\s/i;

/** Words that stand between a thing and its limit. */
const LINK =
  /(?:^|\s)(?:(?:is|are|be|must|should|shall|has|have|to|of|for|stay|stays|kept|set|limit|target|goal|budget|быть|должен|должна|должно|должны|не|составляет|составлять|цель|порог|на|в|до|для|уровне|течение|установлен[аоы]?|настроен[аоы]?)\s*)+$/i;

/** "High error rate (>1%)" is about the error rate. */
const ADJECTIVE = /^(?:высок(?:ий|ая|ое|ие)|низк(?:ий|ая|ое|ие)|мало|high|low)$/i;

/** Longest name of a thing. */
const MOST_WORDS = 3;

/** `before` is the text up to the threshold, or from the threshold before it. Lower case, '' when nothing is named. */
export function subjectOf(before: string): string {
  let rest = before.slice(-200).trimEnd();
  // `RTO (Recovery Time Objective): <4 h`, "Coverage must be >80%", "error rate (>1%)".
  for (let last = ''; last !== rest; ) {
    last = rest;
    if (/[:=([—–-]$/.test(rest)) rest = rest.replace(/[\s:=([—–-]+$/, '');
    else if (rest.endsWith(')')) rest = rest.replace(/\([^()]*\)$/, '').trimEnd();
    else rest = rest.replace(LINK, '').trimEnd();
  }
  const clause = rest.split(CLAUSE).at(-1) ?? '';
  const words = clause.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word) && !ADJECTIVE.test(word));
  return words.slice(-MOST_WORDS).join(' ').toLowerCase();
}
