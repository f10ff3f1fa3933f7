import type { Scope } from './cel/expression.ts';
import { errorText, expressionOf } from './cel/expression.ts';
import type { KubernetesObject } from './object.ts';
import type { Pod } from './pod.ts';
import { podOf } from './pod.ts';
import type { Finding } from './result.ts';
import type { Check, Rule, Subject } from './rules/rule.ts';
import { isSubject, subjectsOf } from './rules/subjects.ts';
import { shapeFault } from './shape.ts';

interface Place {
  readonly container?: string;
  readonly line: number;
}

/** What the rules say of one object: by rule and container one finding when all is well, else one for each fault. */
export function judgeObject(object: KubernetesObject, rules: readonly Rule[]): Finding[] {
  const pod = podOf(object);
  return rules.filter((rule) => isSubject(rule, object)).flatMap((rule) => judgeRule(rule, object, pod));
}

function judgeRule(rule: Rule, object: KubernetesObject, pod: Pod | undefined): Finding[] {
  const needsPod = rule.checks.some((check) => check.each !== 'object');
  const shape = needsPod ? shapeFault(pod) : undefined;
  if (shape !== undefined) return [{ rule: rule.name, result: 'error', line: object.line, message: shape }];
  const faults: Finding[] = [];
  const looked = new Map<string, Place>();
  for (const check of rule.checks) {
    for (const place of holdersOf(check, object, pod)) looked.set(place.container ?? '', place);
    for (const subject of subjectsOf(check, object, pod)) {
      const place = placeOf(subject, object);
      looked.set(place.container ?? '', place);
      const fault = judgeSubject(rule, check, subject, object);
      if (fault !== undefined) faults.push(fault);
    }
  }
  const bad = new Set(faults.map((fault) => fault.container ?? ''));
  const isPodBad = bad.has('');
  const passes = [...looked].filter(([name]) => !bad.has(name) && !isPodBad);
  const title = { rule: rule.name, result: 'pass' as const, message: rule.title };
  return [...faults, ...withoutPod(passes).map(([, place]) => ({ ...title, ...place }))];
}

/** A pod without volumes and a container without variables are judged too: they hold. */
function holdersOf(check: Check, object: KubernetesObject, pod: Pod | undefined): Place[] {
  if (pod === undefined) return [];
  if (check.each === 'volume') return [{ line: object.lines.at(pod.path) }];
  const containers = check.each === 'env' ? pod.containers : [];
  return containers.map(({ name, path }) => ({ container: name, line: object.lines.at(path) }));
}

/** A rule that looked at containers and at their pod says so once for each container. */
function withoutPod<T>(places: readonly (readonly [string, T])[]): readonly (readonly [string, T])[] {
  return places.length > 1 ? places.filter(([name]) => name !== '') : places;
}

function judgeSubject(rule: Rule, check: Check, subject: Subject, object: KubernetesObject): Finding | undefined {
  const path = [...subject.path, ...check.field];
  const place = { ...placeOf(subject, object), rule: rule.name, line: object.lines.at(path), path };
  try {
    const value = expressionOf(check.expression).evaluate(scopeOf(check, subject));
    if (value === true) return undefined;
    return { ...place, result: 'fail', message: check.seen(subject), mend: rule.mend };
  } catch (error) {
    const message = `${rule.name} cannot be worked out: ${errorText(error)}`;
    return { ...place, result: 'error', message, mend: 'Give the field the type that Kubernetes documents.' };
  }
}

function placeOf(subject: Subject, object: KubernetesObject): Place {
  const { container } = subject;
  const line = object.lines.at(container?.path ?? subject.path);
  return container === undefined ? { line } : { container: container.name, line };
}

function scopeOf(check: Check, { object, pod, container, element }: Subject): Scope {
  const scope = { object, template: pod?.template, pod: pod?.spec, container: container?.value };
  return check.each === 'volume' ? { ...scope, volume: element } : { ...scope, env: element };
}
