/** Templates of Helm and Jinja in YAML: taken out, so that what is left is YAML, with every place where it was. Pure. */

/** Stands for each sign that a template may make: of the private use area, so that it is in no text. */
const OF_TEMPLATE = '\ue000';

const CLOSED_BY: Readonly<Record<string, string>> = { '{{': '}}', '{%': '%}' };

/** Actions on lines of their own (`{{- if … }}`) become blanks, others signs that stand for what they make. As long as before. */
export function withoutTemplates(text: string): string {
  if (!text.includes('{{') && !text.includes('{%')) return text;
  let plain = '';
  let at = 0;
  for (const open of text.matchAll(/\{[{%]/g)) {
    if (open.index < at) continue;
    const closed = CLOSED_BY[open[0]] ?? '';
    const close = text.indexOf(closed, open.index + 2);
    if (close < 0) break;
    const end = close + closed.length;
    plain += text.slice(at, open.index) + standIn(text, open.index, end);
    at = end;
  }
  return plain + text.slice(at);
}

function standIn(text: string, start: number, end: number): string {
  const action = text.slice(start, end);
  if (isAlone(text, start, end)) return blank(action);
  const firstLine = action.search(/\r?\n/);
  if (firstLine < 0) return OF_TEMPLATE.repeat(action.length);
  return OF_TEMPLATE.repeat(firstLine) + blank(action.slice(firstLine));
}

function blank(action: string): string {
  return action.replace(/[^\r\n]/g, ' ');
}

/** Nothing but blanks before it and behind it; a look of so many signs tells that of any line that people write. */
function isAlone(text: string, start: number, end: number): boolean {
  return (
    /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, start - 200), start)) &&
    /^[ \t]*(?:\r?\n|$)/.test(text.slice(end, end + 200))
  );
}

/** Whether a part of a value was a template. */
export function isTemplated(value: string): boolean {
  return value.includes(OF_TEMPLATE);
}
