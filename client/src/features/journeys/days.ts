const DAY_MS = 86_400_000;

/** The day that this browser's calendar shows: `2027-03-01`. */
export const today = (now: number): string => {
  const at = new Date(now);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
};

/** The day of a moment in this browser's time zone. */
export const dayOf = (iso: string): string => today(Date.parse(iso));

const numberOf = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);

/** So many days later, or earlier. */
export const addDays = (day: string, days: number): string =>
  new Date((numberOf(day) + days) * DAY_MS).toISOString().slice(0, 10);

/** One step on a line of days. */
export interface Bar {
  /** From 0 to 1: where it begins, how long it is, and where its dates are. */
  readonly from: number;
  readonly length: number;
  readonly marks: readonly number[];
}

/** Steps beside each other on one line of days, and how many days the line has. */
export function barsOf(
  steps: readonly { readonly startsOn: string; readonly dates: readonly { readonly at: string }[] }[],
): { readonly first: string; readonly last: string; readonly days: number; readonly bars: Bar[] } {
  const days = steps.map(({ startsOn, dates }) => [startsOn, ...dates.map(({ at }) => dayOf(at))]);
  const all = days.flat().sort();
  const [first = '1970-01-01'] = all;
  const last = all.at(-1) ?? first;
  const length = numberOf(last) - numberOf(first) + 1;
  const place = (day: string): number => (numberOf(day) - numberOf(first)) / length;
  return {
    first,
    last,
    days: length,
    bars: days.map((ofStep) => {
      const places = ofStep.map(place);
      const from = places[0] ?? 0;
      return { from, length: Math.max(...places) - from + 1 / length, marks: places.slice(1) };
    }),
  };
}
