/** One result of a SARIF run (SARIF 2.1.0, 3.27): whether it counts, how bad it is and where. */
import { at, countAt, listAt, numberAt, textAt } from './json.ts';
import type { Finding } from './measure.ts';
import { placeOf } from './text.ts';

export type Level = 'error' | 'warning' | 'note' | 'none';

/**
 * Suppressed (3.27.23), no longer there (3.27.24), or no fault at all (3.27.9). A suppression that is under review or
 * rejected (3.35.3) does not count.
 */
export function counts(result: unknown): boolean {
  const suppressions = listAt(result, 'suppressions') ?? [];
  const accepted = suppressions.every((each) => (textAt(each, 'status') ?? 'accepted') === 'accepted');
  if (suppressions.length > 0 && accepted) return false;
  if (textAt(result, 'baselineState') === 'absent') return false;
  return !NO_FAULT.has(textAt(result, 'kind') ?? 'fail');
}

const NO_FAULT: ReadonlySet<string> = new Set(['pass', 'notApplicable', 'informational']);

/** The rules of one component of a tool, by place and by name. */
interface Rules {
  readonly list: readonly unknown[];
  readonly byId: ReadonlyMap<string | undefined, unknown>;
}

/**
 * Levels of the results of a run: their own, else that of their rule (3.52.3: of its component, by index, else by id),
 * else `warning` (3.27.10). A level that the standard does not know is an error.
 */
export function levelsOf(run: unknown): (result: unknown) => Level {
  const driver = rulesOf(at(run, 'tool', 'driver'));
  const extensions = (listAt(run, 'tool', 'extensions') ?? []).map(rulesOf);
  return (result) => {
    const component = numberAt(result, 'rule', 'toolComponent', 'index');
    const rules = component === undefined ? driver : extensions[component];
    const index = numberAt(result, 'ruleIndex') ?? numberAt(result, 'rule', 'index');
    const rule = (index === undefined ? undefined : rules?.list[index]) ?? rules?.byId.get(idOf(result));
    const said = at(result, 'level') ?? at(rule, 'defaultConfiguration', 'level') ?? 'warning';
    return said === 'warning' || said === 'note' || said === 'none' ? said : 'error';
  };
}

function rulesOf(component: unknown): Rules {
  const list = listAt(component, 'rules') ?? [];
  return { list, byId: new Map(list.map((rule) => [textAt(rule, 'id'), rule])) };
}

export function findingOf(result: unknown): Finding {
  const text = (idOf(result) ?? 'a result without a rule').slice(0, 120);
  const place = at(listAt(result, 'locations')?.[0], 'physicalLocation');
  const uri = textAt(place, 'artifactLocation', 'uri');
  const line = countAt(place, 'region', 'startLine');
  if (uri === undefined || uri === '') return { text };
  return line === undefined || line === 0 ? { text, file: placeOf(uri) } : { text, file: placeOf(uri), line };
}

function idOf(result: unknown): string | undefined {
  return textAt(result, 'ruleId') ?? textAt(result, 'rule', 'id');
}
