/** The text of the issue about a rollback. Everything from outside is escaped for Markdown: no mention, no reference, no HTML. Pure. */
import { codeSpan, cut, markdown, visible } from '@shipgate/kit/escape';
import { weight } from '../reasons/numbers.ts';
import type { RolledBack } from '../steering/after-rollback.ts';

export interface IncidentText {
  /** At most 256 characters. */
  readonly title: string;
  /** Begins with `incidentMarker`. */
  readonly body: string;
}

const LONGEST_TITLE = 200;
const LONGEST_LINE = 600;
const MOST_LINES = 20;

/** First line of the body: an HTML comment, which GitHub does not show. One rollout has one. */
export function incidentMarker(rollout: string): string {
  // A lone surrogate, which cannot be encoded, becomes U+FFFD.
  const text = Buffer.from(rollout).toString();
  return `<!-- shipgate-rollout: ${encodeURIComponent(text).replaceAll('-', '%2D')} -->`;
}

export function incidentText(facts: RolledBack): IncidentText {
  const { rollout, service, environment, reasons, numbers, runbook, run, at } = facts;
  const version = facts.version === undefined ? '' : ` ${facts.version}`;
  const when = `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  const lead = `${shown(service)}${version === '' ? '' : ` ${shown(version.trim())}`} in ${shown(environment)}`;
  const body = [
    incidentMarker(rollout),
    `${lead} was taken back from ${weight(facts.weight)} to 0 % at ${when}.`,
    ...section('Why', reasons),
    ...section('Numbers', numbers),
    ...section('Where', []),
    ...(runbook === undefined ? [] : [`- Runbook: ${link(runbook)}`]),
    ...(run === undefined ? [] : [`- Run: ${link(run)}`]),
  ];
  const title = `${titleText(`${service}${version}`)} was rolled back at ${weight(facts.weight)}`;
  return { title, body: `${body.join('\n')}\n` };
}

function section(heading: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0 && heading !== 'Where') return [];
  const left = lines.length - MOST_LINES;
  const more = left > 0 ? [`- and ${left} more, in the run`] : [];
  return ['', `### ${heading}`, '', ...lines.slice(0, MOST_LINES).map((line) => `- ${shown(line)}`), ...more];
}

function shown(text: string): string {
  return markdown(cut(text, LONGEST_LINE));
}

/** A title is no Markdown, but GitHub makes code of backticks, mentions of @ and references of #. */
function titleText(text: string): string {
  const plain = visible(text)
    .replaceAll('`', "'")
    .replaceAll('@', '(at)')
    .replace(/#(?=\d)/g, 'no. ');
  return cut(plain.replace(/\bgh-(?=\d)/gi, 'GH '), LONGEST_TITLE);
}

/** An address that is none of http(s) is shown as the text that it is. */
function link(address: string): string {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol)) return codeSpan(address);
  // The parser leaves no space and no angle bracket unescaped in a path; a fragment and a query may hold others.
  return `<${url.href.replace(/[<>\s`|]/g, encodeURIComponent)}>`;
}
