// Terminal text with SGR sequences (ECMA-48, 8.3.117), as plain text and as HTML. Pure.
import { escapeHtml } from './page.ts';

const sgr = /\u001b\[([0-9;]*)m/g;
const classes: Readonly<Record<string, string>> = { 1: 'bold', 31: 'red', 32: 'green', 33: 'yellow' };

export function withoutColour(text: string): string {
  return text.replaceAll(sgr, '');
}

/** Spans with the classes bold, red, green and yellow, which are all that the gates use. */
export function ansiToHtml(text: string): string {
  const [first = '', ...rest] = text.split(sgr);
  let html = escapeHtml(first);
  for (let index = 0; index + 1 < rest.length; index += 2) {
    const names = (rest[index] ?? '').split(';').flatMap((code) => classes[code] ?? []);
    const part = escapeHtml(rest[index + 1] ?? '');
    html += names.length === 0 || part === '' ? part : `<span class="${names.join(' ')}">${part}</span>`;
  }
  return html;
}
