/** Whether a change log has an entry for a version: its heading or line, and text below it. Pure, in linear time. */

export type Entry = { readonly kind: 'found' | 'empty'; readonly line: number } | { readonly kind: 'missing' };

/** The first heading or line of the version that has text below it decides; lines in code blocks and comments do not count. */
export function entryOf(text: string, version: string): Entry {
  const lines = proseLines(text);
  const wanted = plainVersion(version);
  let empty: number | undefined;
  for (const [index, line] of lines.entries()) {
    if (!line.includes(wanted) || versionOf(line) !== wanted) continue;
    if (hasTextBelow(lines, index)) return { kind: 'found', line: index + 1 };
    empty ??= index + 1;
  }
  return empty === undefined ? { kind: 'missing' } : { kind: 'empty', line: empty };
}

const headingSign = /^ {0,3}(#{1,6})(?:[ \t]|$)/u;

/** Up to the next heading of its level, or of another version; headings of its parts are not text. */
function hasTextBelow(lines: readonly string[], at: number): boolean {
  const level = levelOf(lines[at] ?? '');
  for (let index = at + 1; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const below = levelOf(line);
    if (versionOf(line) !== undefined || (below !== undefined && level !== undefined && below <= level)) return false;
    if (below === undefined && isText(line)) return true;
  }
  return false;
}

function levelOf(line: string): number | undefined {
  return headingSign.exec(line)?.[1]?.length;
}

/** A rule, an underline and the target of a link say nothing of a change. */
function isText(line: string): boolean {
  return /[\p{L}\p{N}]/u.test(line) && !/^ {0,3}\[[^\]]*\]:/u.test(line);
}

const versionText = /^v?(\d{1,9}(?:\.\d{1,9}){1,3}(?:-[0-9A-Za-z.-]{1,60})?(?:\+[0-9A-Za-z.-]{1,60})?)/u;

/** `## [2.4.0] - 2026-11-20`, `### Version 2.4.0`, `**2.4.0**`, `v2.4.0 (2026-11-20)`; undefined for a line that begins otherwise. */
function versionOf(line: string): string | undefined {
  const level = levelOf(line);
  const begins = level === undefined ? line : line.trimStart().slice(level);
  const bare = begins
    .trimStart()
    .replace(/^(?:\*\*|__|\[|`)*(?:(?:version|release|версия|релиз)[ \t:]+)?(?:\*\*|__|\[|`)*/iu, '');
  const [whole = '', version] = versionText.exec(bare) ?? [];
  if (version === undefined) return undefined;
  const rest = bare.slice(whole.length).replace(/^(?:\*\*|__|\]|`)+/u, '');
  // `[2.4.0]: https://…` is a link's target, `2.4.0 is out` a sentence, `2.4.0x` no version.
  if (rest.startsWith(':') && rest.trim() !== ':') return undefined;
  const follows = level === undefined ? /^(?:\([^)]{0,300}\))?[ \t]*(?:[-–—:(/,|]|\d|$)/u : /^(?:[ \t(:,–—/|-]|$)/u;
  return follows.test(rest) ? version : undefined;
}

function plainVersion(version: string): string {
  return version.replace(/^v(?=\d)/u, '');
}

/** The same lines, those inside of code blocks and of comments empty. */
function proseLines(text: string): string[] {
  let fence: string | undefined;
  let isComment = false;
  return text.split('\n').map((raw) => {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    const [, sign] = /^ {0,3}(`{3,}|~{3,})/u.exec(line) ?? [];
    if (fence !== undefined) {
      if (sign?.startsWith(fence) === true && line.trim() === sign) fence = undefined;
      return '';
    }
    const { shown, stillComment } = withoutComments(line, isComment);
    if (!isComment && sign !== undefined) fence = sign;
    isComment = stillComment;
    return sign === undefined ? shown : '';
  });
}

function withoutComments(line: string, startsInside: boolean): { shown: string; stillComment: boolean } {
  let shown = '';
  let inside = startsInside;
  let at = 0;
  while (at < line.length) {
    const next = line.indexOf(inside ? '-->' : '<!--', at);
    if (!inside) shown += line.slice(at, next < 0 ? line.length : next);
    if (next < 0) break;
    at = next + (inside ? 3 : 4);
    inside = !inside;
  }
  return { shown, stillComment: inside };
}
