/** gitleaks' own SARIF: its snippets are the secrets, its fingerprints hold author, address and message of the commit. */
import { type Leak, secretsOf } from './gitleaks-leak.ts';
import { at, countAt, listAt, said, textAt } from './json.ts';

/** Whether this is a SARIF log whose every run says that gitleaks made it. */
export function isGitleaksSarif(json: unknown): boolean {
  const runs = listAt(json, 'runs') ?? [];
  return runs.length > 0 && runs.every((run) => /^gitleaks$/i.test(toolOf(run)));
}

/** Name of the tool that made the first run, for a message; empty when it is no SARIF. */
export function sarifTool(json: unknown): string {
  return said(toolOf(listAt(json, 'runs')?.[0]), 40);
}

function toolOf(run: unknown): string {
  return textAt(run, 'tool', 'driver', 'name') ?? '';
}

/** All leaks, or the words for what is wrong. Versions in it are not the program's: it writes v8.0.0 since years. */
export function sarifLeaks(json: unknown): readonly Leak[] | string {
  const leaks: Leak[] = [];
  for (const [number, run] of (listAt(json, 'runs') ?? []).entries()) {
    const results = listAt(run, 'results');
    if (results === undefined) return `run ${number + 1} without results`;
    const descriptions = descriptionsOf(run);
    for (const [index, result] of results.entries()) {
      const leak = leakOfResult(result, descriptions);
      if (typeof leak === 'string') return `result ${index + 1} with ${leak}`;
      leaks.push(leak);
    }
  }
  return leaks;
}

function descriptionsOf(run: unknown): ReadonlyMap<string, string> {
  const rules = listAt(run, 'tool', 'driver', 'rules') ?? [];
  return new Map(rules.map((rule) => [textAt(rule, 'id') ?? '', textAt(rule, 'shortDescription', 'text') ?? '']));
}

function leakOfResult(result: unknown, descriptions: ReadonlyMap<string, string>): Leak | string {
  // gitleaks 7 names the rule in the message alone: `AWS Access Key secret detected`.
  const words = textAt(result, 'message', 'text')?.replace(/ secret detected$/, '');
  const rule = textAt(result, 'ruleId') ?? words ?? '';
  const place = at(listAt(result, 'locations')?.[0], 'physicalLocation');
  const file = textAt(place, 'artifactLocation', 'uri');
  if (rule === '') return 'no ruleId';
  if (file === undefined) return 'no location';
  const startLine = countAt(place, 'region', 'startLine') ?? 0;
  const match = textAt(place, 'region', 'snippet', 'text') ?? '';
  const leak = {
    ...{ rule, file, startLine, endLine: countAt(place, 'region', 'endLine') ?? startLine },
    description: descriptions.get(rule) ?? '',
    ...{ match, secret: textAt(result, 'properties', 'offender') ?? match },
    commit: textAt(result, 'partialFingerprints', 'commitSha') ?? textAt(result, 'properties', 'commit') ?? '',
    fingerprint: '',
  };
  // Of a key gitleaks 7 quotes the first line as the secret.
  return secretsOf(leak).length === 0 ? { ...leak, secret: match } : leak;
}
