import type { Words } from '../words/use-words';
import type { Length } from './moment';

/** "28 min" in the reader's language. */
export function sayLength({ unit, number }: Length, t: Words): string {
  return t(`length.${unit}`, { number: String(number) });
}

/** Milliseconds as "10 s" in the reader's language. */
export function saySeconds(milliseconds: number, t: Words): string {
  return t('length.seconds', { number: String(Math.round(milliseconds / 1000)) });
}
