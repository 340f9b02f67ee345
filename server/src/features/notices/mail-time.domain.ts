import type { Frequency, QuietHours } from '../../contracts/notices.ts';
import { momentsOf, type WallTime, wallTimeOf } from '../../core/zoned-time.ts';

/** How and where somebody wants mail. */
export interface MailHabits {
  readonly frequency: Frequency;
  readonly quietHours: QuietHours | null;
  readonly zone: string;
}

/** Daily mail comes at seven, before most days begin. */
const DAILY_HOUR = 7;

const minutesOf = (clock: string): number => {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return hour * 60 + minute;
};

/** The first moment after `at` at which the clock shows `minutes` of the wall's day or of a later one. */
function nextAt(at: Date, wall: WallTime, minutes: number, zone: string): Date {
  for (let days = 0; ; days += 1) {
    const time = { hour: Math.floor(minutes / 60), minute: minutes % 60 };
    const found = momentsOf({ ...wall, ...time, day: wall.day + days }, zone).find((moment) => moment > at);
    if (found) return found;
  }
}

/** When the quiet hours end that `at` lies in; null when it lies in none. */
function quietUntil(at: Date, { from, to }: QuietHours, zone: string): Date | null {
  const wall = wallTimeOf(at, zone);
  const [now, begin, end] = [wall.hour * 60 + wall.minute, minutesOf(from), minutesOf(to)];
  const quiet = begin < end ? now >= begin && now < end : now >= begin || now < end;
  return quiet ? nextAt(at, wall, end, zone) : null;
}

/**
 * The earliest moment, `now` or later, at which mail may be sent of what was stored first at `since`; null when the
 * person wants none. Daylight saving is the zone's own.
 */
export function mailAt({ frequency, quietHours, zone }: MailHabits, since: Date, now: Date): Date | null {
  if (frequency === 'off') return null;
  const daily = frequency === 'daily' ? nextAt(since, wallTimeOf(since, zone), DAILY_HOUR * 60, zone) : since;
  const at = daily > now ? daily : now;
  return (quietHours && quietUntil(at, quietHours, zone)) ?? at;
}
