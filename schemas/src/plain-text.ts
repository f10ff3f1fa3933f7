/**
 * What of a file may be quoted in a fault. A secret that was pasted in the wrong place has a form that nobody knows, and
 * faults go to logs and pages: so only plain words are told, alone or in a sentence, and of all else its kind and length.
 */

const LONGEST = 24;
/** Of ids, paths and names of packages, which are told by their parts. */
const LONGEST_PATH = 60;

/** Whether a value may be quoted as it is. */
export function isPlain(text: string): boolean {
  if (ADVISORY.test(text) || /^[!-~]{1,3}$/.test(text)) return true;
  // Versions, days, times: numbers, and what compares them.
  if (/^(?!.*\d{14})[\d.<>=~^*!|, xvTZ+/:%-]*$/.test(text)) return text.length <= LONGEST;
  if (/[ {]/.test(text)) return text.length <= LONGEST_PATH && isSentence(text);
  if (!isWordy(text)) return false;
  if (/^[\w.-]*$/.test(text)) return text.length <= (IDENTIFIER.test(text) ? LONGEST_PATH : LONGEST);
  if (/^(?=.*\d)(?=.*[<>=~^])[\w.<>=~^*|, +-]*$/.test(text)) return text.length <= LONGEST;
  const isAddress = /^https?:\/\/[\w.-]+(?::\d+)?(?:\/[\w./-]*)?$/.test(text);
  const isPath = /^[\w.*-]*\/[\w.*/-]*$/.test(text) || /^pkg:[\w.:*@/<>=~^|, -]*$/.test(text);
  return (isPath || isAddress) && text.length <= LONGEST_PATH;
}

/** Several words, or a query, of which each could be told alone: nobody could tell a passphrase of such words from a sentence. */
export function isSentence(text: string): boolean {
  return /^[^\p{C}]*[ {][^\p{C}]*$/u.test(text) && withoutOddWords(text) === text;
}

/** Names of metrics and settings are longer than other words. */
const IDENTIFIER = /^[a-z]+(?:_[a-z]+)*$/;

/** Ids that are public by their nature. */
const ADVISORY = /^(?:GHSA(?:-[23456789cfghjmpqrvwx]{4}){3}|[A-Z]{2,8}-\d{4}[-:]\d{1,8})$/i;

/** The value in quotes, or `of 40 characters`: `unknown key "tiemout"`, `unknown key of 40 characters`. */
export function quoted(text: string): string {
  return isPlain(text) ? `"${text}"` : `of ${counted(text)}`;
}

/** `a text of 40 characters` */
export function sized(text: string): string {
  return `a text of ${counted(text)}`;
}

function counted(text: string): string {
  const { length } = [...text];
  return length === 1 ? '1 character' : `${length} characters`;
}

/** Words that may be parts of a secret, in asterisks; columns stay. */
export function withoutOddWords(text: string): string {
  return text.replace(/[^\s"'`()[\]{},;]+/g, (word) => {
    return isPlain(word) || isWordy(word) ? word : asterisks(word);
  });
}

/** All of it in asterisks; columns stay. */
export function asterisks(text: string): string {
  return text.replace(/\S/g, '*');
}

function atomsOf(text: string): readonly string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter((atom) => atom !== '');
}

function isWordy(text: string): boolean {
  const atoms = atomsOf(text);
  // Short mixtures, as in `k8s`: one is an abbreviation, several are groups of a key.
  return atoms.every(isWord) && atoms.filter((atom) => !NUMBERED.test(atom) && !WRITTEN.test(atom)).length <= 1;
}

/** `B101`, `v2`, `500ms` */
const NUMBERED = /^(?:\p{L}{1,10}\d{1,4}|\d{1,6}\p{L}{1,4})$/u;

/** A number; or a word in small letters or capitals, or each part with a capital: `npmAudit`, `HAProxy`, `PromQL`. */
const WRITTEN =
  /^(?:\d+|(?:\d{1,3}[dhms])+|\p{Lu}+|\p{Lu}{0,3}\p{Ll}+(?:\p{Lu}\p{Ll}{2,})*(?:\p{Lu}\p{Ll}|\p{Lu}{2,3})?|\p{Lo}+)$/u;

/** Whether it can be a word, a number, or a word with a number: what a machine drew at random hardly ever is. */
function isWord(atom: string): boolean {
  if (atom.length <= 4) return true;
  if (/^\d/.test(atom) && WRITTEN.test(atom)) return atom.length <= 13;
  const letters = atom.replace(NUMBERED, (all) => all.replace(/\d/g, ''));
  return WRITTEN.test(letters) && letters.length <= 20 && isSpeakable(letters.toLowerCase());
}

/** Few long words have hardly any vowels, and none that people write here has seven consonants in a row. */
function isSpeakable(letters: string): boolean {
  if (/[^aeiouy\P{ASCII}]{7}/u.test(letters)) return false;
  return letters.length < 12 || (letters.match(/[aeiouy\P{ASCII}]/gu) ?? []).length * 5 >= letters.length;
}
