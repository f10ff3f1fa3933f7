/** `$version`, `$commit`, `$environment` and `$window` in a PromQL query. Pure. */
import { RE2JS } from 're2js';

export type PlaceholderName = 'version' | 'commit' | 'environment' | 'window';

export type Filled =
  | { readonly kind: 'filled'; readonly query: string; readonly used: ReadonlySet<PlaceholderName> }
  | { readonly kind: 'trouble'; readonly why: string; readonly mend: string };

/**
 * A literal of PromQL (https://prometheus.io/docs/prometheus/latest/querying/basics/#string-literals) with the operator before
 * it, a comment, or a placeholder outside of both.
 */
const piece =
  /(=~|!~)?(\s*)("(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|`[^`]*`)|#[^\n]*|\$(version|commit|environment|window)\b/gu;
const placeholder = /\$(version|commit|environment|window)\b/gu;

/** The window is a duration and stands anywhere; the others stand in quotes, after `=~` as text that only matches itself. */
export function withValues(query: string, values: Readonly<Record<PlaceholderName, string | undefined>>): Filled {
  const used = new Set<PlaceholderName>();
  const troubles: { why: string; mend: string }[] = [];
  const put = (name: PlaceholderName, place: 'plain' | 'text' | 'expression' | 'raw'): string => {
    used.add(name);
    const value = values[name];
    if (value === undefined || value === '')
      troubles.push({ why: `nobody said the ${name} that the query asks for`, mend: mends[name] });
    else if (place === 'plain' && !(name === 'window' && isDuration(value))) troubles.push(unquoted(name));
    else if (place === 'raw' && /[^\w.:/-]/u.test(value)) troubles.push(unquoted(name));
    return written(value ?? '', place);
  };
  const filled = query.replace(
    piece,
    (whole: string, operator: string = '', space: string = '', literal?: string, name?: PlaceholderName) => {
      if (name !== undefined) return put(name, 'plain');
      if (literal === undefined) return whole;
      const place = literal.startsWith('`') ? 'raw' : operator === '' ? 'text' : 'expression';
      return operator + space + literal.replace(placeholder, (_, inner: PlaceholderName) => put(inner, place));
    },
  );
  const [trouble] = troubles;
  return trouble === undefined ? { kind: 'filled', query: filled, used } : { kind: 'trouble', ...trouble };
}

const mends: Readonly<Record<PlaceholderName, string>> = {
  version: 'Give the input `version`',
  commit: 'Run this in a checkout',
  environment: 'Give the input `environment`',
  window: 'Add `window:` to the evidence',
};

function unquoted(name: PlaceholderName): { why: string; mend: string } {
  if (name === 'window') return { why: 'the window of the query cannot be used', mend: 'Write `window:` as `24h`' };
  return { why: `$${name} cannot stand there in the query`, mend: `Write it in double quotes: \`"$${name}"\`` };
}

function written(value: string, place: 'plain' | 'text' | 'expression' | 'raw'): string {
  if (place === 'plain' || place === 'raw') return value;
  const text = place === 'expression' ? RE2JS.quote(value) : value;
  return Array.from(text, escaped).join('');
}

/** By its bytes, which means the same in both kinds of quotes. */
function escaped(character: string): string {
  if (/[\w.:/ -]/u.test(character)) return character;
  return Array.from(Buffer.from(character, 'utf8'), (byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
}

/** https://prometheus.io/docs/prometheus/latest/querying/basics/#float-literals-and-time-durations */
export function isDuration(text: string): boolean {
  return /^(?:\d{1,9}(?:ms|[smhdwy]))+$/u.test(text);
}
