import type { KubernetesObject } from './object.ts';
import type { Path } from './value.ts';

/** What one rule says of one object, or of one of its containers. */
export interface ManifestResult {
  /** From the top of the repository. */
  readonly file: string;
  /** From 1: of the field that decided, or of the object. */
  readonly line: number;
  readonly kind: string;
  /** undefined for an object of the whole cluster. */
  readonly namespace?: string;
  readonly name: string;
  readonly container?: string;
  /** A rule of ours, `ValidatingAdmissionPolicy/<name>`, or {@link EVERY_RULE} for what stands in the way of all of them. */
  readonly rule: string;
  /**
   * `not-evaluated`: nobody looked, since it is a template, or since the policy says that its errors do not count.
   * `error`: the rule could not be worked out. Neither is ever a pass.
   */
  readonly result: 'pass' | 'fail' | 'not-evaluated' | 'ignored' | 'error';
  /** One sentence without its end, true when read alone. */
  readonly message: string;
  /** One sentence, imperative. */
  readonly mend?: string;
}

/** Rule of a result that holds for all rules: a file or object that is a template. */
export const EVERY_RULE = '*';

/** What a judge found, before it is said of which object. */
export interface Finding {
  readonly rule: string;
  readonly result: 'pass' | 'fail' | 'not-evaluated' | 'error';
  readonly line: number;
  readonly container?: string;
  readonly message: string;
  readonly mend?: string;
  /** Of what does not hold, from the top of the object: where the field is, or would be. */
  readonly path?: Path;
}

/** A finding with its object. */
export function resultOf(object: KubernetesObject, { path: _, ...finding }: Finding): ManifestResult {
  const namespace = object.namespace === undefined ? {} : { namespace: object.namespace };
  return { file: object.file, kind: object.kind, name: object.name, ...namespace, ...finding };
}
