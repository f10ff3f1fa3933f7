/** Names for headings and items, as GitHub makes anchors, and what keeps them apart. */

/**
 * Lower case; letters and digits of any script and `-_` are kept, a blank becomes `-`, everything else is dropped:
 * `🚀 Фаза 1: Код` is `-фаза-1-код`. As github-slugger does, but for the invisible rest of an emoji, which nobody can type.
 */
export function slug(text: string): string {
  const small = text.toLowerCase();
  let [kept, from] = ['', 0];
  for (let at = 0; at < small.length; at++) {
    const kind = KINDS[small.charCodeAt(at)];
    if (kind === KEPT) continue;
    if (kind === undefined || kind === UNKNOWN) return slugOfAnyScript(small);
    kept += small.slice(from, at) + (kind === BLANK ? '-' : '');
    from = at + 1;
  }
  return kept + small.slice(from);
}

function slugOfAnyScript(small: string): string {
  const kept = small.replace(/[^\p{L}\p{M}\p{Nd}\p{Nl}\p{Pc} -]|[\u{fe00}-\u{fe0f}\u{20e3}]/gu, '');
  return kept.replaceAll(' ', '-');
}

const [UNKNOWN, KEPT, BLANK, DROPPED] = [0, 1, 2, 3];

/** What becomes of ASCII and of Russian letters, by code: most texts have nothing else. */
const KINDS = new Uint8Array(0x450).fill(UNKNOWN).map((_, code) => {
  const sign = String.fromCharCode(code);
  if (/[a-z0-9а-яё_-]/.test(sign)) return KEPT;
  if (sign === ' ') return BLANK;
  return code < 0x80 ? DROPPED : UNKNOWN;
});

/** Gives every name once: a repeated one gets `-1`, `-2`. */
export class UniqueNames {
  readonly #used = new Map<string, number>();

  take(name: string): string {
    let count = this.#used.get(name);
    if (count === undefined) {
      this.#used.set(name, 0);
      return name;
    }
    let given = name;
    while (this.#used.has(given)) given = `${name}-${++count}`;
    this.#used.set(name, count);
    this.#used.set(given, 0);
    return given;
  }
}

/** The id in `<!-- id: name -->`; undefined for another comment. */
export function idInComment(comment: string): string | undefined {
  return /^<!--\s*id:\s*([\p{L}\p{M}\p{N}_./-]{1,200})\s*-->$/u.exec(comment)?.[1];
}
