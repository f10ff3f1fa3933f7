/**
 * The `variables` of a policy: each is worked out when it is first asked for, once, and sees only those before it, as
 * https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/#variable-composition says.
 */
export class Variables extends Map<string, unknown> {
  readonly #made: ReadonlyMap<string, () => unknown>;

  private constructor(made: ReadonlyMap<string, () => unknown>) {
    super();
    this.#made = made;
  }

  /** `work` gives the value of an expression with the variables that it may see. */
  static of<Expression>(
    entries: readonly (readonly [name: string, expression: Expression])[],
    work: (expression: Expression, seen: Variables) => unknown,
  ): Variables {
    let seen = new Variables(new Map());
    const made = new Map<string, () => unknown>();
    for (const [name, expression] of entries) {
      const before = seen;
      made.set(
        name,
        once(() => work(expression, before)),
      );
      seen = new Variables(new Map(made));
    }
    return seen;
  }

  override get(name: string): unknown {
    return this.#made.get(name)?.();
  }

  override has(name: string): boolean {
    return this.#made.has(name);
  }
}

/** A failure is remembered too: it would fail again. */
function once(work: () => unknown): () => unknown {
  let outcome: { value: unknown } | { error: unknown } | undefined;
  return () => {
    outcome ??= outcomeOf(work);
    if ('error' in outcome) throw outcome.error;
    return outcome.value;
  };
}

function outcomeOf(work: () => unknown): { value: unknown } | { error: unknown } {
  try {
    return { value: work() };
  } catch (error) {
    return { error };
  }
}
