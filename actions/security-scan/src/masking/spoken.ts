/** Secrets in what scanners say, rather than in what they look at: a path, a message, an error that quotes a file. */
import type { RawFinding, ReportContent } from '../finding.ts';
import type { ScannerFacts } from '../scanner-facts.ts';
import { Keywords } from '../secrets/keywords.ts';
import { secretKinds } from '../secrets/kinds.ts';
import { KindSearch } from '../secrets/search.ts';

/** Of one scanner: all its texts that may be written. */
export interface Spoken {
  readonly facts: ScannerFacts;
  readonly content: ReportContent;
}

/** Values of secrets of known forms that stand in those texts, which no scanner may have found as such. */
export function secretsSpoken(all: readonly Spoken[]): readonly string[] {
  return secretsIn(joined(all));
}

/** Values of secrets of known forms in any texts. */
export function secretsIn(texts: Iterable<string>): readonly string[] {
  const kinds = new KindSearch(secretKinds);
  const keywords = new Keywords([...kinds.literals]);
  const values = new Set<string>();
  for (const text of texts) for (const value of valuesIn(text, kinds, keywords)) values.add(value);
  return [...values];
}

function valuesIn(text: string, kinds: KindSearch, keywords: Keywords): readonly string[] {
  const hits = keywords.inText(text);
  if (hits.length === 0) return [];
  const { found } = kinds.in(text, hits, keywords.words);
  return found.flatMap(({ values, start, end }) => values ?? [text.slice(start, end)]);
}

/** Joined to pieces: a search for each of a hundred thousand short texts costs more than they do. */
function* joined(all: readonly Spoken[]): Iterable<string> {
  let piece = '';
  for (const { facts, content } of all) {
    piece += toldBy(facts);
    const known = new Set<string>();
    for (const finding of content.findings) {
      piece += spokenBy(finding, known);
      if (piece.length < PIECE) continue;
      yield piece;
      piece = '';
    }
  }
  yield piece;
}

const PIECE = 50_000;

function toldBy({ name, version, seen, notCompared = '', trouble }: ScannerFacts): string {
  const told = trouble === null ? [] : [trouble.expected, trouble.got, trouble.mend, trouble.place?.file ?? ''];
  return `${[name, version ?? '', seen ?? '', notCompared, ...told].join('\n')}\n`;
}

/** '' when there can be nothing in it: what its rule says was heard before, and what it says of itself are short words. */
function spokenBy(finding: RawFinding, known: Set<string>): string {
  const { rule, title, message, location, fix = '', helpUri = '', package: fact, suppressedBy } = finding;
  const path = location?.path ?? '';
  const more = `${fix}\n${fact?.purl ?? ''}\n${fact?.range ?? ''}\n${suppressedBy?.reason ?? ''}`;
  const isHeard = known.has(rule) && known.has(title) && known.has(helpUri);
  if (isHeard && ![message, path, more].some(hasLongWord)) return '';
  known.add(rule).add(title).add(helpUri);
  return `${rule}\n${title}\n${message}\n${path}\n${more}\n${helpUri}\n`;
}

/** Signs without white space that every secret of a known form has; most sentences have no word as long. */
export const LONG_WORD = 12;

/** Looks back from where such a word would end: what is shorter is stepped over as a whole. */
export function hasLongWord(text: string): boolean {
  for (let end = LONG_WORD - 1; end < text.length; ) {
    let at = end;
    while (at > end - LONG_WORD && !isSpace(text.charCodeAt(at))) at -= 1;
    if (at === end - LONG_WORD) return true;
    end = at + LONG_WORD;
  }
  return false;
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}
