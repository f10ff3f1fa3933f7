/** From what scanners found in two trees to findings that are told apart, masked, compared and merged. Pure. */

import type { RawFinding } from '../finding.ts';
import { digestOf } from '../masking/digest.ts';
import { maskFinding } from '../masking/mask.ts';
import type { Redactor } from '../masking/redactor.ts';
import { type AdvisoryClasses, advisoryClasses } from './classes.ts';
import type { IdentifiedFinding } from './identified.ts';
import { identityOf } from './identity.ts';
import { type Compared, knownAmong } from './known.ts';
import { mergeFindings } from './merge.ts';
import type { SourceLine } from './source-lines.ts';

/** Findings of one scanner in one tree, with the source at them. */
export interface InTree {
  readonly findings: readonly RawFinding[];
  readonly lines: ReadonlyMap<number, SourceLine>;
}

export interface ScannerFindings {
  readonly scanner: string;
  readonly head: InTree;
  /** undefined: there is nothing to compare with. */
  readonly base: InTree | undefined;
}

export interface Identified {
  readonly findings: readonly IdentifiedFinding[];
  readonly classes: AdvisoryClasses;
}

/** Names of our fingerprints in reports. */
export const IDENTITY = 'shipgateIdentity/v1';
export const CONTENT = 'shipgateContent/v1';

export function identify(all: readonly ScannerFindings[], redactor: Redactor): Identified {
  const trees = all.flatMap(({ head, base }) => (base === undefined ? [head] : [head, base]));
  const classes = advisoryClasses(idsOf(trees));
  const each = all.flatMap(({ scanner, head, base }) => {
    const compared = comparedOf(head, redactor, classes, base !== undefined);
    const ofBase = base === undefined ? [] : comparedOf(base, redactor, classes, true).map(withoutSource);
    const known = knownAmong(compared, ofBase);
    const places = new Set(ofBase.map((finding) => finding.exact));
    return compared.map(({ finding: raw, exact, content }, index): IdentifiedFinding => {
      const hash = head.lines.get(index)?.hash;
      const finding = maskFinding(raw, redactor);
      const isKnown = known[index] ?? false;
      const isSwapped = raw.category === 'secret' && !isKnown && places.has(exact);
      const ofLine = hash === undefined ? {} : { lineHash: hash };
      return { scanner, finding, isKnown, alsoBy: NOBODY, isSwapped, fingerprint: exact, content, ...ofLine };
    });
  });
  return { findings: withCounts(mergeFindings(each, classes)), classes };
}

const NOBODY: readonly string[] = [];

function* idsOf(trees: readonly InTree[]): Iterable<readonly string[]> {
  for (const { findings } of trees) for (const { advisories } of findings) yield advisories;
}

/** `isAsked`: there is something to compare with. */
function comparedOf({ findings, lines }: InTree, redactor: Redactor, classes: AdvisoryClasses, isAsked: boolean) {
  return findings.map((finding, index) => {
    const line = lines.get(index)?.text;
    const identityBy = (text?: string) => identityOf(quotedOf(finding, redactor), text, classes);
    const { exact, content } = identityBy(line === undefined ? undefined : redactor.redact(line));
    return {
      finding,
      own: ownOf(finding),
      exact,
      content,
      quoted: isAsked ? () => identityBy().exact : undefined,
      hasLine: line !== undefined,
      secret: secretOf(finding, lines.get(index)),
    };
  });
}

/** With what it quotes masked. */
function quotedOf(finding: RawFinding, { redact, isEmpty }: Redactor): RawFinding {
  if (isEmpty) return finding;
  const snippet = finding.snippet === undefined ? {} : { snippet: redact(finding.snippet) };
  return { ...finding, message: redact(finding.message), ...snippet };
}

/** Of a report of ours its fingerprints tell enough; a line of source tells more than what is quoted. */
function withoutSource({ hasLine, quoted, ...finding }: ReturnType<typeof comparedOf>[number]): Compared {
  return finding.own !== undefined || hasLine ? finding : { ...finding, quoted };
}

/** Masked, two secrets in one line look the same: what the line says in truth tells them apart, within this run. */
function secretOf({ category, secretDigest }: RawFinding, line: SourceLine | undefined): string | undefined {
  if (secretDigest !== undefined) return secretDigest;
  if (category !== 'secret' || line === undefined) return undefined;
  return digestOf((line.whole ?? line.text).replace(/\s+/gu, ' ').trim());
}

function ownOf({ fingerprints = {} }: RawFinding): Compared['own'] {
  const exact = fingerprints[IDENTITY]?.split(':', 1)[0];
  return exact === undefined ? undefined : { exact, content: fingerprints[CONTENT] };
}

/** Copies of one finding are told apart by a count, in the order in which they were found. */
function withCounts(merged: readonly IdentifiedFinding[]): readonly IdentifiedFinding[] {
  const counts = new Map<string, number>();
  return merged.map((finding) => {
    const { fingerprint } = finding;
    const count = (counts.get(fingerprint) ?? 0) + 1;
    counts.set(fingerprint, count);
    return count === 1 ? finding : { ...finding, fingerprint: `${fingerprint}:${count}` };
  });
}
