/** What a pod of the test service can do wrong. */
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { exposition, OPEN_METRICS, PROMETHEUS, type TestSeries } from './counted.ts';

/** Numbers are answered as the status. */
export const spoilings = [
  'nan',
  'inf',
  'negative',
  'fraction',
  'half',
  'cut',
  'packed',
  'zipped',
  'zipped-half',
  'bomb',
  'html',
  'twice',
  'missing',
  'frozen',
  'without-end',
  'empty',
  'huge',
  'hang',
  'begins',
  'gone',
  'elsewhere',
  'around',
  'reversed',
  '301',
  '401',
  '403',
  '404',
  '410',
  '429',
  '500',
  '503',
] as const;

/** Bytes; more than an adapter reads of one page. */
const TOO_MUCH = 17 * 1024 * 1024;

export type Spoiling = (typeof spoilings)[number];

export interface Told {
  readonly series: readonly TestSeries[];
  readonly open: boolean;
  /** What there was when it was spoiled, and when that was, seconds since the epoch. */
  readonly frozen: { readonly series: readonly TestSeries[]; readonly since: number } | undefined;
}

/** Answers one scrape, wrong where it is spoiled. */
export function tell(response: ServerResponse, told: Told, spoiling: Spoiling | undefined): void {
  const { series, open } = told;
  const type = { 'content-type': open ? OPEN_METRICS : PROMETHEUS };
  const end = (text: string) => response.writeHead(200, type).end(text);
  const values = valueFor(spoiling);
  const text = exposition(values === undefined ? series : series.map((each) => ({ ...each, value: values })), open);
  const answers: Partial<Record<Spoiling, () => void>> = {
    half: () => end(text.slice(0, Math.floor(text.length * 0.6))),
    cut: () => {
      response.writeHead(200, { 'content-length': text.length + 100 });
      response.write(text, () => response.destroy());
    },
    packed: () => response.writeHead(200, { 'content-encoding': 'br' }).end(text),
    zipped: () => response.writeHead(200, { ...type, 'content-encoding': 'gzip' }).end(gzipSync(text)),
    'zipped-half': () =>
      response.writeHead(200, { ...type, 'content-encoding': 'gzip' }).end(gzipSync(text).subarray(0, 60)),
    bomb: () => response.writeHead(200, { ...type, 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(TOO_MUCH))),
    html: () => response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html>\n<p>SECRET</p>\n'),
    twice: () => end(text.replace(/^(http_requests_total.*)$/m, '$1\n$1')),
    missing: () => end(open ? '# EOF\n' : '# TYPE up gauge\nup 1\n'),
    frozen: () => end(exposition(told.frozen?.series ?? [], open, told.frozen?.since)),
    'without-end': () => end(text.replace('# EOF\n', '')),
    empty: () => end(''),
    huge: () => end(`# HELP x ${'x'.repeat(TOO_MUCH)}\n`),
    reversed: () => end(exposition(series.toReversed(), open)),
    hang: () => {},
    begins: () => response.writeHead(200, { 'content-type': PROMETHEUS }).write(text.slice(0, 20)),
    gone: () => response.destroy(),
    elsewhere: () => response.writeHead(302, { location: 'http://127.0.0.2/SECRET' }).end(),
    around: () => response.writeHead(307, { location: '/metrics' }).end(),
    '301': () => response.writeHead(301, { location: '/moved' }).end(),
  };
  const answer = spoiling === undefined ? undefined : answers[spoiling];
  const status = Number(spoiling);
  if (answer !== undefined) answer();
  else if (status > 0) response.writeHead(status).end('SECRET');
  else end(text);
}

function valueFor(spoiling: Spoiling | undefined): number | undefined {
  if (spoiling === 'nan') return Number.NaN;
  if (spoiling === 'inf') return Number.POSITIVE_INFINITY;
  if (spoiling === 'negative') return -1;
  return spoiling === 'fraction' ? 1e6 + 0.5 : undefined;
}
