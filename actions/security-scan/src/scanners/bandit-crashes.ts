/** Tests of bandit that fell over a line: its report does not know of them, and its exit code is 0. Pure. */
import type { Trouble } from '../finding.ts';
import type { ReportOrigin } from '../ports.ts';
import { said } from '../reports/json.ts';
import { pathFromTop } from '../reports/report-path.ts';

const crash = /Bandit internal error running: (\S+) on file (.+?) at line (\d+): /g;

/** A trouble for each, from what bandit writes to its standard error. */
export function crashesIn(stderr: string, origin: ReportOrigin): readonly Trouble[] {
  return [...stderr.matchAll(crash)].map(([, test = '', file = '', line = '']) => ({
    expected: 'an answer of every test for every line',
    got: `the test ${said(test, 60)} fell over this line`,
    mend: 'Write the line in another way, or leave this test out: `skips` in the bandit table of pyproject.toml',
    place: { file: pathFromTop(file, origin) ?? origin.file, line: Number(line) },
  }));
}
