/** Reports of npm's openapi-diff: a line of words and a JSON document, or the line `No changes found …` alone. */
import { counted } from '@shipgate/kit/verdict';
import type { RawFinding } from '../finding.ts';
import type { ReportReader } from '../ports.ts';
import { contractFinding } from './contract-finding.ts';
import { at, jsonOf, listAt, recordOf, textAt, textOf, unread } from './json.ts';

const expected = {
  what: 'a report of openapi-diff',
  mend: 'Make it again with `openapi-diff BASE HEAD > FILE`',
};

const SAME = 'No changes found between the two specifications';

export const readOpenapiDiff: ReportReader = (bytes, origin) => {
  if (textOf(bytes).trim() === SAME) return { findings: [], secrets: [], version: null, seen: '0 changes' };
  const opened = jsonOf(bytes, origin, expected);
  if ('trouble' in opened) return opened;
  const { json } = opened;
  if (recordOf(json) === undefined) return unread(origin, expected, 'no object');
  const found = at(json, 'breakingDifferencesFound');
  const lists = ['breakingDifferences', 'nonBreakingDifferences', 'unclassifiedDifferences'].map((key) =>
    listAt(json, key),
  );
  const [breaking, ...others] = lists;
  if (typeof found !== 'boolean') return unread(origin, expected, 'an object without breakingDifferencesFound');
  if (others.some((list) => list === undefined) || (found && breaking === undefined)) {
    return unread(origin, expected, 'an object without its three lists of differences');
  }
  if (found !== (breaking ?? []).length > 0) return unread(origin, expected, 'an object that contradicts itself');
  const findings = (breaking ?? []).map(findingOf);
  if (findings.includes(undefined)) return unread(origin, expected, 'a difference without a code');
  const count = lists.reduce((sum, list) => sum + (list?.length ?? 0), 0);
  const seen = counted(count, 'change');
  return { findings: findings.filter((finding) => finding !== undefined), secrets: [], version: null, seen };
};

/** It names places inside the document, and no file. */
function findingOf(difference: unknown): RawFinding | undefined {
  const rule = textAt(difference, 'code');
  if (rule === undefined || rule === '') return undefined;
  const details = ['sourceSpecEntityDetails', 'destinationSpecEntityDetails'].map(
    (key) => listAt(difference, key)?.[0],
  );
  const where = details.map((detail) => textAt(detail, 'location') ?? '').find((place) => place !== '') ?? '';
  return contractFinding({ rule, text: rule, where, severity: 'high', location: null });
}
