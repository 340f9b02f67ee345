import { type Connection, type Model, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import { type ItemDocument, toItem, withoutEvents } from './marking-model.store.ts';
import type { MarkingItem } from './marking.domain.ts';
import type { Choosable, TwiceSettings } from './twice.domain.ts';

/** More than a lead can settle. */
const SETTLED_MAX = 2_000;

/** How many works there are, and how those stand that two people mark. */
export interface TwiceCounts {
  readonly total: number;
  readonly twice: number;
  /** Of these: somebody has marked them. */
  readonly begun: number;
  readonly toSettle: number;
}

const ofActivity = (scope: CourseScope, activityId: string) => ({ courseId: scope.courseId, activityId });
const count = (condition: unknown) => ({ $sum: { $cond: [condition, 1, 0] } });
const isTwice = { $eq: ['$twice', true] };
const hasParts = { $gt: [{ $size: { $ifNull: ['$parts', []] } }, 0] };

/** Queries of `markingItems` about works that two people mark. */
export const twiceQueries = (Items: Model<ItemDocument>) => ({
  async countTwice(scope: CourseScope, activityId: string): Promise<TwiceCounts> {
    const [found] = await Items.aggregate<TwiceCounts>([
      { $match: ofActivity(scope, activityId) },
      {
        $group: {
          _id: null,
          total: { $sum: 1 },
          twice: count(isTwice),
          begun: count({ $and: [isTwice, hasParts] }),
          toSettle: count({ $eq: ['$toSettle', true] }),
        },
      },
    ]);
    const { total = 0, twice = 0, begun = 0, toSettle = 0 } = found ?? {};
    return { total, twice, begun, toSettle };
  },

  /** All works, as far as the choice of those that are marked twice needs them. */
  async listChoosable(scope: CourseScope, activityId: string): Promise<Choosable[]> {
    const found = await Items.aggregate<{ _id: string; twice?: boolean; marked: boolean; hasParts: boolean }>(
      [{ $match: ofActivity(scope, activityId) }, { $project: { twice: 1, marked: 1, hasParts } }],
    );
    return found.map((one) => ({
      id: one._id,
      twice: one.twice === true,
      begun: one.marked || one.hasParts,
    }));
  },

  /** Has works marked twice, or once again; what somebody has begun meanwhile stays as it is. */
  async setTwice(
    scope: CourseScope,
    activityId: string,
    { add, remove }: { readonly add: readonly string[]; readonly remove: readonly string[] },
  ): Promise<void> {
    const changes = [
      { ids: add, twice: true },
      { ids: remove, twice: false },
    ].filter(({ ids }) => ids.length > 0);
    if (changes.length === 0) return;
    await Items.bulkWrite(
      changes.map(({ ids, twice }) => ({
        updateMany: {
          filter: {
            ...ofActivity(scope, activityId),
            _id: { $in: [...ids] },
            marked: false,
            firstBy: { $in: ['', null] },
            toSettle: { $ne: true },
          },
          // Whoever has the work open finds out before they finish it.
          update: { $set: { twice }, $inc: { revision: 1 } },
        },
      })),
      { ordered: false },
    );
  },

  /** What the lead has to settle in some activities, longest waiting first. */
  async listToSettle(
    scope: CourseScope,
    activityIds: readonly string[],
  ): Promise<{ readonly item: MarkingItem; readonly since: Date }[]> {
    const found = await Items.find(
      { courseId: scope.courseId, activityId: { $in: activityIds }, toSettle: true },
      withoutEvents,
    )
      .sort({ settleSince: 1, _id: 1 })
      .limit(SETTLED_MAX)
      .lean<ItemDocument[]>();
    return found.flatMap((one) => (one.settleSince ? [{ item: toItem(one), since: one.settleSince }] : []));
  },

  /** The activities of the course in which the lead has something to settle. */
  async listActivitiesToSettle(scope: CourseScope): Promise<string[]> {
    const found = await Items.find({ courseId: scope.courseId, toSettle: true }, { activityId: 1 })
      .limit(SETTLED_MAX)
      .lean<Pick<ItemDocument, 'activityId'>[]>();
    return [...new Set(found.map(({ activityId }) => activityId))];
  },
});

type SettingsDocument = TwiceSettings & Eventful & { _id: string; courseId: string };

const required = { type: String, required: true };
const mixed = { type: Schema.Types.Mixed, required: true } as never;
const schema = new Schema<SettingsDocument>(
  {
    /** The activity's id. */
    _id: required,
    courseId: required,
    share: mixed,
    limit: mixed,
    revision: { type: Number, required: true },
    events: { type: [Schema.Types.Mixed] as never, required: true },
    eventsSince: Date,
  },
  { versionKey: false, minimize: false, strict: 'throw' },
).index({ courseId: 1, _id: 1 });

export type MarkingSettingsStore = ReturnType<typeof createMarkingSettingsStore>;

/** Queries of `markingSettings`: which works of an activity two people mark. */
export function createMarkingSettingsStore(connection: Connection) {
  const Settings = defineCollection(connection, 'markingSettings', schema, { events: true });
  return {
    async find({ courseId }: CourseScope, activityId: string): Promise<TwiceSettings | null> {
      const found = await Settings.findOne(
        { _id: activityId, courseId },
        withoutEvents,
      ).lean<SettingsDocument>();
      return found && { share: found.share, limit: found.limit, revision: found.revision };
    },

    /** Stores the settings after those of the revision before. @returns false when somebody was faster */
    async save(
      { courseId }: CourseScope,
      activityId: string,
      { share, limit, revision }: TwiceSettings,
      event: DomainEvent,
    ): Promise<boolean> {
      if (revision === 1) {
        const document = { _id: activityId, courseId, share, limit, revision };
        return insertOnce(Settings, { ...document, events: [event], eventsSince: event.at });
      }
      const { $push, $set } = pushEvents(event);
      const result = await Settings.updateOne(
        { _id: activityId, courseId, revision: revision - 1 },
        { $set: { ...$set, share, limit, revision }, $push },
      );
      return result.matchedCount === 1;
    },
  };
}
