/** Writes the orders of a day for the warehouse. Nothing of it is real: it is here to be scanned. */
// One line more, so that all below it move.
export const bucket = 'orders-export';

export function nameOf(day: string): string {
  return `orders-of-${day}.xml`;
}
