import { describe, expect, it } from 'vitest';
import type { VitestReport } from './test-results.ts';
import { closingLine, countTests } from './test-results.ts';

const green: VitestReport = {
  numPassedTests: 12,
  numFailedTests: 0,
  numPendingTests: 2,
  numTodoTests: 1,
  success: true,
  testResults: [{ status: 'passed', assertionResults: [{}] }],
};

describe('the closing line', () => {
  it('counts what vitest reports', () => {
    expect(closingLine(countTests(green, 0))).toBe('12 passed, 0 failed, 3 skipped');
  });

  it('counts a file that could not be loaded as a failure', () => {
    const report = { ...green, success: false, testResults: [{ status: 'failed', assertionResults: [] }] };
    expect(closingLine(countTests(report, 1))).toBe('12 passed, 1 failed, 3 skipped');
  });

  it('does not count a file twice whose tests failed', () => {
    const testResults = [{ status: 'failed', assertionResults: [{}] }];
    expect(countTests({ ...green, success: false, numFailedTests: 1, testResults }, 1).failed).toBe(1);
  });

  it('never says "0 failed" of a run that failed', () => {
    expect(countTests(green, 1).failed).toBe(1);
    expect(countTests({ ...green, success: false }, 0).failed).toBe(1);
    expect(closingLine(countTests(null, 1))).toBe('0 passed, 1 failed, 0 skipped');
  });
});
