/** The hour, by the person's own clock, at which what was put off comes back. */
const HOUR = 8;
/** What the server takes at most. */
const DAYS_MAX = 100;

const morning = (now: Date, days: number): Date =>
  new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, HOUR);

/** Tomorrow morning, and the morning of the next Monday that is not tomorrow's. */
export function snoozeMoments(now: Date): { readonly tomorrow: Date; readonly nextWeek: Date } {
  const toMonday = (8 - now.getDay()) % 7 || 7;
  return { tomorrow: morning(now, 1), nextWeek: morning(now, toMonday === 1 ? 8 : toMonday) };
}

/** The morning of a day such as `2026-11-29`; null when it is none, over, or too far away. */
export function startOfDay(day: string, now: Date): Date | null {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  if (year === undefined) return null;
  const at = new Date(Number(year), Number(month) - 1, Number(date), HOUR);
  return at > now && at <= morning(now, DAYS_MAX - 1) ? at : null;
}
