// Dates of the example, moved so that what was new on its day is new today. Pure.

const dayMs = 86_400_000;
/** The day on which the example's dates are right. */
const exampleDay = Date.UTC(2026, 10, 28);

/** Whole days from the example's day to `now`, in milliseconds since 1970. */
export function daysSinceExample(now: number): number {
  return Math.floor((now - exampleDay) / dayMs);
}

/** Days and moments of ISO 8601, and `timestamp` of Cobertura in milliseconds or seconds, `days` later. */
export function shifted(text: string, days: number): string {
  return text
    .replace(/\b20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)/g, (day) =>
      new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10),
    )
    .replace(/\btimestamp="(\d{10}|\d{13})"/g, (_all, time: string) => {
      const factor = time.length === 13 ? dayMs : dayMs / 1000;
      return `timestamp="${Number(time) + days * factor}"`;
    });
}
