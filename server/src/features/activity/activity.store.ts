import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import { changesLookup, createTimelineStore, type StoredChanges, takeStored } from './timelines.store.ts';
import type { Activity, ActivitySettings, CopyOrigin } from './activity.domain.ts';

type ActivityDocument = Omit<Activity, 'id'> & Eventful & { _id: string };

/** What of an activity may be moved on; the settings are saved by `change` alone. */
export type ActivityProgress = Partial<
  Pick<
    Activity,
    | 'state'
    | 'datesLedBy'
    | 'opening'
    | 'phase'
    | 'allocation'
    | 'release'
    | 'withdrawal'
    | 'releasedAt'
    | 'disputes'
    | 'revisionOpenedAt'
  >
>;

const schema = new Schema<ActivityDocument>(
  {
    _id: { type: String, required: true },
    courseId: { type: String, required: true },
    type: { type: String, required: true },
    title: { type: String, required: true },
    points: { type: Number, required: true },
    settings: { type: Schema.Types.Mixed, required: true },
    revision: { type: Number, required: true },
    state: String as never,
    datesLedBy: String as never,
    opening: { type: Schema.Types.Mixed, default: null },
    phase: { type: String, required: true },
    allocation: { type: Schema.Types.Mixed, default: null },
    release: { type: Schema.Types.Mixed, default: null },
    withdrawal: { type: Schema.Types.Mixed, default: null },
    releasedAt: { type: Date, default: null },
    disputes: { type: Schema.Types.Mixed, default: null } as never,
    reviewsWeighed: Boolean,
    criteriaSet: Boolean,
    revisionOpenedAt: Date,
    createdAt: { type: Date, required: true },
    changedAt: { type: Date, required: true },
    createdBy: { type: String, required: true },
    copiedFrom: { type: Schema.Types.Mixed, default: null },
    events: { type: [Schema.Types.Mixed] as never, required: true },
    eventsSince: Date,
  },
  { versionKey: false, minimize: false, strict: 'throw' },
).index({ courseId: 1, createdAt: -1, _id: 1 });

const toActivity = ({ _id, events, eventsSince, ...rest }: ActivityDocument): Activity => ({
  id: _id,
  ...rest,
  // Activities that are older than the fields have none.
  state: rest.state ?? 'published',
  datesLedBy: rest.datesLedBy ?? 'roundtable',
  opening: rest.opening ?? null,
  copiedFrom: rest.copiedFrom ?? null,
  changedAt: rest.changedAt ?? rest.createdAt,
});

/** More than any course has. */
const RULED_MAX = 500;

/** An activity with what changes one member's dates in it. */
export interface OwnActivity {
  readonly activity: Activity;
  readonly changes: StoredChanges;
}

type OwnDocument = ActivityDocument & { ownKey: string; ownMember: string };

const ownChanges = (memberId: string) => [
  { $set: { ownKey: { $concat: ['$_id', '/', { $literal: memberId }] }, ownMember: { $literal: memberId } } },
  ...changesLookup.stages('ownKey', 'ownMember'),
];

function toOwnActivity(found: OwnDocument): OwnActivity {
  const { row, changes } = takeStored(found);
  const { ownKey, ownMember, ...document } = row;
  return { activity: toActivity(document), changes };
}

interface KeptBeside {
  readonly courseId: string;
}

/** What another collection keeps under the ids of activities. */
export interface Beside<Read> {
  readonly from: string;
  readonly read: (kept: KeptBeside | null) => Read;
}

export type ActivityStore = ReturnType<typeof createActivityStore>;

