import type { Container } from '../pod.ts';
import type { Path } from '../value.ts';
import { listAt, shownWords, told } from '../value.ts';
import type { Check } from './rule.ts';
import { containerText } from './rule.ts';

/** A check of every container, told by the value of one field and by what is expected there. */
export function container(expression: string, expected: string, ...field: Path): Check {
  return {
    each: 'container',
    expression,
    field,
    seen: (subject) => `${containerText(subject.container)} ${told(subject.container?.value, field, expected)}`,
  };
}

/** A check of the pod itself, told by the value of one field and by what is expected there. */
export function pod(expression: string, expected: string, ...field: Path): Check {
  return {
    each: 'pod',
    expression,
    field,
    seen: (subject) => `the pod ${told(subject.pod?.spec, field, expected)}`,
  };
}

/** One expression for the securityContext of the pod and for those of its containers, as `context`. */
export function contexts(expression: (context: string) => string, expected: string, ...field: Path): readonly Check[] {
  const path = ['securityContext', ...field];
  return [
    pod(expression('pod.?securityContext'), expected, ...path),
    container(expression('container.?securityContext'), expected, ...path),
  ];
}

/** Capabilities that a container adds beyond these, for a message. */
export function added(one: Container | undefined, allowed: readonly string[]): string {
  const words = listAt(one?.value, 'securityContext', 'capabilities', 'add');
  const others = words.map((word) => (typeof word === 'string' ? word : undefined));
  return `the capabilities ${shownWords(others.filter((word) => !allowed.includes(word ?? '')))}`;
}

/** A CEL list of texts. */
export function quoted(words: readonly string[]): string {
  return `[${words.map((word) => `'${word}'`).join(', ')}]`;
}
