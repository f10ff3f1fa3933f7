/** A result of a SARIF run as a finding. */
import { cut } from '@shipgate/kit/escape';
import type { Category, Location, PackageFact, RawFinding, Severity } from '../finding.ts';
import type { ReportOrigin } from '../ports.ts';
import { advisoriesOf, weaknessesOf } from './sarif-advisories.ts';
import { at, listAt, textAt } from './sarif-fields.ts';
import { packageOf } from './sarif-package.ts';
import { placesOf } from './sarif-place.ts';
import { type RuleOf, rulesOf } from './sarif-rules.ts';
import { isSecret, valuesIn } from './sarif-secret.ts';
import { severityOf } from './sarif-severity.ts';
import { messageOf, titleOf } from './sarif-text.ts';

/** 3.27.9: what its tool does not call a failure. A kind that the standard does not know counts as one. */
const NO_FAILURE: ReadonlySet<string> = new Set(['pass', 'notApplicable', 'informational', 'open', 'review']);

/** Whether a result says that something is there: not what passed, and not what is gone since a baseline (3.27.24). */
export function isFinding(result: unknown): boolean {
  return !NO_FAILURE.has(textAt(result, 'kind') ?? 'fail') && textAt(result, 'baselineState') !== 'absent';
}

const LONGEST_RULE = 200;

/** Findings of one run; values of secrets go to `secrets`, and into nothing else. */
export function findingsOf(run: unknown, origin: ReportOrigin, secrets: Set<string>): (result: unknown) => RawFinding {
  const ruleOf = rulesOf(run);
  const placeOf = placesOf(run, origin);
  const factsOf = (result: unknown, rule: RuleOf): RuleFacts => {
    const weaknesses = weaknessesOf(result, rule.rule);
    const severity = severityOf(result, rule.rule);
    return { weaknesses, severity, secret: isSecret(run, rule, weaknesses), advisories: advisoriesOf(result, rule) };
  };
  const known = new Map<unknown, Map<string, RuleFacts>>();
  const knownOf = (result: unknown, rule: RuleOf): RuleFacts => {
    // Rules are few and results are many: what rule, id and level alone decide is decided once.
    if (at(result, 'taxa') !== undefined || at(result, 'properties') !== undefined) return factsOf(result, rule);
    const byName = known.get(rule.rule) ?? new Map<string, RuleFacts>();
    known.set(rule.rule, byName);
    const name = `${textAt(result, 'level') ?? ''} ${rule.id ?? ''}`;
    const facts = byName.get(name) ?? factsOf(result, rule);
    byName.set(name, facts);
    return facts;
  };
  return (result) => {
    const rule = ruleOf(result);
    const facts = knownOf(result, rule);
    const place = placeOf(result);
    return facts.secret ? secretOf(result, rule, place, facts, secrets) : findingOf(result, rule, place, facts, origin);
  };
}

/** What mostly follows from the rule. */
interface RuleFacts {
  readonly weaknesses: readonly string[];
  readonly severity: Severity | null;
  readonly secret: boolean;
  readonly advisories: readonly string[];
}

/** Its message may quote the value, and so may the source: neither is carried on. */
function secretOf(
  result: unknown,
  rule: RuleOf,
  place: Location | null,
  facts: RuleFacts,
  secrets: Set<string>,
): RawFinding {
  for (const value of valuesIn(textAt(regionOf(result), 'snippet', 'text') ?? '')) secrets.add(value);
  const title = titleOf(rule, '', true);
  const commit = textAt(result, 'partialFingerprints', 'commitSha');
  return {
    ...baseOf(result, rule, 'secret', facts),
    title,
    message: title,
    location: place,
    advisories: [],
    ...(commit === undefined || !/^[0-9a-f]{7,64}$/i.test(commit) ? {} : { commit }),
  };
}

