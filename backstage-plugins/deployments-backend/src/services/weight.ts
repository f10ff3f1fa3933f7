/** "12.5 %", "10 %: …", "back to 0 %: …". Of another form is what other tools say, such as "50 % of the tests pass". */
const HEAD = /^(?:back to )?(\d{1,3}(?:\.\d{1,4})?) %(?::|$)/;

/**
 * The percent of the traffic that a status tells of at its head, in the form of canary-promote; null when it tells of none.
 * Whoever may write a deployment status writes this text: only a number from 0 to 100 is believed.
 */
export function weightOf(description: string): number | null {
  const digits = HEAD.exec(description)?.[1];
  if (digits === undefined) return null;
  const weight = Number(digits);
  return weight <= 100 ? weight : null;
}
