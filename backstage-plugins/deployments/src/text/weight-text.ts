/** "12.5", "12,5": a percent of the traffic, as the reader's language writes it, without its sign. */
export function weightText(percent: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 4 }).format(percent);
}
