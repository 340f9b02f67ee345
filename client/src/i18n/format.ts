import { isolated } from './direction.ts';

/** Dates and numbers as one locale and one time zone write them. */
export interface Format {
  /** `Sun, 29 Nov 2026, 23:59` */
  moment(iso: string): string;
  /** `29 Nov, 23:59`, for tables */
  shortMoment(iso: string): string;
  /** `10:42` */
  time(iso: string): string;
  /** `in 7 days`, `3 hours ago`: in the largest unit that fits. */
  relative(iso: string, now: number): string;
  /** At most two digits after the point. */
  number(value: number): string;
  /** Of a value from 0 to 100. */
  percent(value: number): string;
  /** `3.4 MB` */
  bytes(value: number): string;
  list(parts: string[]): string;
  /** The time zone as people know it: `Europe/Stockholm (GMT+1)`. */
  readonly zone: string;
}

const UNITS = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

export function makeFormat(locale: string, timeZone: string): Format {
  const moment = new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  });
  const shortMoment = new Intl.DateTimeFormat(locale, {
    timeZone,
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
  });
  const time = new Intl.DateTimeFormat(locale, { timeZone, hour: 'numeric', minute: '2-digit' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    moment: (iso) => moment.format(new Date(iso)),
    shortMoment: (iso) => shortMoment.format(new Date(iso)),
    time: (iso) => time.format(new Date(iso)),
    relative(iso, now) {
      const distance = Date.parse(iso) - now;
      const [unit, size] = UNITS.find(([, size]) => Math.abs(distance) >= size) ?? ['minute', 60_000];
      return relative.format(Math.trunc(distance / size), unit);
    },
    number: (value) => number.format(value),
    percent: (value) => percent.format(value / 100),
    bytes: (value) => bytesText(locale, value),
    list: (parts) => list.format(parts.map((part) => isolated(part, locale))),
    zone: `${timeZone.replaceAll('_', ' ')} (${offsetName(locale, timeZone)})`,
  };
}

function offsetName(locale: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'shortOffset' }).formatToParts();
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

const SIZES = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** Powers of 1024, as limits are set in them. */
function bytesText(locale: string, value: number): string {
  const power = Math.min(SIZES.length - 1, Math.floor(Math.log2(Math.max(value, 1)) / 10));
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: SIZES[power] ?? 'byte',
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: power < 2 ? 0 : 1,
  }).format(value / 1024 ** power);
}
