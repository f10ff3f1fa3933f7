// The frame of every page of the demo: one file each, no script, nothing loaded from anywhere. Pure.
import markdownIt from 'markdown-it';
import { style } from './style.ts';

export function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replaceAll(/[&<>"']/g, (char) => entities[char] ?? char);
}

/** A whole page. `title` is text, `body` is HTML. */
export function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

/** Markdown as GitHub shows it, with the folded sections (`<details>`) of a job summary. */
export function markdownToHtml(markdown: string): string {
  return markdownIt({ html: true }).render(markdown);
}

/** Markdown of a file in the repository: its relative links go on from `folder`. */
export function documentToHtml(markdown: string, folder: string): string {
  const renderer = markdownIt({ html: true });
  const normalize = renderer.normalizeLink;
  renderer.normalizeLink = (url) => normalize(/^(?:[a-z]+:|#)/i.test(url) ? url : `${folder}/${url}`);
  return renderer.render(markdown);
}

/** A sentence with `code` in it. */
export function sentenceToHtml(sentence: string): string {
  return markdownIt().renderInline(sentence);
}
