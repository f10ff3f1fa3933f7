/** What of a parser's complaint may be shown: it quotes the file, and nobody knows yet what in it is secret. */
const CODES: Readonly<Record<string, string>> = {
  BAD_INDENT: 'lines whose indentation fits nothing above them',
  TAB_AS_INDENT: 'a tab as indentation',
  MISSING_CHAR: 'a missing character (a comma, a bracket, a quote)',
  BLOCK_AS_IMPLICIT_KEY: 'a second ": " on one line',
  BLOCK_IN_FLOW: 'lines of a block inside brackets',
  MULTILINE_IMPLICIT_KEY: 'a key over several lines (is a colon missing?)',
  UNEXPECTED_TOKEN: 'something that may not stand here',
  BAD_DQ_ESCAPE: 'a backslash that escapes nothing, in double quotes',
  BAD_SCALAR_START: 'a sign that needs quotes around its value',
  TAG_RESOLVE_FAILED: 'a tag of its own',
  BAD_ALIAS: 'an alias without a name',
  BAD_DIRECTIVE: 'a directive that YAML does not have',
};

export function readableWords(got: string): string {
  const code = /^([A-Z][A-Z_]+): /.exec(got)?.[1];
  if (code !== undefined) return CODES[code] ?? `a fault of the kind ${code}`;
  return got.startsWith('not an object: "') ? 'a text' : got;
}
