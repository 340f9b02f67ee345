import { momentsOf, wallTimeOf } from '../../core/zoned-time.ts';

/** A day of the calendar, `2027-03-01`. */
type Day = string;

/** A moment of a template: so many days after its start, at this time on the clock. */
export interface RelativeMoment {
  readonly afterDays: number;
  /** `23:59:59` */
  readonly time: string;
}

/** Which days of a course count. */
export interface Calendar {
  readonly startsOn: Day;
  /** From the first to the last day, both included. */
  readonly holidays: readonly { readonly from: Day; readonly to: Day }[];
  /** 0 is Sunday; never all seven. */
  readonly freeWeekdays: readonly number[];
}

const DAY_MS = 86_400_000;
const numberOf = (day: Day): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
const dayOf = (number: number): Day => new Date(number * DAY_MS).toISOString().slice(0, 10);
/** The first day of 1970 was a Thursday. */
const weekdayOf = (number: number): number => (((number + 4) % 7) + 7) % 7;

function isFree({ holidays, freeWeekdays }: Calendar, number: number): boolean {
  if (freeWeekdays.includes(weekdayOf(number))) return true;
  const day = dayOf(number);
  return holidays.some(({ from, to }) => from <= day && day <= to);
}

/** The first day from this one on that counts. */
function nextCounted(calendar: Calendar, number: number): number {
  let at = number;
  while (isFree(calendar, at)) at += 1;
  return at;
}

/** The day that comes so many counted days after the start; the start itself, or the next day that counts, is 0. */
export function countedDay(calendar: Calendar, afterDays: number): Day {
  let at = nextCounted(calendar, numberOf(calendar.startsOn));
  for (let left = afterDays; left > 0; left--) at = nextCounted(calendar, at + 1);
  return dayOf(at);
}

/** How many counted days after the start a day comes: the inverse of `countedDay`. A free day is the next that counts. */
export function daysUntil(calendar: Calendar, day: Day): number {
  const end = nextCounted(calendar, numberOf(day));
  let count = 0;
  for (let at = nextCounted(calendar, numberOf(calendar.startsOn)); at < end; count++)
    at = nextCounted(calendar, at + 1);
  return count;
}

/**
 * The steps' days after one of them was moved: those after it move along, so that their gaps stay, and it does not come
 * before the one that precedes it.
 *
 * @param to the counted day on which it begins then
 */
export function moveStep(afterDays: readonly number[], index: number, to: number): number[] {
  const present = afterDays[index] ?? 0;
  const moved = Math.max(index === 0 ? 0 : (afterDays[index - 1] ?? 0), to);
  return afterDays.map((days, at) => (at < index ? days : days + moved - present));
}

/** The moment that a template means in a calendar whose start is day 0. */
export function momentOf(calendar: Calendar, { afterDays, time }: RelativeMoment, zone: string): Date {
  const [year = 0, month = 1, day = 1] = countedDay(calendar, afterDays).split('-').map(Number);
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number);
  const [moment] = momentsOf({ year, month, day, hour, minute }, zone);
  return new Date(moment.getTime() + second * 1000);
}

/** @param startsOn day 0 */
export function relativeMoment(at: Date, startsOn: Day, zone: string): RelativeMoment {
  const wall = wallTimeOf(at, zone);
  const two = (part: number): string => String(part).padStart(2, '0');
  return {
    afterDays: Math.round(Date.UTC(wall.year, wall.month - 1, wall.day) / DAY_MS) - numberOf(startsOn),
    time: [wall.hour, wall.minute, wall.second].map(two).join(':'),
  };
}

/** The day on which a moment is in a zone. */
export const dayAt = (at: Date, zone: string): Day => {
  const { year, month, day } = wallTimeOf(at, zone);
  return dayOf(Math.round(Date.UTC(year, month - 1, day) / DAY_MS));
};

/** A calendar that begins so many counted days later. */
export const startingAfter = (calendar: Calendar, afterDays: number): Calendar => ({
  ...calendar,
  startsOn: countedDay(calendar, afterDays),
});

/** A calendar in which every day counts. */
export const everyDay = (startsOn: Day): Calendar => ({ startsOn, holidays: [], freeWeekdays: [] });