/** Queries of the `activities` collection. */
export function createActivityStore(connection: Connection) {
  const Activities = defineCollection(connection, 'activities', schema, { events: true });
  return {
    /** What changes the dates of single members. */
    timelines: createTimelineStore(connection),

    /** @returns null when the course has no such activity. */
    async find(scope: CourseScope, id: string): Promise<Activity | null> {
      const found = await Activities.findOne({ _id: id, courseId: scope.courseId }).lean<ActivityDocument>();
      return found && toActivity(found);
    },

    async findMany(scope: CourseScope, ids: readonly string[]): Promise<Activity[]> {
      const found = await Activities.find({ _id: { $in: ids }, courseId: scope.courseId }).lean<
        ActivityDocument[]
      >();
      return found.map(toActivity);
    },

    /** The activity, and what another collection of its course keeps under its id, in one round trip. */
    async findWith<Read>(
      scope: CourseScope,
      id: string,
      { from, read }: Beside<Read>,
    ): Promise<{ readonly activity: Activity; readonly beside: Read } | null> {
      const [found] = await Activities.aggregate<ActivityDocument & { beside: KeptBeside[] }>([
        { $match: { _id: id, courseId: scope.courseId } },
        { $lookup: { from, localField: '_id', foreignField: '_id', as: 'beside' } },
      ]);
      if (!found) return null;
      const { beside, ...document } = found;
      const own = beside.find(({ courseId }) => courseId === scope.courseId);
      return { activity: toActivity(document), beside: read(own ?? null) };
    },

    /** Some activities, each with what changes one member's dates in it, in one round trip. */
    async findManyFor(scope: CourseScope, ids: readonly string[], memberId: string): Promise<OwnActivity[]> {
      const found = await Activities.aggregate<OwnDocument>([
        { $match: { _id: { $in: [...ids] }, courseId: scope.courseId } },
        ...ownChanges(memberId),
      ]);
      return found.map(toOwnActivity);
    },

    /** The newest activities, each with what changes one member's dates in it, in one round trip. */
    async listFor(
      scope: CourseScope,
      memberId: string,
      limit: number,
      type: Activity['type'] | null = null,
    ): Promise<OwnActivity[]> {
      const found = await Activities.aggregate<OwnDocument>([
        { $match: { courseId: scope.courseId, ...(type && { type }) } },
        { $sort: { createdAt: -1, _id: 1 } },
        { $limit: limit },
        ...ownChanges(memberId),
      ]);
      return found.map(toOwnActivity);
    },

    /** @returns false when the id is taken, here or in another course. */
    insert(activity: Activity, event: DomainEvent): Promise<boolean> {
      const { id, ...fields } = activity;
      return insertOnce(Activities, { _id: id, ...fields, events: [event], eventsSince: event.at });
    },

    /** Notes once who takes no part in an allocation. */
    async excludeFromAllocation(
      scope: CourseScope,
      id: string,
      runId: string,
      memberIds: readonly string[],
    ): Promise<void> {
      await Activities.updateOne(
        {
          _id: id,
          courseId: scope.courseId,
          'allocation.runId': runId,
          'allocation.excluded': { $exists: false },
        },
        { $set: { 'allocation.excluded': memberIds } },
      );
    },

    /** Notes that staff have set what a criterion gets: grades are made by other formulas from then on. */
    async noteCriteriaSet({ courseId }: CourseScope, id: string): Promise<void> {
      await Activities.updateOne({ _id: id, courseId }, { $set: { criteriaSet: true } });
    },

    /** Notes that staff have said how much a review counts: the same. */
    async noteReviewsWeighed({ courseId }: CourseScope, id: string): Promise<void> {
      await Activities.updateOne({ _id: id, courseId }, { $set: { reviewsWeighed: true } });
    },

    /**
     * Replaces the settings if `guard` still holds. @param copiedFrom where a copy comes from, as it is from now on.
     * @returns the activity after it, or null.
     */
    async change(
      scope: CourseScope,
      id: string,
      guard: Record<string, unknown>,
      settings: ActivitySettings,
      copiedFrom: CopyOrigin | null,
      events: readonly [DomainEvent, ...DomainEvent[]],
    ): Promise<Activity | null> {
      const { $push, $set } = pushEvents(...events);
      const changed = await Activities.findOneAndUpdate(
        { ...guard, _id: id, courseId: scope.courseId },
        {
          $set: { ...settings, ...(copiedFrom && { copiedFrom }), changedAt: events[0].at, ...$set },
          $inc: { revision: 1 },
          $push,
        },
        { returnDocument: 'after' },
      ).lean<ActivityDocument>();
      return changed && toActivity(changed);
    },

    /** Notes that staff are content with a copy's dates. @returns false when that is noted already. */
    async confirmCopy(scope: CourseScope, id: string, at: Date, event: DomainEvent): Promise<boolean> {
      const { $push, $set } = pushEvents(event);
      const result = await Activities.updateOne(
        { _id: id, courseId: scope.courseId, copiedFrom: { $ne: null }, 'copiedFrom.checkedAt': null },
        { $set: { 'copiedFrom.checkedAt': at, ...$set }, $push },
      );
      return result.modifiedCount === 1;
    },

    /** Those with rules for when they open; the newest. */
    async listRuled(scope: CourseScope): Promise<Activity[]> {
      const found = await Activities.find({ courseId: scope.courseId, opening: { $ne: null } })
        .sort({ createdAt: -1, _id: 1 })
        .limit(RULED_MAX)
        .lean<ActivityDocument[]>();
      return found.map(toActivity);
    },

    /** The copies of these activities of another course that this course has: the oldest of several comes last. */
    async listCopiesOf(scope: CourseScope, ids: readonly string[]): Promise<Activity[]> {
      const found = await Activities.find({
        courseId: scope.courseId,
        'copiedFrom.activityId': { $in: ids },
      })
        .sort({ createdAt: -1, _id: 1 })
        .limit(RULED_MAX)
        .lean<ActivityDocument[]>();
      return found.map(toActivity);
    },

    /** Moves the state on if `guard` still holds. @returns the activity after it, or null when it does not. */
    async updateState(
      scope: CourseScope,
      id: string,
      guard: Record<string, unknown>,
      progress: ActivityProgress,
      event: DomainEvent,
    ): Promise<Activity | null> {
      const { $push, $set } = pushEvents(event);
      const changed = await Activities.findOneAndUpdate(
        { ...guard, _id: id, courseId: scope.courseId },
        { $set: { ...progress, ...$set }, $push },
        { returnDocument: 'after' },
      ).lean<ActivityDocument>();
      return changed && toActivity(changed);
    },

    /** Newest first; `before` is the last row of the page before. */
    async list(
      scope: CourseScope,
      before: { readonly at: Date; readonly id: string } | null,
      limit: number,
      type: Activity['type'] | null = null,
    ): Promise<Activity[]> {
      const older = before && {
        $or: [{ createdAt: { $lt: before.at } }, { createdAt: before.at, _id: { $gt: before.id } }],
      };
      const found = await Activities.find({ courseId: scope.courseId, ...(type && { type }), ...older })
        .sort({ createdAt: -1, _id: 1 })
        .limit(limit)
        .lean<ActivityDocument[]>();
      return found.map(toActivity);
    },
  };
}