function findingOf(
  result: unknown,
  rule: RuleOf,
  place: Location | null,
  facts: RuleFacts,
  origin: ReportOrigin,
): RawFinding {
  const { advisories } = facts;
  const message = messageOf(result, rule);
  const title = titleOf(rule, message, false);
  const packageFact =
    advisories.length === 0 ? undefined : packageOf(result, rule.rule, message, place?.path ?? artifactPathOf(result));
  const snippet = snippetOf(result);
  return {
    ...baseOf(result, rule, advisories.length > 0 ? 'dependency' : 'code', facts),
    title,
    message: message === '' ? title : message,
    location: packageFact === undefined ? place : inLock(place, packageFact, origin),
    advisories,
    ...(packageFact === undefined ? {} : { package: packageFact }),
    ...(snippet === undefined ? {} : { snippet }),
  };
}

function baseOf(result: unknown, { id, rule }: RuleOf, category: Category, { weaknesses, severity }: RuleFacts) {
  const helpUri = textAt(rule, 'helpUri');
  const fingerprints = fingerprintsOf(result);
  const suppressedBy = suppressionOf(result);
  return {
    category,
    rule: cut((id ?? '').trim() || 'unnamed', LONGEST_RULE),
    severity,
    ...(helpUri !== undefined && /^https?:\/\//.test(helpUri) ? { helpUri } : {}),
    ...(weaknesses.length === 0 ? {} : { cwe: weaknesses }),
    ...(fingerprints === undefined ? {} : { fingerprints }),
    ...(suppressedBy === undefined ? {} : { suppressedBy }),
  };
}

const LONGEST_SNIPPET = 2_000;

function snippetOf(result: unknown): string | undefined {
  const text = textAt(regionOf(result), 'snippet', 'text');
  return text === undefined || text.trim() === '' ? undefined : text.slice(0, LONGEST_SNIPPET);
}

function regionOf(result: unknown): unknown {
  return at(listAt(result, 'locations')[0], 'physicalLocation', 'region');
}

function artifactPathOf(result: unknown): string {
  return textAt(listAt(result, 'locations')[0], 'physicalLocation', 'artifactLocation', 'uri') ?? '';
}

const OWN_FINGERPRINTS: ReadonlySet<string> = new Set([
  'primaryLocationLineHash',
  'primaryLocationStartColumnFingerprint',
]);

/** Hashes only, under GitHub's names or versioned ones (3.27.16, 3.27.17): gitleaks puts names and addresses of people here. */
function fingerprintsOf(result: unknown): Readonly<Record<string, string>> | undefined {
  const all = [at(result, 'fingerprints'), at(result, 'partialFingerprints')];
  if (all.every((each) => each === undefined)) return undefined;
  const given = all.flatMap((each) => Object.entries(each ?? {}));
  const hashes = given.filter(
    (entry): entry is [string, string] =>
      (OWN_FINGERPRINTS.has(entry[0]) || /^[\w./ -]{1,80}\/v?\d{1,4}$/.test(entry[0])) &&
      typeof entry[1] === 'string' &&
      /^[\w+/=:.-]{4,200}$/.test(entry[1]),
  );
  return hashes.length === 0 ? undefined : Object.fromEntries(hashes);
}

/** 3.27.23 and 3.35: let through only when every word on it is accepted; one under review or rejected lets nothing through. */
function suppressionOf(result: unknown): RawFinding['suppressedBy'] {
  const all = listAt(result, 'suppressions');
  const [first] = all;
  if (first === undefined || !all.every((each) => isAccepted(each))) return undefined;
  const reason = textAt(first, 'justification');
  const kind = textAt(first, 'kind') === 'inSource' ? 'in-source' : 'external';
  return {
    kind,
    ...(reason === undefined || reason.trim() === '' ? {} : { reason: cut(reason.trim(), LONGEST_RULE) }),
  };
}

function isAccepted(suppression: unknown): boolean {
  return at(suppression, 'kind') !== undefined && (at(suppression, 'status') ?? 'accepted') === 'accepted';
}

/** A package is on a line of its lock file, where tools that know none say 1. */
function inLock(place: Location | null, { name, version }: PackageFact, { locks = [] }: ReportOrigin): Location | null {
  if (place === null || (place.line ?? 1) !== 1) return place;
  const entries = locks.find(({ path }) => path === place.path)?.named(name) ?? [];
  const entry = entries.find((each) => each.version === version) ?? entries[0];
  if (entry === undefined) return place;
  return { path: place.path, line: entry.line, column: entry.column, endColumn: entry.endColumn };
}
