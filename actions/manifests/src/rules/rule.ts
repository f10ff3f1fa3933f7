import type { Container, ContainerList, Pod } from '../pod.ts';
import type { Path, Value } from '../value.ts';

/** Of what an expression has to be true. */
export type Each = 'object' | 'pod' | 'container' | 'volume' | 'env';

/** Which objects a rule judges: with pods, with pods that run on and on, or of these kinds. */
export type Subjects = 'pods' | 'servers' | readonly string[];

/** One thing that an expression is worked out for. */
export interface Subject {
  readonly object: Value;
  readonly pod?: Pod;
  readonly container?: Container;
  /** The volume, or the entry of `env`. */
  readonly element?: Value;
  /** From the top of the object. */
  readonly path: Path;
}

export interface Check {
  readonly each: Each;
  /** Lists of containers that are looked at. Default all three. */
  readonly lists?: readonly ContainerList[];
  /** Containers of `initContainers` only when they run beside the others (restartPolicy Always). */
  readonly sidecarsOnly?: boolean;
  /**
   * CEL that must be true. It may name `object`, `template` (of the pods), `pod` (its spec), and for its kind of subject
   * `container`, `volume`, `env`.
   */
  readonly expression: string;
  /** Where a person looks when it is not: below the subject. */
  readonly field: Path;
  /** What is seen when it is not, without its end; no value of a secret in it. */
  readonly seen: (subject: Subject) => string;
}

/** A rule over single objects. */
export interface Rule {
  readonly name: string;
  readonly title: string;
  readonly hurts: string;
  /** One sentence, imperative. */
  readonly mend: string;
  readonly subjects: Subjects;
  readonly checks: readonly Check[];
  /** Level of the Pod Security Standards that asks for it. */
  readonly level?: 'baseline' | 'restricted';
}

/** "container app" or "init container setup", for messages. */
export function containerText(container: Container | undefined): string {
  const kinds = {
    containers: 'container',
    initContainers: 'init container',
    ephemeralContainers: 'ephemeral container',
  };
  return container === undefined ? 'the pod' : `${kinds[container.list]} ${container.name}`;
}
