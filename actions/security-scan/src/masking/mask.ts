/** Every text of a scanner, with found secrets masked: what goes on from here may be written anywhere. */
import { cut } from '@shipgate/kit/escape';
import type { Subject } from '@shipgate/schemas';
import type { Location, PackageFact, RawFinding, Trouble } from '../finding.ts';
import type { ScannerFacts } from '../scanner-facts.ts';
import type { Redactor } from './redactor.ts';

/** Texts are cut here too: a scanner that repeats a whole file in a message fills no report. */
const LONGEST = { title: 300, message: 2_000, word: 500 };

export function maskFinding(finding: RawFinding, { redact }: Redactor): RawFinding {
  const word = (text: string) => cut(redact(text), LONGEST.word);
  const {
    snippet: _snippet,
    secretDigest: _digest,
    fix,
    helpUri,
    package: packageFact,
    suppressedBy,
    fingerprints,
    location,
    ...rest
  } = finding;
  return {
    ...rest,
    rule: word(finding.rule),
    title: cut(redact(finding.title), LONGEST.title),
    message: cut(redact(finding.message), LONGEST.message),
    location: location === null ? null : maskLocation(location, redact),
    ...(finding.advisories.length === 0 ? {} : { advisories: finding.advisories.map(word) }),
    ...(packageFact === undefined ? {} : { package: maskPackage(packageFact, word) }),
    ...(fix === undefined ? {} : { fix: word(fix) }),
    ...(helpUri === undefined ? {} : { helpUri: word(helpUri) }),
    ...(fingerprints === undefined ? {} : { fingerprints: masked(fingerprints, word) }),
    ...(suppressedBy === undefined ? {} : { suppressedBy: maskSuppression(suppressedBy, word) }),
  };
}

type Word = (text: string) => string;

function maskLocation(location: Location, redact: Word): Location {
  const path = redact(location.path);
  return path === location.path ? location : { ...location, path };
}

function maskPackage(fact: PackageFact, word: Word): PackageFact {
  const maybe = (text: string | null) => (text === null ? null : word(text));
  return {
    purl: word(fact.purl),
    name: word(fact.name),
    version: maybe(fact.version),
    range: maybe(fact.range),
    fixed: maybe(fact.fixed),
    via: fact.via.map(word),
  };
}

function maskSuppression({ kind, reason }: NonNullable<RawFinding['suppressedBy']>, word: Word) {
  return reason === undefined ? { kind } : { kind, reason: word(reason) };
}

function masked(texts: Readonly<Record<string, string>>, word: Word): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [word(name), word(text)]));
}

/** A branch may be named after anything. */
export function maskSubject(subject: Subject, { redact }: Redactor): Subject {
  const { ref, path } = subject;
  return {
    ...subject,
    ...(ref === undefined ? {} : { ref: redact(ref) }),
    ...(path === undefined ? {} : { path: redact(path) }),
  };
}

export function maskTrouble({ expected, got, mend, place }: Trouble, { redact }: Redactor): Trouble {
  const shown = { expected: redact(expected), got: redact(got), mend: redact(mend) };
  return place === undefined ? shown : { ...shown, place: { ...place, file: redact(place.file) } };
}

export function maskScanner(facts: ScannerFacts, redactor: Redactor): ScannerFacts {
  const maybe = (text: string | null) => (text === null ? null : redactor.redact(text));
  const { notCompared } = facts;
  return {
    ...facts,
    name: redactor.redact(facts.name),
    version: maybe(facts.version),
    seen: maybe(facts.seen),
    trouble: facts.trouble === null ? null : maskTrouble(facts.trouble, redactor),
    ...(notCompared === undefined ? {} : { notCompared: redactor.redact(notCompared) }),
  };
}
