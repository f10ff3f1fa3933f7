/** The first paragraph: what was found, and how much was looked at. Pure. */
import { mark } from '@shipgate/kit/report/sentence';
import { counted, grouped } from '@shipgate/kit/verdict';
import type { Outcome } from '@shipgate/schemas';
import type { Decision } from '../decide.ts';
import type { DecidedFinding } from '../decided.ts';
import type { Facts } from '../facts.ts';
import { answers, askedOf, countStates } from '../proofs.ts';
import { isPart } from '../reasons/scanners.ts';
import { plain } from '../reasons/text.ts';
import type { ScannerFacts } from '../scanner-facts.ts';

interface Told {
  readonly facts: Facts;
  readonly decision: Decision;
  readonly outcome: Outcome;
}

/** Sentences with names as code. */
export function leadOf(told: Told): string {
  const sentences =
    told.outcome === 'fail' ? leadOfFail(told) : told.outcome === 'pass' ? leadOfPass(told) : leadOfUnknown(told);
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

function leadOfPass({ facts, decision: { findings } }: Told): readonly string[] {
  const counts = countStates(findings);
  return [
    tellSeen(facts.scanners),
    `${counted(counts.new, 'finding')} ${counts.new === 1 ? 'is' : 'are'} new${counts.new === 0 ? '' : `, below \`${facts.policy.failOn.severity}\``}${tellRest(counts)}.`,
    tellSilent(facts.scanners),
  ];
}

function leadOfFail({ facts, decision: { findings } }: Told): readonly string[] {
  const { failOn } = facts.policy;
  const blocking = findings.filter(({ isBlocking }) => isBlocking);
  const rest = countStates(findings.filter(({ isBlocking }) => !isBlocking));
  const others = [
    rest.new === 0 ? '' : `${grouped(rest.new)} new below \`${failOn.severity}\``,
    rest.known === 0 ? '' : `${grouped(rest.known)} known`,
    rest.suppressed === 0 ? '' : `${grouped(rest.suppressed)} suppressed`,
  ].filter((part) => part !== '');
  const one = rest.new + rest.known + rest.suppressed === 1;
  return [
    ...tellBlocking(blocking, facts),
    others.length === 0 ? '' : `${listed(others)} ${one ? 'does' : 'do'} not block.`,
    tellSilent(facts.scanners),
  ];
}

function tellBlocking(blocking: readonly DecidedFinding[], { policy: { failOn }, base }: Facts): readonly string[] {
  const count = (test: (finding: DecidedFinding) => boolean) => blocking.filter(test).length;
  const news = count(({ state, hasExpired }) => state === 'new' && !hasExpired);
  const expired = count(({ hasExpired }) => hasExpired);
  const known = count(({ state, hasExpired }) => state === 'known' && !hasExpired);
  const where = base === null ? ', with no base to compare with,' : ' in this change';
  return [
    news === 0
      ? ''
      : `${counted(news, 'finding')} ${news === 1 ? 'is' : 'are'} new${where} and at or above \`${failOn.severity}\`.`,
    expired === 0
      ? ''
      : `${counted(expired, 'finding')} ${expired === 1 ? 'was' : 'were'} suppressed until a day that is over.`,
    known === 0
      ? ''
      : `${counted(known, 'known finding')} at or above \`${failOn.severity}\` ${known === 1 ? 'blocks' : 'block'} too, as \`fail-on\` asks.`,
  ];
}

function leadOfUnknown({ facts, decision: { findings } }: Told): readonly string[] {
  const asked = askedOf(facts.scanners);
  const answering = asked.filter(answers);
  if (answering.length === 0)
    return [
      asked.length === 0 ? 'No scanner had anything to look at, and no report was read.' : tellSilent(facts.scanners),
    ];
  const counts = countStates(findings);
  const found =
    counts.new === 0
      ? 'nothing new'
      : `${counted(counts.new, 'new finding')} below \`${facts.policy.failOn.severity}\``;
  const others =
    answering.length === asked.length
      ? `${asked.length} of ${counted(asked.length, 'scanner')} answered, and found ${found}`
      : `The other ${answering.length === 1 ? 'scanner' : `${answering.length} scanners`} found ${found}`;
  return [tellSilent(facts.scanners), `${others}${tellRest(counts)}.`];
}

/** "; 3 known and 1 suppressed do not block". */
function tellRest({ known, suppressed }: ReturnType<typeof countStates>): string {
  const parts = [
    known === 0 ? '' : `${grouped(known)} known`,
    suppressed === 0 ? '' : `${grouped(suppressed)} suppressed`,
  ];
  const told = parts.filter((part) => part !== '');
  return told.length === 0 ? '' : `; ${listed(told)} ${known + suppressed === 1 ? 'does' : 'do'} not block`;
}

function tellSeen(scanners: readonly ScannerFacts[]): string {
  const seen = scanners
    .filter(answers)
    .flatMap(({ seen: text }) => (text === null || text.trim() === '' ? [] : [plain(text, 60)]));
  const more = seen.length > 6 ? `; and what ${seen.length - 6} more saw` : '';
  return seen.length === 0 ? '' : `Read: ${seen.slice(0, 6).join('; ')}${more}.`;
}

/** "`npm-audit` gave no answer: what it looks for is not known."; of one that looked at a part, what it left out is not. */
function tellSilent(scanners: readonly ScannerFacts[]): string {
  const silent = askedOf(scanners).filter((scanner) => !answers(scanner));
  const mute = silent.filter((scanner) => !isPart(scanner));
  const partly = silent.filter(isPart);
  const sentences = [
    mute.length === 0
      ? ''
      : `${namesOf(mute)} gave no answer: what ${mute.length === 1 ? 'it looks' : 'they look'} for is not known.`,
    partly.length === 0
      ? ''
      : `${namesOf(partly)} looked at a part alone: what ${partly.length === 1 ? 'it' : 'they'} left out is not known.`,
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

function namesOf(scanners: readonly ScannerFacts[]): string {
  const names = scanners.slice(0, 4).map(({ name }) => mark(name));
  return listed([...names, ...(scanners.length > 4 ? [`${scanners.length - 4} more`] : [])]);
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}
