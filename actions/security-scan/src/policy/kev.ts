/** Known Exploited Vulnerabilities, as CISA publishes them: https://www.cisa.gov/known-exploited-vulnerabilities-catalog */
import { isRecord } from '@shipgate/kit/host';
import type { ReportBytes } from '../ports.ts';
import { textOf } from '../reports/json.ts';

export interface KevList {
  /** Of the catalogue: `2026-11-14`. */
  readonly date: string;
  /** Upper case. */
  readonly cves: ReadonlySet<string>;
}

export interface KevRefusal {
  readonly expected: string;
  readonly got: string;
}

const EXPECTED = "CISA's catalogue as JSON: dateReleased, and vulnerabilities with a cveID each";

/** Reads the catalogue (its JSON schema is published beside it). An entry that cannot be read refuses the whole: none is to be lost. */
export function readKev(bytes: ReportBytes): KevList | KevRefusal {
  const json = parsed(bytes);
  if (!isRecord(json))
    return { expected: EXPECTED, got: json === undefined ? 'text that is no JSON' : 'JSON of another shape' };
  const { vulnerabilities: entries, dateReleased: released } = json;
  if (!Array.isArray(entries) || entries.length === 0) return { expected: EXPECTED, got: 'no list of vulnerabilities' };
  const date = typeof released === 'string' ? /^\d{4}-\d{2}-\d{2}/.exec(released)?.[0] : undefined;
  if (date === undefined || Number.isNaN(Date.parse(date)))
    return { expected: EXPECTED, got: 'no dateReleased that is a date' };
  const cves = entries.map((entry: unknown) => (isRecord(entry) ? entry['cveID'] : undefined));
  const odd = cves.findIndex((cve) => typeof cve !== 'string' || !/^CVE-\d{4}-\d{4,}$/i.test(cve));
  if (odd >= 0) return { expected: EXPECTED, got: `entry ${odd + 1} of ${entries.length} without a cveID` };
  const { count } = json;
  // A catalogue that was cut has fewer than it says.
  if (typeof count === 'number' && count !== entries.length)
    return { expected: `the ${count} entries that its count names`, got: `${entries.length}` };
  return { date, cves: new Set(cves.map((cve) => String(cve).toUpperCase())) };
}

function parsed(bytes: ReportBytes): unknown {
  try {
    return JSON.parse(textOf(bytes));
  } catch {
    // Whatever it is, it is told as no JSON.
    return undefined;
  }
}
