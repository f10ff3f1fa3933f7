/** Which findings the base has too. A multiset: of three equal ones where the base has two, one is new. Pure. */

export interface Compared {
  /** Fingerprints of an earlier report of ours, when the finding was read from one: what was `exact` and `content` then. */
  readonly own?: { readonly exact: string; readonly content: string | undefined } | undefined;
  readonly exact: string;
  readonly content: string;
  /** By what the scanner quotes, with the path: for a base that is a report without its source. */
  readonly quoted?: (() => string) | undefined;
  /**
   * Digest of a secret's value, where it is known: another value in the same line is another finding. Only for comparing
   * within one run; it is never written.
   */
  readonly secret?: string | undefined;
}

/** For each of `head`, whether one of `base` stands for it; each of `base` stands for one at most. The closest likeness comes first. */
export function knownAmong(head: readonly Compared[], base: readonly Compared[]): readonly boolean[] {
  const known = head.map(() => false);
  const used = base.map(() => false);
  for (const [keyOfHead, keyOfBase] of passes) {
    const free = new FreeFindings(base, used, keyOfBase);
    if (free.isEmpty()) continue;
    for (const [index, finding] of head.entries()) {
      if (known[index] === true) continue;
      const match = free.take(keyOfHead(finding), finding.secret);
      if (match === undefined) continue;
      used[match] = true;
      known[index] = true;
    }
  }
  return known;
}

type KeyOf = (finding: Compared) => string | undefined;
const passes: readonly (readonly [KeyOf, KeyOf])[] = [
  [({ exact }) => exact, ({ own }) => own?.exact],
  [({ exact }) => exact, ({ exact }) => exact],
  [({ content }) => content, ({ own }) => own?.content],
  [({ content }) => content, ({ content }) => content],
  [({ quoted }) => quoted?.(), ({ quoted }) => quoted?.()],
];

/** Findings of the base that stand for none yet, by key and by the secret's digest ('' when it is not known). */
class FreeFindings {
  private readonly byKey = new Map<string, Map<string, number[]>>();

  constructor(base: readonly Compared[], used: readonly boolean[], keyOf: KeyOf) {
    for (const [index, finding] of base.entries()) {
      const key = keyOf(finding);
      if (used[index] === true || key === undefined) continue;
      const bySecret = this.byKey.get(key) ?? new Map<string, number[]>();
      this.byKey.set(key, bySecret);
      const digest = finding.secret ?? '';
      const indexes = bySecret.get(digest) ?? [];
      bySecret.set(digest, indexes);
      indexes.push(index);
    }
  }

  isEmpty(): boolean {
    return this.byKey.size === 0;
  }

  take(key: string | undefined, secret: string | undefined): number | undefined {
    const bySecret = key === undefined ? undefined : this.byKey.get(key);
    if (bySecret === undefined) return undefined;
    const known = secret === undefined ? [...bySecret.keys()] : [secret, ''];
    for (const digest of known) {
      const index = bySecret.get(digest)?.pop();
      if (index !== undefined) return index;
    }
    return undefined;
  }
}
