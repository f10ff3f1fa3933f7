import { describe, expect, it } from 'vitest';
import { judged, refusalOf, reportOf, sample } from './samples.fixture.ts';

function junit(inside: string): Buffer {
  return Buffer.from(`<testsuites><testsuite name="s">${inside}</testsuite></testsuites>`);
}

describe('JUnit', () => {
  it('counts the cases of suites in suites', () => {
    const nested = junit(
      '<testsuite><testsuite><testcase name="a"/><testcase name="b"><failure/></testcase></testsuite></testsuite><testcase name="c"/>',
    );
    expect(judged('junit', nested).seen).toBe('1\u00a0failure of 3\u00a0tests, wanted 0');
    expect(judged('junit', Buffer.from('<testsuite><testcase name="a"/></testsuite>')).outcome).toBe('pass');
  });

  it('adds up what suites say of faults outside of any case', () => {
    const suites = '<testsuite errors="1"/><testsuite failures="2"/><testsuite><testcase name="a"/></testsuite>';
    expect(judged('junit', junit(suites)).seen).toContain('3\u00a0failures of 1\u00a0test');
  });

  it.each([
    ['no case', ''],
    ['sums without a case', '<testsuite tests="10" failures="0"/>'],
    ['skipped cases alone', '<testcase name="a"><skipped/></testcase>'],
    ['cases that gtest did not run', '<testcase name="a" status="notrun"/>'],
  ])('proves nothing by %s', (_what, inside) => {
    expect(judged('junit', junit(inside)).outcome).toBe('unknown');
  });

  it('has measures for skipped tests and for tests that ran', () => {
    const some = junit('<testcase name="a"/><testcase name="b"/><testcase name="c"><skipped/></testcase>');
    expect(judged('junit', some, '<= 0', 'skipped').outcome).toBe('fail');
    expect(judged('junit', some, '>= 2', 'tests').outcome).toBe('pass');
    expect(judged('junit', some, '>= 3', 'tests').outcome).toBe('fail');
  });

  it('is of the commit that its suites name, and of one only', () => {
    const property = (value: string) => `<properties><property name="commit" value="${value}"/></properties>`;
    expect(reportOf('junit', junit(`${property('abc')}<testcase name="a"/>`)).subject).toEqual({ commit: 'abc' });
    expect(reportOf('junit', junit(`<testcase name="a">${property('abc')}</testcase>`)).subject).toBeUndefined();
    expect(refusalOf('junit', junit(`${property('abc')}<testsuite>${property('def')}</testsuite>`))).toContain(
      'suites of 2 commits',
    );
  });

  it('is as old as its oldest suite', () => {
    expect(reportOf('junit', sample('junit-vitest-bad.xml')).generatedAt).toEqual(new Date('2026-11-28T00:48:44.673Z'));
  });

  it('keeps at most 20 findings', () => {
    expect(reportOf('junit', junit('<testcase name="a"><failure/></testcase>'.repeat(30))).findings).toHaveLength(20);
  });
});
