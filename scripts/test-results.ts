/** What of vitest's JSON report (reporter `json`, as of vitest 5) the closing line needs. */
export interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly success: boolean;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/**
 * The counts of a run. A file that could not be loaded has no tests and counts as one failure; a run that failed
 * without naming a test (an unhandled error, no report at all) counts as one, so that "0 failed" is never said of it.
 */
export function countTests(report: VitestReport | null, exitCode: number): Counts {
  if (report === null) return { passed: 0, failed: 1, skipped: 0 };
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  const failed = report.numFailedTests + broken.length;
  const untold = failed === 0 && (exitCode !== 0 || !report.success);
  return {
    passed: report.numPassedTests,
    failed: untold ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** The very last line of `npm test`. */
export function closingLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
