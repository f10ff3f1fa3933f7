/**
 * JUnit's XML, as pytest, Vitest, node:test, Surefire, Gradle, gtest and others write it: `testsuites` of `testsuite` of
 * `testcase`. There is no standard; what is read here is what all of them have.
 */
import { counted } from '../evidence/shown.ts';
import { madeAt } from './date.ts';
import { count, type Finding, faults, firstOf, type Report, type ReportRead, refusal } from './measure.ts';
import { placeOf } from './text.ts';
import { elementsOf, numberOf, type XmlElement, xmlOf } from './xml.ts';

export function readJunit(bytes: Buffer): ReportRead {
  const read = xmlOf(bytes, ['testsuites', 'testsuite']);
  if ('refused' in read) return read;
  const commits = new Set(commitsOf(read.root));
  if (commits.size > 1) return refusal('a JUnit report of one commit', `suites of ${commits.size} commits`);
  return reportOf(read.root, [...commits][0]);
}

/** Counts are those of the test cases; where the attributes say more faults, theirs: a suite may fail outside of any case. */
function reportOf(root: XmlElement, commit: string | undefined): Report {
  const cases = elementsOf(root, 'testcase');
  const failing = cases.filter(isFailing);
  const skipped = Math.max(cases.filter((each) => !isFailing(each) && isSkipped(each)).length, said(root, ['skipped']));
  const failures = Math.max(failing.length, said(root, ['failures', 'errors']));
  const ran = Math.max(0, cases.length - skipped);
  return {
    measures: new Map([
      ['failures', faults(failures, `${counted(failures, 'failure')} of ${counted(cases.length, 'test')}`, FAILURES)],
      [
        'skipped',
        count(
          skipped,
          `${counted(skipped, 'skipped test')} of ${cases.length}`,
          ['skipped', 'skipped tests', 'пропущено'],
          'lower',
        ),
      ],
      ['tests', count(ran, `${counted(ran, 'test')} ran`, ['tests', 'тестов'], 'higher')],
    ]),
    defaultMeasure: 'failures',
    ...madeAt([root, ...elementsOf(root, 'testsuite')].map((suite) => suite.attributes.get('timestamp'))),
    ...(commit === undefined ? {} : { subject: { commit } }),
    findings: firstOf(failing.map(findingOf)),
    counted: ran,
  };
}

const FAILURES = ['failures', 'failed tests', 'errors', 'ошибок', 'упавших тестов'];

/** gtest has `status="notrun"`, others a child. */
function isSkipped({ children, attributes }: XmlElement): boolean {
  const status = attributes.get('status') ?? attributes.get('result') ?? '';
  return (
    children.some(({ name }) => name === 'skipped' || name === 'disabled') ||
    /^(?:notrun|skipped|disabled|ignored|suppressed)$/i.test(status)
  );
}

function isFailing({ children }: XmlElement): boolean {
  return children.some(({ name }) => name === 'failure' || name === 'error');
}

/** What an element says of these in its attributes, or those inside of it together, whichever is more. */
function said(element: XmlElement, attributes: readonly string[]): number {
  const own = attributes.reduce((sum, attribute) => sum + (numberOf(element, attribute) ?? 0), 0);
  const inside = element.children
    .filter(({ name }) => name === 'testsuite')
    .reduce((sum, child) => sum + said(child, attributes), 0);
  return Math.max(own, inside);
}

/** `<property name="commit" value="…">` of suites; pytest writes it for `record_testsuite_property('commit', …)`. */
function commitsOf(element: XmlElement): readonly string[] {
  if (element.name === 'testcase') return [];
  const { attributes } = element;
  const isCommit = element.name === 'property' && attributes.get('name') === 'commit';
  return [...(isCommit ? [(attributes.get('value') ?? '').trim()] : []), ...element.children.flatMap(commitsOf)];
}

/** Class and name of the case. Its message may hold anything, so it stays in the report. */
function findingOf({ attributes }: XmlElement): Finding {
  const file = attributes.get('file');
  const line = Number(attributes.get('line'));
  const owner = attributes.get('classname') ?? '';
  const text = `${owner === '' ? '' : `${owner} `}${attributes.get('name') ?? 'a test without a name'} fails`;
  if (file === undefined || file === '') return { text };
  return Number.isSafeInteger(line) && line > 0 ? { text, file: placeOf(file), line } : { text, file: placeOf(file) };
}
