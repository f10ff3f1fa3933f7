import { isOf } from '../kinds.ts';
import type { KubernetesObject } from '../object.ts';
import type { Container, Pod } from '../pod.ts';
import { hasPods } from '../pod.ts';
import { listAt, textAt } from '../value.ts';
import type { Check, Rule, Subject } from './rule.ts';

/** Whether a rule judges an object. */
export function isSubject(rule: Rule, object: KubernetesObject): boolean {
  if (rule.subjects === 'pods') return hasPods(object);
  if (rule.subjects === 'servers') return hasPods(object) && runsOn(object);
  return isOf(object, ...rule.subjects);
}

/** All that a check is worked out for in an object. `pod` is that of the object. */
export function subjectsOf(check: Check, object: KubernetesObject, pod: Pod | undefined): Subject[] {
  const whole = { object: object.value, path: [] };
  if (check.each === 'object' || pod === undefined) return [whole];
  const podSubject = { ...whole, pod, path: [...pod.path, 'spec'] };
  if (check.each === 'pod') return [podSubject];
  if (check.each === 'volume') return elements(podSubject, 'volumes');
  const containers = pod.containers.filter((container) => isLookedAt(check, container));
  const subjects = containers.map((container) => ({ ...whole, pod, container, path: container.path }));
  return check.each === 'container' ? subjects : subjects.flatMap((subject) => elements(subject, 'env'));
}

function elements(subject: Subject & { readonly pod: Pod }, field: string): Subject[] {
  const holder = subject.container?.value ?? subject.pod.spec;
  return listAt(holder, field).map((element, index) => ({
    ...subject,
    element,
    path: [...subject.path, field, index],
  }));
}

function isLookedAt(check: Check, container: Container): boolean {
  if (!(check.lists?.includes(container.list) ?? true)) return false;
  const isSidecar = textAt(container.value, 'restartPolicy') === 'Always';
  return !check.sidecarsOnly || container.list !== 'initContainers' || isSidecar;
}

/** Whether its pods are meant to run on and on: no Job, and no Pod that is started once. */
function runsOn(object: KubernetesObject): boolean {
  if (isOf(object, 'Job', 'CronJob')) return false;
  return object.kind !== 'Pod' || (textAt(object.value, 'spec', 'restartPolicy') ?? 'Always') === 'Always';
}
