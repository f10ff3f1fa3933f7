/** "10 %", "12.5 %: …", "back to 0 %: …"; a number of at most seven characters, so that a long one costs nothing. */
const HEAD = /^(?:back to )?(\d{1,3}(?:\.\d{1,3})?) %(?![^\s:,;.…])/;

/**
 * The percent of the traffic that a status tells of at its head, as canary-promote writes it; null when it tells of none.
 * Anybody who may write a deployment status writes this text: only a number from 0 to 100 is believed.
 */
export function shareOfTraffic(description: string): number | null {
  const digits = HEAD.exec(description)?.[1];
  if (digits === undefined) return null;
  const share = Number(digits);
  return share <= 100 ? share : null;
}
