import type { HomeView, WaitingItemView } from '../../contracts/insights.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';

/** Stands in the place of a member where all staff of the course are meant. */
export const STAFF = 'staff';

/**
 * "This waits for X, because, until": a matter as it is kept. It holds from `since` to `until`, also when that lies
 * ahead: a date that comes needs nobody who notes it.
 */
export interface Matter {
  /** Source, activity and code: for one receiver the same matter keeps its key. */
  readonly key: string;
  readonly activityId: string;
  /** A member's id, or `STAFF`. */
  readonly waitsFor: string;
  readonly code: WaitingItemView['because']['code'] | HomeView['next'][number]['code'];
  /** `name`: the activity's title; `count`: of how many. */
  readonly params: { readonly name: string; readonly count: number };
  readonly since: Date;
  readonly until: Date | null;
}

/** How far a learner has come in an activity. */
export interface OwnProgress extends Omit<HomeView['progress'][number], 'submittedAt'> {
  readonly submittedAt: Date | null;
}

/** For whom matters may have changed; `activityId` null: in every activity, `memberIds` null: for all its learners. */
export interface Concern {
  readonly activityId: string | null;
  readonly memberIds: readonly string[] | null;
}

/**
 * A feature that knows of matters. It is told of events and says whom they concern, then reads the matters anew from
 * its facts: it does not matter how often and in which order events come.
 */
export interface MatterSource {
  /** Stands in the keys, so it never changes. */
  readonly name: string;
  concernOf(event: DomainEvent): Concern | null;
  /** All that waits for some members (`STAFF` for staff) in an activity, now and at any later time. */
  read(scope: CourseScope, activityId: string, waitsFor: readonly string[]): Promise<Unkeyed[]>;
  /** Brings what it reads up to date from what that is derived from, before a rebuild. */
  prepare(scope: CourseScope, activityId: string): Promise<void>;
  /** How far one member is in each activity, the newest first: at most two round trips. */
  progressOf(scope: CourseScope, memberId: string): Promise<OwnProgress[]>;
}

/** A feature that says what waits for one learner right now, where no events could tell it before. */
export interface OwnMatterSource {
  /** At most two round trips. */
  listNow(scope: CourseScope, memberId: string): Promise<Matter[]>;
}

export type Unkeyed = Omit<Matter, 'key'>;

export const withKey = (source: string, matter: Unkeyed): Matter => ({
  ...matter,
  key: `${source}/${matter.activityId}/${matter.code}`,
});

const nameOf = ({ waitsFor, key }: Matter): string => `${waitsFor}/${key}`;

const same = (a: Matter, b: Matter): boolean =>
  a.params.name === b.params.name &&
  a.params.count === b.params.count &&
  a.since.getTime() === b.since.getTime() &&
  a.until?.getTime() === b.until?.getTime();

/** What has to be written so that what is kept becomes what is wanted. */
export function difference(
  kept: readonly Matter[],
  wanted: readonly Matter[],
): { readonly put: Matter[]; readonly remove: Matter[] } {
  const before = new Map(kept.map((matter) => [nameOf(matter), matter]));
  const after = new Set(wanted.map(nameOf));
  return {
    put: wanted.filter((matter) => {
      const known = before.get(nameOf(matter));
      return !known || !same(known, matter);
    }),
    remove: kept.filter((matter) => !after.has(nameOf(matter))),
  };
}
