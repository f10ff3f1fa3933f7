import { lexemes } from './lexemes.ts';

/**
 * True when PostgreSQL would find no statement in the text: nothing but white space, semicolons, `--` comments and
 * closed (nested) block comments. An unclosed comment is not empty: the server refuses it.
 */
export function isEmptySql(text: string): boolean {
  for (const { kind, start, closed } of lexemes(text)) {
    if (kind === 'space' || kind === 'line-comment') continue;
    if (kind === 'block-comment' && closed) continue;
    if (kind === 'symbol' && text[start] === ';') continue;
    return false;
  }
  return true;
}
