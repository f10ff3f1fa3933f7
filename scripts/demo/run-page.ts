// The page of one run: the job summary as GitHub would show it, then what went in, then the log. Pure.
import type { Location, Outcome } from '@shipgate/schemas';
import { ansiToHtml } from './ansi.ts';
import { escapeHtml, markdownToHtml, page } from './page.ts';

export interface SqlFile {
  /** From the top of the repository. */
  readonly path: string;
  readonly text: string;
}

export interface RunPage {
  readonly name: string;
  /** As a person would type it. */
  readonly command: string;
  readonly exitCode: number | null;
  readonly outcome: Outcome | undefined;
  readonly wrong: readonly string[];
  /** The job summary's Markdown, '' when there is none. */
  readonly summary: string;
  /** What was printed, with colours. */
  readonly log: string;
  readonly files: readonly SqlFile[];
  /** Places that reasons point to; their lines are marked. */
  readonly marked: readonly Location[];
  /** Codes of reasons that have a page, with its address from here. */
  readonly reasons: readonly { readonly code: string; readonly href: string }[];
}

/** `home` is the address of the list of all runs, from this page. */
export function runPage(run: RunPage, home: string): string {
  const body = [
    `<p class="path"><a href="${home}">Shipgate demo</a> / ${escapeHtml(run.name)}</p>`,
    wrongList(run.wrong),
    `<section class="card"><header>Job summary <span class="right">${endedWith(run)}</span></header>`,
    `<div>${run.summary === '' ? '<p>None was written.</p>' : markdownToHtml(run.summary)}</div></section>`,
    reasonLinks(run.reasons),
    ...(run.files.length === 0 ? [] : ['<h2>What went in</h2>', ...run.files.map((file) => sqlFile(file, run.marked))]),
    '<h2>What was printed</h2>',
    `<pre>$ ${escapeHtml(run.command)}\n${ansiToHtml(run.log)}</pre>`,
    '<p>Beside this page: <a href="verdict.json">verdict.json</a>, <a href="results.sarif">results.sarif</a>, <a href="summary.md">summary.md</a></p>',
  ];
  return page(`${run.name}: ${run.outcome ?? 'no verdict'}`, body.filter((part) => part !== '').join('\n'));
}

function endedWith({ exitCode, wrong }: RunPage): string {
  const judgement = wrong.length === 0 ? 'as expected' : '<span class="red bold">not as expected</span>';
  return `exit code ${exitCode ?? 'none'}, ${judgement}`;
}

function wrongList(wrong: readonly string[]): string {
  if (wrong.length === 0) return '';
  return `<ul class="red">${wrong.map((one) => `<li>${escapeHtml(one)}</li>`).join('')}</ul>`;
}

function reasonLinks(reasons: RunPage['reasons']): string {
  if (reasons.length === 0) return '';
  const links = reasons.map(({ code, href }) => `<a href="${escapeHtml(href)}">${escapeHtml(code)}</a>`);
  return `<p>Reasons explained: ${links.join(', ')}</p>`;
}

/** Open where a reason points into it. */
function sqlFile({ path, text }: SqlFile, marked: readonly Location[]): string {
  const lines = new Set(marked.flatMap(({ file, line }) => (file === path && line !== undefined ? [line] : [])));
  const html = text
    .replace(/\n$/, '')
    .split('\n')
    .map((line, index) => {
      const numbered = `<span class="number">${String(index + 1).padStart(3)}  </span>${escapeHtml(line)}`;
      return lines.has(index + 1) ? `<mark>${numbered}</mark>` : numbered;
    });
  const name = `<code>${escapeHtml(path)}</code>`;
  return `<details${lines.size > 0 ? ' open' : ''}><summary>${name}</summary><pre>${html.join('\n')}</pre></details>`;
}
