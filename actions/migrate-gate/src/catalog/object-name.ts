/** Names as the fingerprint writes them: `class`, tab, identity, such as `public.orders_pkey on public.orders`. Pure. */

export function classOf(id: string): string {
  return id.slice(0, id.indexOf('\t'));
}

export function identityOf(id: string): string {
  return id.slice(id.indexOf('\t') + 1);
}

/** As people call it: without the schema public. */
export function shownName(id: string): string {
  return outsideQuotes(identityOf(id), (text) => text.replaceAll(/(?<![\w$])public\./g, ''));
}

/** What stands before and behind " on ", quoted names left whole; the second is empty when there is none. */
export function splitOn(name: string): readonly [string, string] {
  const parts = /^((?:"(?:[^"]|"")*"|[^"])*?) on (.*)$/s.exec(name);
  return parts === null ? [name, ''] : [parts[1] ?? '', parts[2] ?? ''];
}

/** The parts between the points of a qualified name, quotes taken off. */
export function nameParts(qualified: string): readonly string[] {
  const parts = qualified.match(/"(?:[^"]|"")*"|[^".]+/g) ?? [];
  return parts.map((part) => (part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part));
}

/** `public.orders.id` without its last part. */
export function withoutLastPart(qualified: string): string {
  return qualified.replace(/\.(?:"(?:[^"]|"")*"|[^".]*)$/, '');
}

function outsideQuotes(text: string, change: (part: string) => string): string {
  return text
    .split(/("(?:[^"]|"")*")/)
    .map((part, index) => (index % 2 === 1 ? part : change(part)))
    .join('');
}
