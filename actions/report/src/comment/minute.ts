/** "2026-11-20 14:02 UTC" of an ISO 8601 time; '' of anything else. */
export function minute(time: string): string {
  const at = Date.parse(time);
  return Number.isNaN(at) ? '' : `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
