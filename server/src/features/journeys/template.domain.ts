import { type Calendar, dayAt, momentOf, type RelativeMoment, relativeMoment } from './dates.domain.ts';

type Settings = Readonly<Record<string, unknown>>;

/** An activity kept to be made again. */
export interface Template {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly type: 'peerReview' | 'discussion' | 'groupWork';
  readonly title: string;
  readonly points: number;
  /** As the activity's, with moments in days after the start. */
  readonly settings: Settings;
  /** The ends of its steps, for lists. */
  readonly dates: readonly (RelativeMoment & { readonly step: string })[];
  readonly revision: number;
  readonly removed: boolean;
}

/** Settings with each value under a name that ends in "At" changed, however deep: those are the moments. */
function mapMoments(value: unknown, change: (moment: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => mapMoments(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]: [string, unknown]) => [
      name,
      name.endsWith('At') ? change(part) : mapMoments(part, change),
    ]),
  );
}

const isMoment = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value);

const isRelative = (value: unknown): value is RelativeMoment =>
  typeof value === 'object' && value !== null && 'afterDays' in value && 'time' in value;

/** Settings with moments in days after the start. */
export const relativeSettings = (settings: Settings, startsOn: string, zone: string): Settings =>
  mapMoments(settings, (value) =>
    isMoment(value) ? relativeMoment(new Date(value), startsOn, zone) : value,
  ) as Settings;

/** Settings with the moments that a template means in a calendar. */
export const absoluteSettings = (settings: Settings, calendar: Calendar, zone: string): Settings =>
  mapMoments(settings, (value) =>
    isRelative(value) ? momentOf(calendar, value, zone).toISOString() : value,
  ) as Settings;

/** The day of the first of all moments in settings; null when they have none. */
export function firstDay(settings: Settings, zone: string): string | null {
  const days: string[] = [];
  mapMoments(settings, (value) => {
    if (isMoment(value)) days.push(dayAt(new Date(value), zone));
    return value;
  });
  return days.sort()[0] ?? null;
}
