/** Evidence of kind `metric`: a number of a running service, from a server of Prometheus or from the service's own page. */
import type { EvidenceQuestion, EvidenceReader } from '../ports.ts';
import type { MetricEntry } from './entry.ts';
import { type Page, samplesOf } from './exposition.ts';
import { type Judged, resultOf, unknown } from './judged.ts';
import { judgeSeries } from './metric-series.ts';
import { pageSelector } from './page-selector.ts';
import { withValues } from './placeholders.ts';
import { type Series, seriesOf } from './prometheus-answer.ts';
import type { EvidenceResult } from './result.ts';
import { type Answer, type Passage, shownUrl, type UrlDoor } from './url-door.ts';

const timeoutMs = 30_000;

/** Longer ones are no query that somebody reads. */
const longestQuery = 10_000;

export type TokenEnvironment = Readonly<Record<string, string | undefined>>;

export class MetricReader implements EvidenceReader<MetricEntry> {
  private readonly door: Pick<UrlDoor, 'ask' | 'lists'>;
  private readonly env: TokenEnvironment;

  /** `env` is where tokens are taken from. */
  constructor(door: Pick<UrlDoor, 'ask' | 'lists'>, env: TokenEnvironment) {
    this.door = door;
    this.env = env;
  }

  async look(question: EvidenceQuestion<MetricEntry>): Promise<EvidenceResult> {
    return resultOf('metric', shownUrl(question.entry.url), await this.judge(question));
  }

  private async judge(question: EvidenceQuestion<MetricEntry>): Promise<Judged> {
    const { entry, subject } = question;
    if (entry.query.length > longestQuery) return unknown('the query is too long', 'Make it a recording rule');
    const filled = withValues(entry.query, { ...subjectTexts(subject), window: entry.window });
    if (filled.kind === 'trouble') return unknown(filled.why, filled.mend);
    if (entry.window !== undefined && !filled.used.has('window')) {
      return unknown(
        'the query does not use its window',
        'Write `$window` into the query: `rate(http_requests_total[$window])`',
      );
    }
    const token = this.token(entry);
    if ('outcome' in token) return token;
    return entry.scrape === true
      ? this.page(question, filled.query, token.headers)
      : this.server(question, filled.query, token.headers);
  }

  private async server(
    question: EvidenceQuestion<MetricEntry>,
    query: string,
    headers: Record<string, string>,
  ): Promise<Judged> {
    const url = queryUrl(question.entry.url);
    if (url === undefined)
      return unknown('the URL cannot be read', 'Write a whole URL, as `https://prometheus.example.com`');
    const answer = await this.door.ask({
      url,
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ query }).toString(),
      timeoutMs,
      signal: question.signal,
    });
    if (answer.kind !== 'answered') return troubleOf(answer);
    const read = seriesOf(answer.status, answer.body.toString('utf8'));
    if (read.kind === 'trouble')
      return unknown(read.why, 'Ask the server the same query by hand, and mend what it complains of');
    return judgeSeries(read.series, question);
  }

  private async page(
    question: EvidenceQuestion<MetricEntry>,
    query: string,
    headers: Record<string, string>,
  ): Promise<Judged> {
    const selector = pageSelector(query);
    if (selector === undefined)
      return unknown(
        'the selector cannot be read',
        'Write it as `http_requests_total{code="500"}`, with `=` and `!=` only',
      );
    const answer = await this.door.ask({ url: question.entry.url, headers, timeoutMs, signal: question.signal });
    if (answer.kind !== 'answered') return troubleOf(answer);
    if (answer.status !== 200) return unknown(`the page answers ${answer.status}`, 'Make the page answer 200');
    const page = samplesOf(answer.body.toString('utf8'));
    if (page.kind === 'unreadable')
      return unknown(
        `the page is no text format of Prometheus (line ${page.line})`,
        'Expose the metrics in that format',
      );
    const series = page.samples.filter((sample) => selector.isOf(sample)).map((sample) => seriesOfPage(sample, page));
    if (series.length > 1)
      return unknown(`the selector means ${series.length} series of the page`, 'Name the labels of one of them');
    return judgeSeries(series, question);
  }

  /** A token goes to the host of the policy, and over https unless that host is listed. */
  private token(entry: MetricEntry): { headers: Record<string, string> } | Judged {
    const name = entry['token-env'];
    if (name === undefined) return { headers: {} };
    // With these one could ask GitHub for anything in our name.
    if (/^ACTIONS_/iu.test(name))
      return unknown(`${name} is no token for a server of metrics`, 'Name another environment variable');
    const token = Object.hasOwn(this.env, name) ? this.env[name] : undefined;
    if (token === undefined || !/^[\x21-\x7e]+$/u.test(token))
      return unknown(`the environment variable ${name} holds no token`, `Set ${name} in the step's \`env\``);
    if (!URL.canParse(entry.url)) return unknown('the URL cannot be read', 'Write a whole URL');
    const url = new URL(entry.url);
    if (url.protocol === 'https:' || this.door.lists(url)) return { headers: { authorization: `Bearer ${token}` } };
    return unknown('a token is not sent over plain http', 'Ask the server over https');
  }
}

function subjectTexts({ version, commit, environment }: EvidenceQuestion['subject']) {
  return { version, commit, environment };
}

/** The API below the path of the URL: servers often live under a prefix. */
function queryUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  url.pathname = `${url.pathname.replace(/\/+$/u, '')}/api/v1/query`;
  return url.href;
}

function seriesOfPage(
  sample: Extract<Page, { kind: 'read' }>['samples'][number],
  page: Extract<Page, { kind: 'read' }>,
): Series {
  const labels = Object.fromEntries(sample.labels);
  if (sample.timestamp === undefined) return { labels, value: sample.value };
  return { labels, value: sample.value, at: new Date(sample.timestamp * (page.isOpenMetrics ? 1000 : 1)) };
}

function troubleOf(passage: Exclude<Passage, Answer>): Judged {
  if (passage.kind === 'refused') return unknown(passage.why, passage.mend);
  return unknown(`there is no answer to judge: ${passage.why}`, 'Make the server answer, then run this once more');
}
