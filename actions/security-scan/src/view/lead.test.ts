import { render } from '@shipgate/kit/report/markdown';
import { describe, expect, it } from 'vitest';
import {
  allowEntry,
  factsOf,
  foundSecret,
  identified,
  scannerFacts,
  trouble,
  vulnerablePackage,
} from '../decide.fixture.ts';
import type { Facts } from '../facts.ts';
import type { IdentifiedFinding } from '../identity/identified.ts';
import { causes, codeFinding, ofCode } from '../reasons.fixture.ts';
import { greenFacts, redFacts, told, unknownFacts } from '../report.fixture.ts';

const headline = (facts: Facts) => told(facts).verdict.headline;
const lead = (facts: Facts) => render(told(facts).view.lead);
const broken = scannerFacts({ outcome: 'error', findings: null, trouble, seen: null });
const clean = scannerFacts({ name: 'secrets' });
const secret = identified(foundSecret(), { scanner: 'secrets' });
const weak = (severity: 'high' | 'medium' | null, identity: Partial<IdentifiedFinding> = {}) =>
  codeFinding({ severity }, identity);
const any = { failOn: { severity: 'high', state: 'any' } } as const;

describe('the headline', () => {
  it.each<[string, string, Facts]>([
    ['nothing', 'nothing new, 1 of 1 scanner answered', factsOf()],
    ['known and suppressed', 'nothing new, 4 of 4 scanners answered', greenFacts],
    [
      'new ones below what blocks',
      '2 new below high, 1 of 1 scanner answered',
      factsOf({ findings: [weak('medium'), weak('medium')] }),
    ],
    [
      'a tool that is not there',
      'nothing new, 1 of 2 scanners answered',
      factsOf({ scanners: [clean, { ...broken, outcome: 'not-run', required: false }] }),
    ],
    [
      'nothing for a scanner to look at',
      'nothing new, 1 of 1 scanner answered',
      factsOf({ scanners: [clean, { ...broken, outcome: 'not-run', hasNothing: true }] }),
    ],
    [
      'errors that may pass',
      'nothing new, 1 of 2 scanners answered',
      factsOf({ policy: { onError: 'warn' }, scanners: [clean, broken] }),
    ],
    ['the example', '1 new secret, 1 new vulnerability', redFacts],
    ['several of a kind', '2 new weaknesses', factsOf({ findings: [weak('high'), weak('high')] })],
    [
      'more new ones than block',
      '1 new secret, 1 new weakness at or above high',
      factsOf({ findings: [secret, weak('high'), weak('medium')] }),
    ],
    [
      'known ones that block',
      '1 new secret, 1 known vulnerability',
      factsOf({ policy: any, findings: [secret, identified(vulnerablePackage(), { isKnown: true })] }),
    ],
    [
      'contracts and manifests',
      '1 new broken contract, 1 new manifest weakness',
      factsOf({ findings: [identified(ofCode('contract')), identified(ofCode('manifest'))] }),
    ],
    [
      'faults and what is not known',
      '1 new secret, 1 of 2 scanners gave no answer',
      factsOf({ scanners: [clean, broken], findings: [secret] }),
    ],
    ['the example', '1 of 4 scanners gave no answer, so it blocks', unknownFacts],
    ['nothing scanned', 'nothing was scanned, so it blocks', factsOf({ scanners: [] })],
    ['the base', 'the base is not known, so it blocks', factsOf({ found: [causes['base-unreachable']] })],
    [
      'all of it',
      '1 of 1 scanner gave no answer, the base is not known, the baseline cannot be read, the KEV catalogue cannot be read, so it blocks',
      factsOf({
        scanners: [broken],
        found: [causes['base-unreachable'], causes['kev-unreadable'], causes['baseline-unreadable']],
      }),
    ],
  ])('is true when read alone: %s: %s', (_, wanted, facts) => {
    expect(headline(facts)).toBe(wanted);
  });
});

describe('the first paragraph', () => {
  it.each<[string, string, Facts]>([
    [
      'green',
      'Read: 1,204 files, 9.6 MB; 812 packages; 9 objects, 14 rules; 318 files. 0 findings are new; 3 known and 1 suppressed do not block.',
      greenFacts,
    ],
    [
      'red',
      '2 findings are new in this change and at or above `high`. 3 known and 1 suppressed do not block.',
      redFacts,
    ],
    [
      'unknown',
      '`npm-audit` gave no answer: what it looks for is not known. The other 3 scanners found nothing new.',
      unknownFacts,
    ],
    ['one new below', 'Read: 812 packages. 1 finding is new, below `high`.', factsOf({ findings: [weak('medium')] })],
    [
      'no base',
      '1 finding is new, with no base to compare with, and at or above `high`.',
      factsOf({ base: null, findings: [weak('high')] }),
    ],
    [
      'an end that is over',
      '1 finding was suppressed until a day that is over.',
      factsOf({
        policy: { allow: [allowEntry()] },
        findings: [identified(vulnerablePackage(), { isKnown: true })],
        today: '2027-02-01',
      }),
    ],
    [
      'known ones that block',
      '1 known finding at or above `high` blocks too, as `fail-on` asks. 1 known does not block.',
      factsOf({ policy: any, findings: [weak('high', { isKnown: true }), weak('medium', { isKnown: true })] }),
    ],
    [
      'the base alone',
      '1 of 1 scanner answered, and found nothing new.',
      factsOf({ found: [causes['base-unreachable']] }),
    ],
    [
      'a part',
      'Read: 812 packages. 0 findings are new. `manifests` looked at a part alone: what it left out is not known.',
      factsOf({
        scanners: [
          scannerFacts(),
          { ...broken, name: 'manifests', outcome: 'not-run', required: false, seen: '9 objects' },
          { ...broken, name: 'bandit', outcome: 'not-run', hasNothing: true },
        ],
      }),
    ],
    ['no scanner', 'No scanner had anything to look at, and no report was read.', factsOf({ scanners: [] })],
  ])('says it in numbers: %s', (_, wanted, facts) => {
    expect(lead(facts)).toBe(wanted);
  });
});
