/** The tags of an XML text, each checked, without all that stands between them. Linear in the length of the text. */

/** Elements inside of each other; a report has fewer than ten. */
export const MAX_DEPTH = 60;

/** What is passed over, by its beginning and its end. Only before the root element may a document type stand. */
const PASSED_OVER = [
  { start: '<!--', end: '-->' },
  { start: '<![CDATA[', end: ']]>' },
  { start: '<?', end: '?>' },
] as const;

/** XML 1.0, 3.1: start, end and empty tags; names of ASCII, as all the formats here have them. */
const TAG =
  /<(?:\/([A-Za-z_][\w:.-]*)\s*|([A-Za-z_][\w:.-]*)(?:\s+[A-Za-z_][\w:.-]*\s*=\s*(?:"[^<"]*"|'[^<']*'))*\s*(\/?))>/y;

/** The tags, joined; or a noun phrase of what is wrong. They are nested rightly, have one root and nothing is cut off. */
export function tagsOf(text: string): { readonly tags: string } | { readonly wrong: string } {
  const open: string[] = [];
  const tags: string[] = [];
  for (let from = 0; ; ) {
    const start = text.indexOf('<', from);
    const between = text.slice(from, start < 0 ? text.length : start);
    if (open.length === 0 && between.trim() !== '') return { wrong: 'text outside of the root element' };
    if (start < 0) break;
    const passed = passedOver(text, start, tags.length === 0);
    if (typeof passed === 'string') return { wrong: passed };
    if (passed > start) {
      from = passed;
      continue;
    }
    TAG.lastIndex = start;
    const [tag, closed, opened, alone] = TAG.exec(text) ?? [];
    if (tag === undefined || (tags.length > 0 && open.length === 0)) return { wrong: CUT };
    if (closed !== undefined && open.pop() !== closed) return { wrong: CUT };
    if (opened !== undefined && alone === '') open.push(opened);
    if (open.length > MAX_DEPTH) return { wrong: `elements more than ${MAX_DEPTH} deep` };
    tags.push(tag);
    from = TAG.lastIndex;
  }
  return tags.length === 0 || open.length > 0 ? { wrong: CUT } : { tags: tags.join('') };
}

const CUT = 'XML that is cut off or not well-formed';

/** Where to go on after what is passed over at `start`, `start` itself when it is a tag, or what is wrong. */
function passedOver(text: string, start: number, beforeRoot: boolean): number | string {
  const doctype = text.startsWith('<!DOCTYPE', start);
  const end = doctype ? '>' : PASSED_OVER.find((each) => text.startsWith(each.start, start))?.end;
  if (end === undefined) return start;
  const stop = text.indexOf(end, start);
  if (stop < 0) return CUT;
  // A DTD elsewhere is never fetched; what is declared here could be entities.
  if (doctype && text.slice(start, stop).includes('[')) return 'a document type with declarations of its own';
  if (doctype && !beforeRoot) return 'a document type inside of the document';
  return stop + end.length;
}
