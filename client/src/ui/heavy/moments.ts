import {
  type CalendarDate,
  parseDate,
  parseDateTime,
  toCalendarDateTime,
  toZoned,
  type ZonedDateTime,
} from '@internationalized/date';

/**
 * `2026-11-29T23:59` as a moment of a time zone; null for an empty or mistyped text. A time that a change of clocks
 * skips is moved forward by the length of the gap, one that it repeats is the first.
 */
export function toMoment(local: string, timeZone: string): ZonedDateTime | null {
  try {
    return toZoned(parseDateTime(local), timeZone);
  } catch {
    return null;
  }
}

/** The moment as its own zone's clocks show it: `2026-11-29T23:59`. */
export const toLocal = (moment: ZonedDateTime): string => toCalendarDateTime(moment).toString().slice(0, 16);

/** `2026-11-29` as a day; null for an empty or mistyped text. */
export function toDay(text: string): CalendarDate | null {
  try {
    return parseDate(text);
  } catch {
    return null;
  }
}
