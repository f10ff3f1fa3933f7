/** Writes the orders of a day for the warehouse. Nothing of it is real: it is here to be scanned. */
export const bucket = 'orders-export';

/* The planted secret: whoever lays this file puts a value here that never was one. */
export const accessKeyId = '@@SECRET:aws-access-token@@';

export function nameOf(day: string): string {
  return `orders-${day}.xml`;
}
