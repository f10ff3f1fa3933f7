import type { Path } from '../value.ts';
import { at, shown } from '../value.ts';
import type { Check } from './rule.ts';
import { containerText } from './rule.ts';

/** A check of every container, told by the value of one field. */
export function container(expression: string, ...field: Path): Check {
  return {
    each: 'container',
    expression,
    field,
    seen: (subject) =>
      `${containerText(subject.container)} has ${field.join('.')} ${shown(at(subject.container?.value, ...field))}`,
  };
}

/** A check of the pod itself, told by the value of one field. */
export function pod(expression: string, ...field: Path): Check {
  return {
    each: 'pod',
    expression,
    field,
    seen: (subject) => `the pod has ${field.join('.')} ${shown(at(subject.pod?.spec, ...field))}`,
  };
}

/** One expression for the securityContext of the pod and for those of its containers, as `context`. */
export function contexts(expression: (context: string) => string, ...field: Path): readonly Check[] {
  const path = ['securityContext', ...field];
  return [
    pod(expression('pod.?securityContext'), ...path),
    container(expression('container.?securityContext'), ...path),
  ];
}

/** A CEL list of texts. */
export function quoted(words: readonly string[]): string {
  return `[${words.map((word) => `'${word}'`).join(', ')}]`;
}
