/* Controls, formats (bidi, zero width), line separators, lone surrogates, fillers; newline and tab are white space. */
const hidden = /[^\P{Cc}\n\t]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;

/** Text from outside with nothing hidden in it: a character that would be unseen, or turn the text around, is named. */
export function visible(text: string): string {
  return text.replace(hidden, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
