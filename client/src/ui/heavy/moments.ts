import {
  type CalendarDate,
  parseAbsolute,
  parseDate,
  parseDateTime,
  toCalendarDateTime,
  toZoned,
  type ZonedDateTime,
} from '@internationalized/date';
import { offsetText } from '../local-time.ts';

const MINUTE_MS = 60_000;
/** `2026-11-29T23:59` */
const LOCAL_LENGTH = 16;

/**
 * `2026-11-29T23:59` as a moment of a time zone; null for an empty or mistyped text. A time that a change of clocks
 * skips is moved forward by the length of the gap, one that it repeats is the first, unless its offset is behind it.
 */
export function toMoment(local: string, timeZone: string): ZonedDateTime | null {
  try {
    if (local.length > LOCAL_LENGTH) return parseAbsolute(new Date(local).toISOString(), timeZone);
    return toZoned(parseDateTime(local), timeZone);
  } catch {
    return null;
  }
}

/** The moment as its own zone's clocks show it: `2026-11-29T23:59`, with the offset the second time round. */
export function toLocal(moment: ZonedDateTime): string {
  const clock = toCalendarDateTime(moment).set({ second: 0, millisecond: 0 });
  const local = clock.toString().slice(0, LOCAL_LENGTH);
  const isSecond = toZoned(clock, moment.timeZone).offset !== moment.offset;
  return isSecond ? `${local}${offsetText(moment.offset / MINUTE_MS)}` : local;
}

/** `2026-11-29` as a day; null for an empty or mistyped text. */
export function toDay(text: string): CalendarDate | null {
  try {
    return parseDate(text);
  } catch {
    return null;
  }
}
