// Writes the pages of a demo: one per run, one per reason that was met, and the list of all.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandOf, type GateRun, type Ground } from './gate-run.ts';
import type { ListedRun } from './index-page.ts';
import { indexPage } from './index-page.ts';
import { documentToHtml, page } from './page.ts';
import { runPage } from './run-page.ts';
import { statusOf } from './words.ts';

const reasonPages = 'docs/reasons/migrate-gate';

export interface Group {
  readonly title: string;
  readonly runs: readonly GateRun[];
}

/** Writes all pages and gives the path of the list. */
export function writePages(groups: readonly Group[], proved: readonly string[], ground: Ground): string {
  for (const { runs } of groups) for (const run of runs) writeRun(run, ground);
  const file = join(ground.output, 'index.html');
  const listed = groups.map(({ title, runs }) => ({ title, runs: runs.map(listedRun) }));
  writeFileSync(file, indexPage(listed, proved));
  return file;
}

function listedRun(run: GateRun): ListedRun {
  return {
    name: run.trial.name,
    outcome: run.verdict?.outcome,
    status: statusOf(run),
    says: run.verdict?.reasons[0]?.title ?? run.verdict?.headline ?? '',
    isExpected: run.wrong.length === 0,
  };
}

function writeRun(run: GateRun, { root, output }: Ground): void {
  const { trial, verdict, exitCode, wrong, summary, log } = run;
  const reasons = verdict?.reasons ?? [];
  const codes = [...new Set(reasons.map(({ code }) => code))].filter((code) => writeReason(code, root, output));
  const shown = {
    ...{ name: trial.name, exitCode, outcome: verdict?.outcome, wrong, summary, log },
    command: trial.folder === root ? commandOf(trial) : `${commandOf(trial)}   # in a repository that the demo made`,
    files: trial.files.map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') })),
    marked: reasons.flatMap(({ location }) => location ?? []),
    reasons: codes.map((code) => ({ code, href: `../../reasons/${code}.html` })),
  };
  mkdirSync(join(output, trial.name), { recursive: true });
  writeFileSync(join(output, trial.name, 'index.html'), runPage(shown, '../../index.html'));
}

/** The reason's own page; false when it has none. */
function writeReason(code: string, root: string, output: string): boolean {
  const source = join(root, reasonPages, `${code}.md`);
  if (!existsSync(source)) return false;
  mkdirSync(join(output, 'reasons'), { recursive: true });
  const html = documentToHtml(readFileSync(source, 'utf8'), `../../../${reasonPages}`);
  const home = '<p class="path"><a href="../index.html">Shipgate demo</a> / reasons</p>';
  writeFileSync(join(output, 'reasons', `${code}.html`), page(code, `${home}\n${html}`));
  return true;
}
