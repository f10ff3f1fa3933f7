/** Which rule a result is of (SARIF 2.1.0, 3.27.5 to 3.27.7 and 3.52), as tools write it. */
import { at, listAt, textAt, wholeAt } from './sarif-fields.ts';

export interface RuleOf {
  /** In the tool's words; undefined when the result names none. */
  readonly id: string | undefined;
  /** The reportingDescriptor, when the file holds it. */
  readonly rule: unknown;
  /** The toolComponent that the rule belongs to. */
  readonly component: unknown;
}

interface Component {
  readonly component: unknown;
  readonly list: readonly unknown[];
  readonly byId: ReadonlyMap<string, unknown>;
}

export function rulesOf(run: unknown): (result: unknown) => RuleOf {
  const driver = componentOf(at(run, 'tool', 'driver'));
  const extensions = listAt(run, 'tool', 'extensions').map(componentOf);
  const all = [driver, ...extensions];
  const owners = new Map(all.flatMap(({ component, list }) => list.map((rule) => [rule, component] as const)));
  return (result) => {
    const named = textAt(result, 'ruleId') ?? textAt(result, 'rule', 'id');
    const own = componentFor(at(result, 'rule', 'toolComponent'), extensions) ?? driver;
    const index = wholeAt(0, result, 'rule', 'index') ?? wholeAt(0, result, 'ruleIndex');
    const indexed = index === undefined ? undefined : own.list[index];
    const rule = fits(indexed, named) ? indexed : byId([own, ...all], named);
    return { id: named ?? textAt(rule, 'id'), rule, component: owners.get(rule) ?? own.component };
  };
}

function componentOf(component: unknown): Component {
  const list = listAt(component, 'rules');
  // Of two rules with one id the first counts, as for an index that finds it.
  const entries = list.toReversed().map((rule) => [textAt(rule, 'id') ?? '', rule] as const);
  return { component, list, byId: new Map(entries) };
}

/** 3.54: by index, else by name. */
function componentFor(reference: unknown, extensions: readonly Component[]): Component | undefined {
  const index = wholeAt(0, reference, 'index');
  if (index !== undefined) return extensions[index];
  const name = textAt(reference, 'name');
  return extensions.find(({ component }) => name !== undefined && textAt(component, 'name') === name);
}

/** Some tools give every result the index 0, so an index counts only when the id agrees. `CA1000/1` is a part of rule `CA1000`. */
function fits(rule: unknown, named: string | undefined): boolean {
  const id = textAt(rule, 'id');
  if (rule === undefined || named === undefined) return rule !== undefined;
  return id === undefined || id === named || named.startsWith(`${id}/`);
}

/** 3.27.5: parts of an id that are looked for one after the other, from the longest on. */
const MOST_PARTS = 10;

function byId(components: readonly Component[], named: string | undefined): unknown {
  let id = named;
  for (let step = 0; step < MOST_PARTS && id !== undefined && id !== ''; step += 1, id = parentOf(id)) {
    const wanted = id;
    const found = components.find((each) => each.byId.has(wanted));
    if (found !== undefined) return found.byId.get(wanted);
  }
  return undefined;
}

function parentOf(id: string): string | undefined {
  const slash = id.lastIndexOf('/');
  return slash < 0 ? undefined : id.slice(0, slash);
}
