/** What a clock on the wall shows: a day of the calendar and a time, in no certain zone. */
export interface WallTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

const DAY_MS = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, format);
  return format;
}

/** Whether it names a time zone that this machine knows (IANA name, such as `Europe/Berlin`). */
export function isZone(zone: string): boolean {
  try {
    // An offset such as +02:00 would be taken too, but knows no daylight saving.
    return /^[A-Z]/i.test(zone) && formatOf(zone) !== undefined;
  } catch {
    return false;
  }
}

/** What the clock in `zone` shows at a moment. @throws RangeError when it is no zone */
export function wallTimeOf(at: Date, zone: string): WallTime & { readonly second: number } {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
  };
}

/** The wall time as if it were UTC. Days and months beyond their ends are carried over, as `Date.UTC` does. */
const asUtc = ({ year, month, day, hour, minute }: WallTime): number =>
  Date.UTC(year, month - 1, day, hour, minute);

function offsetAt(ms: number, zone: string): number {
  const wall = wallTimeOf(new Date(ms), zone);
  return asUtc(wall) + wall.second * 1000 - Math.floor(ms / 1000) * 1000;
}

/**
 * The moments at which the clock in `zone` shows a wall time, the earlier first: two in the hour that autumn repeats,
 * else one. A time that spring skips counts as that much after the leap: 02:30 is then 03:30.
 */
export function momentsOf(wall: WallTime, zone: string): [Date, ...Date[]] {
  const utc = asUtc(wall);
  // No zone changes its offset twice within two days.
  const [before, after] = [offsetAt(utc - DAY_MS, zone), offsetAt(utc + DAY_MS, zone)];
  const found = [...new Set([utc - before, utc - after])]
    .filter((ms) => offsetAt(ms, zone) === utc - ms)
    .sort((a, b) => a - b)
    .map((ms) => new Date(ms));
  const [first, ...rest] = found;
  return first ? [first, ...rest] : [new Date(utc - before)];
}
