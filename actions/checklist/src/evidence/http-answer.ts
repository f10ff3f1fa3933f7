/** What an answer over http must be. Pure: every check gives one judgement, and all must hold. */
import { secondsOf } from '@shipgate/schemas';
import type { Threshold } from '../markdown/model.ts';
import type { EvidenceQuestion } from '../ports.ts';
import type { HttpEntry } from './entry.ts';
import { samplesOf } from './exposition.ts';
import { expressionOf } from './expression.ts';
import { pointedAt } from './json-pointer.ts';
import { failed, type Judged, passed, unknown } from './judged.ts';
import { counted, shownAge } from './shown.ts';
import { namedSubject } from './subject.ts';
import type { Answer } from './url-door.ts';

type Question = Pick<EvidenceQuestion<HttpEntry>, 'entry' | 'subject' | 'now'>;
type Check = (answer: Answer, question: Question) => Judged | undefined;

/** At least one: the status, which is 200 unless the entry says another or only asks for a redirect. */
export function judgeAnswer(answer: Answer, question: Question): Judged[] {
  const named = Object.entries(question.entry.headers ?? {}).map(([name, wanted]) => judgeHeader(answer, name, wanted));
  const all = [judgeVersion, judgeStatus, judgeDaysLeft, judgeHsts, judgeBody, judgePage].map((check: Check) =>
    check(answer, question),
  );
  return [...all.filter((each) => each !== undefined), ...named];
}

/** What a certificate that is not believed means where its days are asked for. */
export function certificateTrouble(why: string): Judged {
  return failed(why, 'Install a valid certificate with its whole chain');
}

function judgeStatus(answer: Answer, { entry }: Question): Judged | undefined {
  // Plain http whose redirect is asked for answers with a redirect.
  if (entry.status === undefined && entry['redirects-to-https'] === true && isPlain(entry)) return undefined;
  const wanted = entry.status ?? 200;
  if (answer.status === wanted) return passed(`the status is ${wanted}`);
  return failed(`the status is ${answer.status}, wanted ${wanted}`, `Make the address answer ${wanted}`);
}

function judgeDaysLeft(answer: Answer, { entry, now }: Question): Judged | undefined {
  const wanted = entry['tls-days-left'];
  if (wanted === undefined) return undefined;
  const { certificate } = answer;
  if (certificate === undefined || Number.isNaN(certificate.validTo.getTime())) {
    return unknown('there is no certificate to read', 'Ask the address over https');
  }
  if (!certificate.authorized) return certificateTrouble('its certificate is not trusted');
  const days = (certificate.validTo.getTime() - now.getTime()) / 86_400_000;
  const left = `${counted(Math.max(0, Math.floor(days)), 'day')} left`;
  const more = { value: left, threshold: `>= ${counted(wanted, 'day')}`, decidedBy: daysLimit(wanted) };
  const until = certificate.validTo.toISOString().slice(0, 10);
  if (days >= wanted) return passed(`the certificate ends ${until}, ${left}`, more);
  return failed(
    `the certificate ends ${until}, ${left}, wanted ${more.threshold}`,
    'Renew the certificate, and mend its renewal',
    more,
  );
}

function daysLimit(days: number): Threshold {
  return { operator: '>=', value: days * 86_400, unit: 'seconds', text: `>= ${days}d`, of: 'tls-days-left', line: 0 };
}

/** https://www.rfc-editor.org/rfc/rfc6797#section-6.1: over plain http a browser does not listen to it; the first header counts. */
function judgeHsts(answer: Answer, { entry }: Question): Judged | undefined {
  if (entry.hsts === undefined) return undefined;
  const wanted = secondsOf(entry.hsts);
  if (wanted === undefined) return unknown('the wanted age of HSTS cannot be read', 'Write it as `365d`');
  if (answer.certificate === undefined) return unknown('HSTS counts over https only', 'Ask the address over https');
  const header = answer.headers['strict-transport-security'];
  const mend = `Send \`Strict-Transport-Security: max-age=${Math.max(1, wanted)}\``;
  if (header === undefined) return failed('Strict-Transport-Security is missing', mend);
  const age = maxAgeOf(header.split(',', 1)[0] ?? '');
  if (age === undefined) return failed('Strict-Transport-Security has no max-age', mend);
  const shown = `max-age of Strict-Transport-Security is ${shownAge(age * 1000)}`;
  if (age >= wanted && age > 0) return passed(shown);
  return failed(`${shown}, wanted >= ${shownAge(wanted * 1000)}`, mend);
}

function maxAgeOf(header: string): number | undefined {
  const ages = header.split(';').flatMap((part) => /^\s*max-age\s*=\s*"?(\d{1,12})"?\s*$/iu.exec(part)?.[1] ?? []);
  return ages.length === 1 ? Number(ages[0]) : undefined;
}

function judgeHeader(answer: Answer, name: string, wanted: string): Judged {
  const expression = expressionOf(wanted);
  if (expression === undefined) return unknown(`the expression for ${name} is no RE2`, 'Write it in the syntax of RE2');
  const value = answer.headers[name.toLowerCase()];
  if (value === undefined) return failed(`the header ${name} is missing`, `Send ${name}`);
  if (expression.isIn(value)) return passed(`${name} is as wanted`);
  return failed(`the header ${name} does not match \`${wanted}\``, `Send ${name} as wanted`);
}

function judgeBody(answer: Answer, { entry }: Question): Judged | undefined {
  if (entry.matches === undefined) return undefined;
  const expression = expressionOf(entry.matches);
  if (expression === undefined)
    return unknown('the expression for the body is no RE2', 'Write it in the syntax of RE2');
  if (expression.isIn(answer.body.toString('utf8'))) return passed('the body is as wanted');
  return failed(`the body does not match \`${entry.matches}\``, 'Make the address answer as wanted');
}

function judgePage(answer: Answer, { entry }: Question): Judged | undefined {
  if (entry['prometheus-page'] !== true) return undefined;
  const page = samplesOf(answer.body.toString('utf8'));
  const mend = 'Expose the metrics in the text format of Prometheus';
  if (page.kind === 'unreadable') return failed(`the page is no text format of Prometheus (line ${page.line})`, mend);
  if (page.samples.length === 0) return failed('the page has no sample', mend);
  return passed(`the page has ${counted(page.samples.length, 'sample')}`);
}

function judgeVersion(answer: Answer, { entry, subject }: Question): Judged | undefined {
  const pointer = entry['version-at'];
  if (pointer === undefined) return undefined;
  const said = pointedAt(answer.body.toString('utf8'), pointer);
  if (typeof said !== 'string' && typeof said !== 'number') {
    return unknown(
      'the answer does not say which version it is of',
      `Put the version or the commit at ${pointer} of the answer`,
    );
  }
  return namedSubject(String(said), subject, 'the service');
}

/** https://www.rfc-editor.org/rfc/rfc9110#section-15.4 */
export function judgeRedirect(answer: Answer, from: URL): Judged {
  const mend = 'Answer plain http with 308 and the same address with https';
  if (![301, 302, 303, 307, 308].includes(answer.status))
    return failed(`plain http is answered with ${answer.status}, not with a redirect`, mend);
  const location = answer.headers['location'] ?? '';
  if (location === '' || !URL.canParse(location, from.href))
    return failed('the redirect of plain http leads nowhere', mend);
  if (new URL(location, from).protocol !== 'https:') return failed('plain http is redirected, but not to https', mend);
  return passed('plain http is redirected to https');
}

function isPlain(entry: HttpEntry): boolean {
  return URL.canParse(entry.url) && new URL(entry.url).protocol === 'http:';
}
