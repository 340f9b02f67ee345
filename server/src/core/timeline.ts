import { momentsOf, wallTimeOf } from './zoned-time.ts';

/** One step of an activity, such as handing in or reviewing, and when it ends. */
export interface TimelineStep {
  readonly key: string;
  /** Null: the activity, as it is set up now, has no such step. */
  readonly endsAt: Date | null;
}

/** The activity's own steps, in the order in which one goes through them. */
export interface Schedule {
  /** When the first step begins: what a longer time is counted from. */
  readonly startsAt: Date;
  readonly steps: readonly TimelineStep[];
}

/** More time in one activity: moments until which steps last, by step, as ISO 8601. */
export interface Extension {
  readonly until: Readonly<Record<string, string>>;
  /** The time zone in which they were meant, IANA name. */
  readonly zone: string;
}

/** A standing right to more time, in every activity: each step lasts longer by a share of itself and by days. */
export interface Accommodation {
  readonly percent: number;
  readonly days: number;
  /** The time zone whose days are meant, IANA name. */
  readonly zone: string;
}

/** All that changes the schedule for one member. */
export interface TimelineChanges {
  readonly extensions: readonly Extension[];
  readonly accommodation: Accommodation | null;
  /** Prerequisites of the activity that the member has met, by their keys. */
  readonly met?: readonly string[];
  /** When results were released to the member ahead of everybody's. */
  readonly releasedAt?: Date | null;
}

export const UNCHANGED: TimelineChanges = { extensions: [], accommodation: null };

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const NO_ZONE = 'UTC';

/**
 * One member's dates (spec/activity.md, 2): each step ends at the latest of what the extensions and the accommodation
 * say, and what comes after moves along, so that no step gets shorter and the order stays. The order of the extensions
 * does not matter. Later steps keep their time on the clock across a change to or from daylight saving, where
 * that shortens nothing.
 *
 * @returns the end of every step that the activity has, by key, in the order of the steps.
 */
export function timelineOf(schedule: Schedule, changes: TimelineChanges): Map<string, Date> {
  const { extensions, accommodation } = changes;
  const [firstZone = NO_ZONE] = extensions.map((one) => one.zone).sort();
  const zone = accommodation?.zone ?? firstZone;
  const timeline = new Map<string, Date>();
  let before = schedule.startsAt;
  let moved = schedule.startsAt;
  // Moments said for a step that the activity has no more are about what comes next.
  let waiting: number[] = [];
  for (const { key, endsAt } of schedule.steps) {
    const said = extensions.flatMap(({ until }) => (until[key] ? [Date.parse(until[key])] : []));
    waiting.push(...said);
    if (!endsAt) continue;
    const along = movedAlong(endsAt, before, moved, zone);
    const longer = accommodation
      ? lengthened(along, endsAt.getTime() - before.getTime(), accommodation)
      : along;
    const end = new Date(Math.max(longer, ...waiting));
    timeline.set(key, end);
    [before, moved, waiting] = [endsAt, end, []];
  }
  return timeline;
}

/** Where a step ends when the one before it has moved: as much later in time and on the clock, whichever is later. */
function movedAlong(endsAt: Date, before: Date, moved: Date, zone: string): number {
  const shift = moved.getTime() - before.getTime();
  if (shift === 0) return endsAt.getTime();
  const onTheClock = clockOf(moved, zone) - clockOf(before, zone);
  return Math.max(endsAt.getTime() + shift, atClock(clockOf(endsAt, zone) + onTheClock, zone));
}

/** @param lasts how long the step lasts by the schedule, in milliseconds */
function lengthened(end: number, lasts: number, { percent, days, zone }: Accommodation): number {
  // To the whole minute, as dates are shown.
  const share = Math.ceil((Math.max(0, lasts) * percent) / 100 / MINUTE_MS) * MINUTE_MS;
  if (days === 0) return end + share;
  return Math.max(end + share, atClock(clockOf(new Date(end + share), zone) + days * DAY_MS, zone));
}

/** What the clock shows, as milliseconds that can be added to. */
function clockOf(at: Date, zone: string): number {
  const { year, month, day, hour, minute, second } = wallTimeOf(at, zone);
  return Date.UTC(year, month - 1, day, hour, minute, second) + at.getMilliseconds();
}

/** The first moment at which the clock shows this; a time that spring skips counts as that much after the leap. */
function atClock(clock: number, zone: string): number {
  const wall = new Date(clock);
  const [moment] = momentsOf(
    {
      year: wall.getUTCFullYear(),
      month: wall.getUTCMonth() + 1,
      day: wall.getUTCDate(),
      hour: wall.getUTCHours(),
      minute: wall.getUTCMinutes(),
    },
    zone,
  );
  return moment.getTime() + (clock % MINUTE_MS);
}

/** How a store of another feature has what changes a member's dates brought along with its rows. */
export interface ChangesLookup {
  /**
   * Stages of an aggregation, for the round trip of the rows themselves.
   *
   * @param key the field of the row that holds "activity/member"
   * @param member the field that holds the member's id
   */
  stages(key: string, member: string): { readonly $lookup: LookupStage }[];
  /** Takes what the stages left in a row out of it. */
  take<Row extends object>(row: Row): { readonly row: Row; readonly changes: TimelineChanges };
}

interface LookupStage {
  readonly from: string;
  readonly localField: string;
  readonly foreignField: string;
  readonly as: string;
}
