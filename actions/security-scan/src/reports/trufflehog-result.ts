/** One result of trufflehog 3, and the finding that it is. */

import type { Location, RawFinding, Severity } from '../finding.ts';
import { digestOf } from '../masking/digest.ts';
import type { ReportOrigin } from '../ports.ts';
import { at, countAt, type JsonRecord, recordOf, said, textAt } from './json.ts';
import { pathFromTop } from './report-path.ts';
import { secretValues } from './report-secrets.ts';

/** unknown: trufflehog asked whether it works, and got no answer. */
export type Proof = 'verified' | 'unverified' | 'unknown';

export interface Result {
  readonly detector: string;
  /** Of a rule of the user's own, else empty. */
  readonly name: string;
  readonly proof: Proof;
  /** Whether the answer did not come because of the network. Its text may quote the secret, so it is not kept. */
  readonly isCutOff: boolean;
  readonly raw: string;
  readonly values: readonly string[];
  /** As it is written; empty for a source without files. */
  readonly file: string;
  /** From 1; 0 where it is not told. */
  readonly line: number;
  /** Empty for files that are in no commit. */
  readonly commit: string;
}

/** A line of `trufflehog --json`; undefined for a line that is no result. */
export function resultOf(line: JsonRecord): Result | undefined {
  const detector = textAt(line, 'DetectorName');
  const raw = textAt(line, 'Raw');
  const data = recordOf(at(line, 'SourceMetadata', 'Data'));
  if (detector === undefined || detector === '' || raw === undefined || data === undefined) return undefined;
  const source = Object.values(data).find((value) => recordOf(value) !== undefined);
  const error = textAt(line, 'VerificationError') ?? '';
  const isVerified = at(line, 'Verified') === true;
  return {
    ...{ detector, raw, name: detector === 'CustomRegex' ? (textAt(line, 'ExtraData', 'name') ?? '') : '' },
    proof: isVerified ? 'verified' : error === '' ? 'unverified' : 'unknown',
    isCutOff: !isVerified && isOfNetwork(error),
    values: [...secretValues(raw), ...secretValues(textAt(line, 'RawV2') ?? '')],
    ...{ file: textAt(source, 'file') ?? '', line: countAt(source, 'line') ?? 0 },
    commit: textAt(source, 'commit') ?? '',
  };
}

/** As Go's net package words it. */
function isOfNetwork(error: string): boolean {
  return /\b(?:dial (?:tcp|udp)|lookup |no such host|connection (?:refused|reset)|network is unreachable|i\/o timeout|timeout|deadline exceeded|proxyconnect|tls: |x509: |EOF)\b|server misbehaving/i.test(
    error,
  );
}

/** As `placeOf` of gitleaks: of a file that is not in the checkout any more, only the path. */
export function placeOfResult(result: Result, origin: Pick<ReportOrigin, 'root' | 'has'>): Location | null {
  const path = pathFromTop(result.file, origin);
  if (path === undefined) return null;
  const isPast = result.commit !== '' && !origin.has(path);
  return isPast || result.line === 0 ? { path } : { path, line: result.line };
}

/** One that works is the worst there is; all others may work. */
const severityOf: Readonly<Record<Proof, Severity>> = { verified: 'critical', unverified: 'high', unknown: 'high' };

export function findingOfResult(result: Result, location: Location | null): RawFinding {
  const { detector, name, proof, commit, line } = result;
  const past = commit === '' ? '' : ` In commit ${commit.slice(0, 12)}${line === 0 ? '' : `, line ${line} there`}.`;
  return {
    category: 'secret',
    rule: detector,
    title: name === '' ? `${said(detector, 60)} secret` : `secret, by the rule ${said(name, 60)}`,
    severity: severityOf[proof],
    message: `${proofWords[proof]}${past}`,
    location,
    advisories: [],
    ...(result.raw.trim() === '' ? {} : { secretDigest: digestOf(result.raw.trim()) }),
    ...(commit === '' ? {} : { commit }),
  };
}

const proofWords: Readonly<Record<Proof, string>> = {
  verified: 'It works: trufflehog asked the service that it is for.',
  unverified: 'trufflehog did not prove that it works.',
  unknown: 'trufflehog asked whether it works, and got no answer.',
};
