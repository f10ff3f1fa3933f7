/** Names for headings and items, as GitHub makes anchors, and what keeps them apart. */

/**
 * Lower case; letters and digits of any script and `-_` are kept, a blank becomes `-`, everything else is dropped:
 * `🚀 Фаза 1: Код` is `-фаза-1-код`. As github-slugger does, but for the invisible rest of an emoji, which nobody can type.
 */
export function slug(text: string): string {
  const small = text.toLowerCase();
  let kept = '';
  let from = 0;
  for (let at = 0; at < small.length; at++) {
    const kind = kindOf(small.charCodeAt(at));
    if (kind === KEPT || kind === BLANK) continue;
    if (kind === UNKNOWN) return slugOfAnyScript(small);
    kept += small.slice(from, at);
    from = at + 1;
  }
  return (from === 0 ? small : kept + small.slice(from)).replaceAll(' ', '-');
}

function slugOfAnyScript(small: string): string {
  const kept = small.replace(/[^\p{L}\p{M}\p{Nd}\p{Nl}\p{Pc} -]|[\u{fe00}-\u{fe0f}\u{20e3}]/gu, '');
  return kept.replaceAll(' ', '-');
}

const [UNKNOWN, KEPT, BLANK, DROPPED] = [0, 1, 2, 3];

/** What becomes of ASCII, Russian letters, and signs and emoji that are frequent: most texts have nothing else. */
const KINDS = new Uint8Array(0x2800).fill(UNKNOWN).map((_, code) => {
  const sign = String.fromCharCode(code);
  if (/[a-z0-9а-яё_-]/.test(sign)) return KEPT;
  if (sign === ' ') return BLANK;
  return code < 0x80 || code >= 0x2600 || '«»„“”–—…№→×≤≥'.includes(sign) ? DROPPED : UNKNOWN;
});

function kindOf(code: number): number {
  const kind = KINDS[code];
  if (kind !== undefined) return kind;
  // Emoji are two units: the first one of U+1F000 to U+1FBFF, and the second one of any.
  const isEmoji = (code >= 0xd83c && code <= 0xd83e) || (code >= 0xdc00 && code <= 0xdfff);
  return isEmoji || code === 0xfe0f ? DROPPED : UNKNOWN;
}

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

/** The same for names below a path that ends with `/`: short texts to look up, as there are few paths. */
export class UniquePaths {
  readonly #names = new Map<string, UniqueNames>();

  take(path: string, name: string): string {
    let names = this.#names.get(path);
    if (names === undefined) {
      names = new UniqueNames();
      this.#names.set(path, names);
    }
    return path + names.take(name);
  }
}

/** The id in `<!-- id: name -->`; undefined for another comment. */
export function idInComment(comment: string): string | undefined {
  return /^<!--\s*id:\s*([\p{L}\p{M}\p{N}_./-]{1,200})\s*-->$/u.exec(comment)?.[1];
}
