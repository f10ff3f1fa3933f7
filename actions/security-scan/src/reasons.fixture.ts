/** A cause of every code, for tests of the words. */

import type { Reason } from '@shipgate/schemas';
import type { Cause, ReasonCode } from './causes.ts';
import {
  allowEntry,
  factsOf,
  foundSecret,
  identified,
  scannerFacts,
  trouble,
  vulnerablePackage,
} from './decide.fixture.ts';
import { decide } from './decide.ts';
import type { DecidedFinding } from './decided.ts';
import type { Facts } from './facts.ts';
import type { RawFinding } from './finding.ts';
import type { IdentifiedFinding } from './identity/identified.ts';
import { groundOf, tellCause } from './reasons.ts';

/** A finding as the policy of the tests decides it: new, and blocking when it is high. */
export function decided(finding: RawFinding, changes: Partial<DecidedFinding> = {}): DecidedFinding {
  const [only] = decide(factsOf({ findings: [identified(finding)] })).findings;
  if (only === undefined) throw new Error('one finding in, none out');
  return { ...only, ...changes };
}

export function ofCode(category: RawFinding['category'], changes: Partial<RawFinding> = {}): RawFinding {
  return {
    category,
    rule: 'B602',
    title: 'A shell is called with text from outside',
    severity: 'high',
    message: 'subprocess call with shell=True',
    location: { path: 'src/run.py', line: 7, column: 5 },
    advisories: [],
    ...changes,
  };
}

/** A finding of code, as the identity part gives it. */
export function codeFinding(
  changes: Partial<RawFinding> = {},
  identity: Partial<IdentifiedFinding> = {},
): IdentifiedFinding {
  return identified(ofCode('code', changes), { scanner: 'bandit', ...identity });
}

const place = { file: '.github/shipgate.yml', line: 90, column: 7 };
const unread = { place: { file: '.github/kev.json' }, expected: 'JSON', got: 'text that is no JSON' };

export const broken = scannerFacts({ outcome: 'error', findings: null, trouble, seen: null });

/** Every code once, as it is told most. */
export const causes: { readonly [Code in ReasonCode]: Extract<Cause, { code: Code }> } = {
  'secret-found': { code: 'secret-found', finding: decided(foundSecret(), { scanner: 'secrets' }), isBlocking: true },
  'vulnerable-package': { code: 'vulnerable-package', finding: decided(vulnerablePackage()), isBlocking: true },
  'code-weakness': { code: 'code-weakness', finding: decided(ofCode('code'), { scanner: 'bandit' }), isBlocking: true },
  'manifest-weakness': { code: 'manifest-weakness', finding: decided(ofCode('manifest')), isBlocking: true },
  'contract-broken': { code: 'contract-broken', finding: decided(ofCode('contract')), isBlocking: true },
  'more-findings': { code: 'more-findings', count: 1234, isBlocking: true },
  'scanner-error': { code: 'scanner-error', scanner: broken, isBlocking: true },
  'scanner-not-run': {
    code: 'scanner-not-run',
    scanner: { ...broken, name: 'trufflehog', outcome: 'not-run' },
    isBlocking: true,
  },
  'nothing-scanned': { code: 'nothing-scanned' },
  'not-compared': { code: 'not-compared', scanners: [scannerFacts({ notCompared: 'the base has no report of it' })] },
  'lock-unread': { code: 'lock-unread', files: ['go.sum'], place: { file: 'go.sum' } },
  'submodules-unread': { code: 'submodules-unread', folders: ['vendor/forms'], place: { file: '.gitmodules' } },
  'suppression-expired': { code: 'suppression-expired', place, entry: allowEntry(), blocked: 2 },
  'suppression-ending': { code: 'suppression-ending', place, entry: allowEntry(), daysLeft: 11, count: 1 },
  'suppression-too-far': { code: 'suppression-too-far', place, entry: allowEntry(), horizonDays: 90, daysLeft: 400 },
  'suppression-stale': { code: 'suppression-stale', place, entry: allowEntry() },
  'kev-unreadable': { code: 'kev-unreadable', ...unread },
  'kev-unasked': { code: 'kev-unasked', count: 3, by: ['npm-audit'] },
  'baseline-unreadable': { code: 'baseline-unreadable', ...unread },
  'base-unreachable': {
    code: 'base-unreachable',
    expected: 'the commit 4c02d1a in the checkout',
    got: 'a checkout of 1 commit',
    mend: 'let actions/checkout fetch more: fetch-depth: 0',
  },
  'policy-changed': { code: 'policy-changed', place, keys: ['fail-on', 'allow'] },
};

/** A cause in words; the facts are those of a run with nothing in it. */
export function tell(cause: Cause, facts: Facts = factsOf()): Reason {
  return tellCause(cause, (code) => `docs/reasons/security-scan/${code}.md`, groundOf(facts, decide(facts)));
}
