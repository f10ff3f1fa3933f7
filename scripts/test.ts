// npm test: every check, then every test, then what could not be run here, then the counts.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { absenceFolder, absenceLine, absentTools } from './real-tools.ts';
import { check, root } from './steps.ts';
import type { Counts, VitestReport } from './test-results.ts';
import { closingLine, countTests } from './test-results.ts';

/** Runs vitest over all projects, with its own output on ours. Arguments of `npm test -- …` go to it. */
function runVitest(folder: string): Counts {
  const report = join(folder, 'report.json');
  const absent = join(folder, 'absent');
  mkdirSync(absent);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { status } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...reporters, ...process.argv.slice(2)],
    { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, [absenceFolder]: absent } },
  );
  for (const tool of absentTools(absent)) console.log(absenceLine(tool));
  const written = existsSync(report) ? (JSON.parse(readFileSync(report, 'utf8')) as VitestReport) : null;
  return countTests(written, status ?? 1);
}

const checked = await check(console.log);
const folder = mkdtempSync(join(tmpdir(), 'shipgate-test-'));
try {
  const counts = runVitest(folder);
  if (!checked) console.log('the checks above fail; npm run fix writes what a program can mend');
  console.log(closingLine(counts));
  process.exitCode = checked && counts.failed === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
