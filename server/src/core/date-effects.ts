import type { Schedule } from './timeline.ts';

/** A learner's own dates, before and after settings are changed. */
export interface OwnDates {
  readonly name: string | null;
  readonly before: ReadonlyMap<string, Date>;
  readonly after: ReadonlyMap<string, Date>;
}

/** Forms know no seconds: what is less than a minute is no other date. */
const MINUTE_MS = 60_000;

type Moment = Date | string | null | undefined;

/** Whether one date is another, or one of them is missing. */
export const isOtherDate = (one: Moment, other: Moment): boolean =>
  one && other
    ? Math.abs(new Date(one).getTime() - new Date(other).getTime()) >= MINUTE_MS
    : Boolean(one) !== Boolean(other);

/** Who is named of those that keep their dates; the others are counted. */
const NAMED_MAX = 10;

/** For whom something changes, and who keeps what they have. */
export function parted(learners: readonly OwnDates[], changes: (one: OwnDates) => boolean) {
  const keeping = learners.filter((one) => !changes(one));
  return {
    learners: learners.length - keeping.length,
    keeping: { count: keeping.length, names: keeping.slice(0, NAMED_MAX).map(({ name }) => name) },
  };
}

/** Whether one of the own dates that are meant is another. */
export const moves =
  (isMeant: (step: string) => boolean) =>
  ({ before, after }: OwnDates): boolean =>
    [...new Set([...before.keys(), ...after.keys()])].some(
      (step) => isMeant(step) && isOtherDate(before.get(step), after.get(step)),
    );

const NOBODY = { count: 0, names: [] };

/** What another schedule does to learners, step by step; nothing for steps that stay where they are for all. */
export function dateEffectsOf(
  learners: readonly OwnDates[],
  before: Pick<Schedule, 'steps'>,
  after: Pick<Schedule, 'steps'>,
  now: Date,
) {
  const [was, is] = [before, after].map(({ steps }) => new Map(steps.map((one) => [one.key, one.endsAt])));
  const keys = [...new Set([...after.steps, ...before.steps].map(({ key }) => key))];
  return keys.flatMap((step) => {
    const at = is?.get(step) ?? null;
    const isMoved = isOtherDate(was?.get(step), at);
    const told = parted(
      learners,
      moves((key) => key === step),
    );
    if (!isMoved && told.learners === 0) return [];
    const isOver = at !== null && at <= now;
    // Who had more time already is no news where it is only they whose date moves along.
    const keeping = isMoved ? told.keeping : NOBODY;
    return [{ code: 'dateChanged' as const, step, at: at?.toISOString() ?? null, isOver, ...told, keeping }];
  });
}
