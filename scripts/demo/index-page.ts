// The list of all runs. Pure.
import type { Outcome } from '@shipgate/schemas';
import { escapeHtml, page, sentenceToHtml } from './page.ts';

export interface ListedRun {
  readonly name: string;
  readonly outcome: Outcome | undefined;
  /** The round trip's status where one was expected, '' where not. */
  readonly status: string;
  /** What the gate says first: a sentence with names between backticks. */
  readonly says: string;
  readonly isExpected: boolean;
}

export interface ListedGroup {
  readonly title: string;
  readonly runs: readonly ListedRun[];
}

/** `proved` are the closing sentences. The page of a run is `<name>/index.html`. */
export function indexPage(groups: readonly ListedGroup[], proved: readonly string[]): string {
  const body = [
    '<h1>Shipgate demo</h1>',
    '<p>Every run below is a process of <code>actions/migrate-gate/dist/index.cjs</code>; each that runs SQL starts an embedded PostgreSQL of its own.</p>',
    `<ul>${proved.map((line) => `<li>${sentenceToHtml(line)}</li>`).join('\n')}</ul>`,
    ...groups.flatMap(({ title, runs }) => [`<h2>${escapeHtml(title)}</h2>`, table(runs)]),
  ];
  return page('Shipgate demo', body.join('\n'));
}

const words: Readonly<Record<Outcome, readonly [string, string]>> = {
  pass: ['✅ pass', 'green'],
  fail: ['❌ fail', 'red'],
  unknown: ['❔ unknown', 'yellow'],
};

function table(runs: readonly ListedRun[]): string {
  const head = ['Run', 'Outcome', 'Status', 'The gate says', 'Expected'].map((title) => `<th>${title}</th>`).join('');
  return `<table class="runs"><thead><tr>${head}</tr></thead><tbody>\n${runs.map(row).join('\n')}\n</tbody></table>`;
}

function row({ name, outcome, status, says, isExpected }: ListedRun): string {
  const [word, colour] = outcome === undefined ? ['none', 'red'] : words[outcome];
  const short = name.slice(name.indexOf('/') + 1);
  const cells = [
    `<a href="${escapeHtml(name)}/index.html">${escapeHtml(short)}</a>`,
    `<span class="word ${colour}">${word}</span>`,
    status === '' ? '–' : escapeHtml(status),
    sentenceToHtml(says),
    isExpected ? 'yes' : '<span class="word red">no</span>',
  ];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}
