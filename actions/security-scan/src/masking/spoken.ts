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
  return secretsIn(all.flatMap((one) => [...textsOf(one)]));
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

/** Joined in pieces of some size: a search for each of a hundred thousand short texts costs more than the texts. */
function* textsOf({ facts, content }: Spoken): Iterable<string> {
  const { trouble, notCompared = '' } = facts;
  const told = trouble === null ? [] : [trouble.expected, trouble.got, trouble.mend, trouble.place?.file ?? ''];
  yield [facts.name, facts.version ?? '', facts.seen ?? '', notCompared, ...told].join('\n');
  for (let at = 0; at < content.findings.length; at += TOGETHER)
    yield content.findings
      .slice(at, at + TOGETHER)
      .map(spokenBy)
      .join('\n');
}

const TOGETHER = 500;

function spokenBy({
  rule,
  title,
  message,
  location,
  fix = '',
  helpUri = '',
  package: fact,
  suppressedBy,
}: RawFinding): string {
  const ofPackage = fact === undefined ? '' : `${fact.purl}\n${fact.range ?? ''}`;
  return [rule, title, message, location?.path ?? '', fix, helpUri, ofPackage, suppressedBy?.reason ?? ''].join('\n');
}
