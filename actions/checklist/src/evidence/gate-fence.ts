/** JSON that a check run carries in its text. Pure. */

/**
 * What stands in the first fenced block of backticks (https://spec.commonmark.org/0.31.2/#fenced-code-blocks); undefined without
 * one, and when its end is missing: GitHub cuts texts. A line of JSON is never a fence.
 */
export function fencedJson(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined;
  const lines = text.split(/\r\n|\r|\n/);
  const start = lines.findIndex((line) => fenceOf(line) > 0);
  if (start < 0) return undefined;
  const length = fenceOf(lines[start] ?? '');
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => fenceOf(line) >= length && /^`+ *$/.test(line));
  return end < 0 ? undefined : rest.slice(0, end).join('\n');
}

/** How many backticks a line starts a block with; 0 when it starts none. */
function fenceOf(line: string): number {
  const length = line.length - line.replace(/^`+/, '').length;
  return length >= 3 && !line.slice(length).includes('`') ? length : 0;
}
