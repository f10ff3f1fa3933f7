/**
 * Text from outside (file names, SQL, error texts, branch names) is data. Each function here makes it fit for one
 * place, so that it is shown and never interpreted: a terminal, Markdown, HTML, a workflow command, JSON.
 */

/** The longest piece of outside text that is printed in one place, in code points. */
export const longestPiece = 120;

/*
 * Cc controls (ESC, CR, C1), Cf formats (bidi, zero width, soft hyphen), Zl and Zp line ends, Cs lone surrogates, and
 * whatever else Unicode calls ignorable (variation selectors, fillers): the runner's search for a command is
 * culture-sensitive and may skip those.
 */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;
const hiddenInBlock = /[^\P{Cc}\n\t]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;
const shortNames: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** One line of ASCII-visible text: newline as \n, ESC as \x1b, a bidi control as \u{202e}. */
export function visible(text: string): string {
  return text.replace(hidden, nameOf);
}

/** As `visible`, but line ends (all as \n) and tabs stay: for blocks and excerpts. */
export function visibleBlock(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(hiddenInBlock, nameOf);
}

function nameOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code > 0xff) return `\\u{${code.toString(16)}}`;
  return shortNames[character] ?? `\\x${code.toString(16).padStart(2, '0')}`;
}

/** At most `length` code points, the last one "…" when something was left out. Never splits a surrogate pair. */
export function cut(text: string, length: number = longestPiece): string {
  if (text.length <= length) return text;
  let count = 0;
  let end = 0;
  for (const character of text) {
    count += 1;
    if (count < length) end += character.length;
    if (count > length) return `${text.slice(0, end)}…`;
  }
  return text;
}

/**
 * A line that the runner cannot take for a workflow command. Rules of actions/runner, ActionCommand.cs: `::name` counts
 * at the start of a line after white space, the old `##[name]` anywhere in it.
 */
export function commandProof(line: string): string {
  return line.replace(/^(\s*):(?=:)/u, '$1\\x3a').replaceAll('##[', '\\x23#[');
}

/** The data part of a workflow command. Source: GitHub docs, "Workflow commands", as in @actions/toolkit's command.ts. */
export function commandData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** A property of a workflow command: as data, and `:` and `,` besides. */
export function commandProperty(text: string): string {
  return commandData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** One line that the runner executes: `::error file=a,line=1::text`. Properties that are undefined are left out. */
export function workflowCommand(
  name: string,
  properties: Readonly<Record<string, string | number | undefined>>,
  data: string,
): string {
  const given = Object.entries(properties).filter(([, value]) => value !== undefined && value !== '');
  const list = given.map(([key, value]) => `${key}=${commandProperty(String(value))}`).join(',');
  return `::${name}${list === '' ? '' : ` ${list}`}::${commandData(data)}`;
}

/** HTML text or attribute. */
export function html(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

// What GitHub makes more of than text: links, mentions, references, emoji names, mathematics.
const linkedByGitHub = /:\/\/|www\.|mailto:|@\w|#\d|\bgh-\d|\$|:[a-z0-9_+-]+:/i;

/** Inline Markdown that renders as exactly this text; words that GitHub would link or turn into signs become code. */
export function markdown(text: string): string {
  const words = visible(text).split(/(\s+)/u);
  return words
    .map((word) => (linkedByGitHub.test(word) ? codeWord(word) : markdownPlain(word)))
    .join('')
    .replace(/^(\s*)([#+=-])/u, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s|$)/u, '$1\\$2');
}

/** The word as code, without the punctuation around it. */
function codeWord(word: string): string {
  const [, before = '', core = word, after = ''] = /^([("'[]*)(.*?)([)"'\],.;!?]*)$/su.exec(word) ?? [];
  return core === '' ? markdownPlain(word) : markdownPlain(before) + codeSpan(core) + markdownPlain(after);
}

function markdownPlain(text: string): string {
  return text
    .replace(/[&<>|]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/[\\`*~[\]]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_');
}

/** A Markdown code span; its fence is longer than any run of backticks inside. */
export function codeSpan(text: string): string {
  const shown = visible(text);
  // A pipe ends a table cell even inside backticks, and an empty span is none: HTML holds both.
  if (shown === '' || shown.includes('|')) return htmlCode(shown);
  const fence = '`'.repeat(longestRun(shown) + 1);
  const pad = /^[` ]|[` ]$/.test(shown) ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** `<code>` whose content Markdown leaves alone: punctuation as entities, and breaks where a link could begin. */
function htmlCode(text: string): string {
  const entities = text.replace(/[!-/:-@[-`{-~]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<code>${entities.replace(/&#(?:35|46|58|64);/g, '<wbr>$&')}</code>`;
}

/** A fenced block; its fence is longer than any run of backticks inside. `language` is one of our own words. */
export function fencedBlock(text: string, language = ''): string {
  const body = visibleBlock(text).replace(/\n+$/, '');
  const fence = '`'.repeat(Math.max(3, longestRun(body) + 1));
  return `${fence}${language}\n${body}\n${fence}`;
}

/** Rendered inline Markdown as the cell of a table: one line; its pipes were turned into entities before. */
export function tableCell(rendered: string): string {
  return rendered
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('|', '&#124;')
    .trim();
}

function longestRun(text: string): number {
  return Math.max(0, ...Array.from(text.matchAll(/`+/g), (run) => run[0].length));
}

/** JSON whose text can be printed in a log: hidden characters as \uXXXX, and no `##[` that the runner would read. */
export function jsonText(value: unknown, indent = 2): string {
  const json = JSON.stringify(value, null, indent).replace(hiddenInBlock, (character) =>
    Array.from({ length: character.length }, (_, index) => unicodeEscape(character.charCodeAt(index))).join(''),
  );
  return `${json.replaceAll('##[', '#\\u0023[')}\n`;
}

function unicodeEscape(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}
