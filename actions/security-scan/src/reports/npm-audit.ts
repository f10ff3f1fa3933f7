/** Saved reports of `npm audit --json`: version 2 (npm 7 and later), version 1 (npm 6, pnpm), and what npm writes in place of one. */
import { STATUS_CODES } from 'node:http';
import type { NoAnswer, RawFinding, ReportRead } from '../finding.ts';
import type { ReportOrigin, ReportReader } from '../ports.ts';
import { words } from '../scanners/program-words.ts';
import { at, countAt, type JsonRecord, jsonOf, listAt, numberAt, recordOf, said, textAt, unread } from './json.ts';
import { findingsOfV1 } from './npm-audit-v1.ts';
import { findingsOfV2 } from './npm-audit-v2.ts';

const expected = {
  what: 'a report of `npm audit --json`',
  mend: 'Run `npm audit --json > FILE` with a package-lock.json and a registry that answers audits',
};

export const readNpmAudit: ReportReader = (bytes, origin) => {
  const read = jsonOf(bytes, origin, expected);
  if ('trouble' in read) return read;
  const { json } = read;
  if (recordOf(json) === undefined) return unread(origin, expected, 'JSON of another shape');
  const version = at(json, 'auditReportVersion');
  if (version !== undefined && version !== 2) {
    return unread(
      origin,
      expected,
      `a report of version ${typeof version === 'number' ? version : 'another kind'}; versions 1 and 2 are known`,
    );
  }
  // An error wins: npm never writes both, and a file that has both is none of its reports.
  if (at(json, 'error') !== undefined || (version === undefined && at(json, 'message') !== undefined)) {
    return refusal(json, origin);
  }
  const found = recordOf(at(json, version === 2 ? 'vulnerabilities' : 'advisories'));
  if (found === undefined) return unread(origin, expected, 'JSON of another shape');
  const findings = version === 2 ? findingsOfV2(found, origin) : findingsOfV1(found, at(json, 'actions'), origin);
  return typeof findings === 'string'
    ? unread(origin, expected, said(findings))
    : contentOf(json, found, findings, origin);
};

/** npm says besides how much it found and looked at: a report whose list is another than its own counts is not whole. */
function contentOf(
  json: unknown,
  found: JsonRecord,
  findings: readonly RawFinding[],
  origin: ReportOrigin,
): ReportRead {
  const packages = packagesIn(json);
  const counts = recordOf(at(json, 'metadata', 'vulnerabilities'));
  if (packages === undefined || counts === undefined) return unread(origin, expected, 'no "metadata" with its counts');
  const fault = miscounted(counts, Object.values(found), at(json, 'auditReportVersion') === 2);
  if (fault !== undefined) return unread(origin, expected, `a report that counts ${fault}`);
  const seen = `${packages.toLocaleString('en')} ${packages === 1 ? 'package' : 'packages'}`;
  return { findings, secrets: [], version: null, seen };
}

const severityWords = ['critical', 'high', 'moderate', 'low', 'info'] as const;

/**
 * Version 2 counts entries. Version 1 counts each chain by which a vulnerable package came in: of an advisory at least one,
 * and no more than it lists.
 */
function miscounted(counts: JsonRecord, entries: readonly unknown[], isVersion2: boolean): string | undefined {
  const lists = (word: string) => entries.filter((each) => textAt(each, 'severity') === word);
  const lost = severityWords.find((word) => (countAt(counts, word) ?? 0) > 0 && lists(word).length === 0);
  if (lost !== undefined) return `${lost} vulnerabilities and lists none`;
  const total = countAt(counts, 'total');
  const isWrong = isVersion2 ? total !== entries.length : total !== undefined && total < entries.length;
  if (isWrong) return `${total ?? 'no total'} and lists ${entries.length}`;
  for (const word of severityWords) {
    const listed = lists(word);
    // Of version 2 the sum has told already that nothing is lost.
    const count = countAt(counts, word) ?? (isVersion2 ? listed.length : 0);
    const most = isVersion2 ? listed.length : listed.reduce<number>((sum, each) => sum + chainsOf(each), 0);
    if (count < listed.length || count > most) return `${count} ${word} vulnerabilities and lists ${most}`;
  }
  return undefined;
}

function chainsOf(advisory: unknown): number {
  const findings = listAt(advisory, 'findings') ?? [];
  const chains = findings.map((each) => Math.max(1, listAt(each, 'paths')?.length ?? 0));
  return Math.max(
    1,
    chains.reduce((sum, each) => sum + each, 0),
  );
}

/** npm 7 and later leave the project itself out of `total`; npm 6 and pnpm have one number for all. */
function packagesIn(json: unknown): number | undefined {
  return countAt(json, 'metadata', 'dependencies', 'total') ?? countAt(json, 'metadata', 'totalDependencies');
}

/** `{error: {code, summary}}` of npm and pnpm, `{message, method, uri, statusCode}` of a registry that did not answer. */
function refusal(json: unknown, origin: ReportOrigin): NoAnswer {
  const status = numberAt(json, 'statusCode');
  const code = textAt(json, 'error', 'code');
  const told = [
    textAt(json, 'error'),
    textAt(json, 'error', 'summary'),
    textAt(json, 'error', 'message'),
    textAt(json, 'message'),
  ];
  const first = told.find((each) => each !== undefined && each !== '')?.split('\n')[0];
  const text = words(withoutCredentials(first ?? 'an error without words'), [origin.root]);
  const got =
    status === undefined ? text : `${status} ${STATUS_CODES[status] ?? ''}`.trim() + from(textAt(json, 'uri'));
  return {
    trouble: {
      expected: expected.what,
      got: code === undefined || code === '' ? got : `${said(code, 40)}: ${got}`,
      mend: mendOf(code, status),
      place: { file: origin.file },
    },
  };
}

/** Addresses in a text of npm's, without a user before `@` and without a query. */
function withoutCredentials(text: string): string {
  return text.replace(/(:\/\/)[^/\s]*@/g, '$1').replace(/(:\/\/[^\s?#]*)[?#]\S*/g, '$1');
}

/** Without what could be a credential: no user, no query. */
function from(uri: string | undefined): string {
  const url = uri === undefined ? null : URL.parse(uri);
  return url === null ? '' : ` from ${said(url.origin + url.pathname)}`;
}

function mendOf(code: string | undefined, status: number | undefined): string {
  if (code === 'ENOLOCK' || code === 'EAUDITNOLOCK')
    return 'Commit a package-lock.json: `npm install --package-lock-only`';
  if (status === 401 || status === 403)
    return 'Give npm a token that may read this registry, or a report made elsewhere: `reports: npm-audit=PATH`';
  return 'Let the registry or its mirror pass audits on, or give a report made elsewhere: `reports: npm-audit=PATH`';
}
