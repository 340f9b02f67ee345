import { EVERYBODY, STAFF } from '../../core/receivers.ts';
import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import { defineCollection } from '../../platform/database/collection.ts';
import type { ActedMatter } from './acts.domain.ts';
import type { KeptGroup } from './counts.domain.ts';
import type { QueueFilter, QueueGroup, QueuePosition } from './queue.domain.ts';

interface MatterDocument extends ActedMatter {
  /** course/receiver/key */
  _id: string;
  courseId: string;
}

const required = { type: String, required: true };
const optional = { type: String, default: null };
const moment = { type: Date, default: null };
const mixed = { type: Schema.Types.Mixed, default: null } as never;
/** What waits for staff has a part, and nothing else has. */
const hasPart = { part: { $gte: 0 } };
const ofQueue = { partialFilterExpression: hasPart };
const schema = new Schema<MatterDocument>(
  {
    _id: required,
    courseId: required,
    key: required,
    id: required,
    topic: required,
    part: { type: Number, default: null },
    kind: required as never,
    activityId: optional,
    waitsFor: required,
    code: required as never,
    params: { type: Schema.Types.Mixed, required: true } as never,
    about: optional,
    since: { type: Date, required: true },
    until: moment,
    answerBy: moment,
    nextAction: mixed,
    assigneeId: optional,
    snoozedUntil: moment,
    isDone: { type: Boolean, required: true },
    doneBy: optional,
    doneAt: moment,
    actsRevision: { type: Number, required: true },
  },
  { versionKey: false, minimize: false, strict: 'throw', id: false },
)
  .index({ courseId: 1, waitsFor: 1, isDone: 1, since: 1, key: 1 })
  .index({ courseId: 1, topic: 1, waitsFor: 1 })
  .index({ courseId: 1, part: 1 }, ofQueue)
  // Each filter by itself gives the order too, so that a page of few among many reads those few.
  .index({ courseId: 1, isDone: 1, kind: 1, since: 1, key: 1 }, ofQueue)
  .index({ courseId: 1, isDone: 1, activityId: 1, since: 1, key: 1 }, ofQueue)
  .index({ courseId: 1, isDone: 1, assigneeId: 1, since: 1, key: 1 }, ofQueue)
  .index(
    { courseId: 1, since: 1, key: 1 },
    { partialFilterExpression: { snoozedUntil: { $gt: new Date(0) } } },
  );

const toMatter = ({ _id, courseId, ...matter }: MatterDocument): ActedMatter => matter;

/** About one of some members, or about nobody in particular. */
const aboutAny = (about: readonly string[] | null) => about && { about: { $in: [...about, null] } };

export type WaitingStore = ReturnType<typeof createWaitingStore>;

/** Queries of `waiting`: what waits for learners and for staff, derived from what the features keep. */
export function createWaitingStore(connection: Connection) {
  const Matters = defineCollection(connection, 'waiting', schema);
  const idOf = (
    { courseId }: CourseScope,
    { waitsFor, key }: Pick<ActedMatter, 'waitsFor' | 'key'>,
  ): string => `${courseId}/${waitsFor}/${key}`;
  /** What has come and waits for staff; it has no end. */
  const ofStaff = ({ courseId }: CourseScope, now: Date) => ({
    courseId,
    waitsFor: STAFF,
    ...hasPart,
    since: { $lte: now },
    until: null,
  });

  return {
    /** All that is kept under some topics for some receivers, whether its time has come or not. */
    async listKept(
      scope: CourseScope,
      topics: readonly string[],
      waitsFor: readonly string[],
    ): Promise<ActedMatter[]> {
      const found = await Matters.find({
        courseId: scope.courseId,
        topic: { $in: [...topics] },
        waitsFor: { $in: [...waitsFor] },
      }).lean<MatterDocument[]>();
      return found.map(toMatter);
    },

    /** Receivers of a topic's matters by id: the page after `after`. */
    async listReceivers(scope: CourseScope, topic: string, after: string, limit: number): Promise<string[]> {
      const found = await Matters.find(
        { courseId: scope.courseId, topic, waitsFor: { $gt: after } },
        { waitsFor: 1 },
      )
        .sort({ waitsFor: 1 })
        .limit(limit)
        .lean<MatterDocument[]>();
      return found.map(({ waitsFor }) => waitsFor);
    },

    /** Topics of a source under which something is kept for some receivers: the page after `after`. */
    async listTopics(
      scope: CourseScope,
      source: string,
      waitsFor: readonly string[],
      after: string,
      limit: number,
    ): Promise<string[]> {
      // '0' comes right after '/'.
      const ofSource = { $gt: after || `${source}/`, $lt: `${source}0` };
      const found = await Matters.find(
        { courseId: scope.courseId, topic: ofSource, waitsFor: { $in: [...waitsFor] } },
        { topic: 1 },
      )
        .sort({ topic: 1 })
        .limit(limit)
        .lean<MatterDocument[]>();
      return found.map(({ topic }) => topic);
    },

    async put(scope: CourseScope, matters: readonly ActedMatter[]): Promise<void> {
      if (matters.length === 0) return;
      await Matters.bulkWrite(
        matters.map((matter) => ({
          updateOne: {
            filter: { _id: idOf(scope, matter), courseId: scope.courseId },
            update: { $set: { ...matter } },
            upsert: true,
          },
        })) as never,
        { ordered: false },
      );
    },

    async remove(scope: CourseScope, matters: readonly ActedMatter[]): Promise<void> {
      if (matters.length === 0) return;
      await Matters.deleteMany({
        _id: { $in: matters.map((matter) => idOf(scope, matter)) },
        courseId: scope.courseId,
      });
    },

    /** What waits for a member, or for everybody, at this moment. */
    async listOwn(scope: CourseScope, memberId: string, now: Date, limit: number): Promise<ActedMatter[]> {
      const found = await Matters.find({
        courseId: scope.courseId,
        waitsFor: { $in: [memberId, EVERYBODY] },
        isDone: false,
        since: { $lte: now },
        $or: [{ until: null }, { until: { $gt: now } }],
      })
        .sort({ since: 1, key: 1 })
        .limit(limit)
        .lean<MatterDocument[]>();
      return found.map(toMatter);
    },

    /** One matter of the queue; null when it waits no more, or not yet. */
    async findOfStaff(scope: CourseScope, key: string, now: Date): Promise<ActedMatter | null> {
      const found = await Matters.findOne({
        ...ofStaff(scope, now),
        _id: idOf(scope, { waitsFor: STAFF, key }),
      }).lean<MatterDocument>();
      return found && toMatter(found);
    },

    /** What waits for staff at this moment, the oldest first: the page after `after`. */
    async listOfStaff(
      scope: CourseScope,
      { state, kind, activityId, assigneeId, about }: QueueFilter & { about: readonly string[] | null },
      after: QueuePosition | null,
      now: Date,
      limit: number,
    ): Promise<ActedMatter[]> {
      const later = after && {
        $or: [{ since: { $gt: after.since } }, { since: after.since, key: { $gt: after.key } }],
      };
      const states = {
        open: { isDone: false, $or: [{ snoozedUntil: null }, { snoozedUntil: { $lte: now } }] },
        snoozed: { isDone: false, snoozedUntil: { $gt: now } },
        done: { isDone: true },
      };
      const found = await Matters.find({
        ...ofStaff(scope, now),
        ...(kind !== undefined && { kind }),
        ...(activityId !== undefined && { activityId }),
        ...(assigneeId !== undefined && { assigneeId }),
        ...aboutAny(about),
        $and: [states[state], ...(later ? [later] : [])],
      })
        .sort({ since: 1, key: 1 })
        .limit(limit)
        .lean<MatterDocument[]>();
      return found.map(toMatter);
    },

    /** How many wait for staff about some members, by all that the queue can be filtered by. */
    async countAbout(scope: CourseScope, memberIds: readonly string[], now: Date): Promise<QueueGroup[]> {
      const found = await Matters.aggregate<{ _id: Omit<QueueGroup, 'count'>; count: number }>([
        { $match: { ...ofStaff(scope, now), ...aboutAny(memberIds) } },
        {
          $group: {
            _id: {
              kind: '$kind',
              activityId: '$activityId',
              assigneeId: '$assigneeId',
              isDone: '$isDone',
              // Nothing is less than any moment.
              isSnoozed: { $gt: ['$snoozedUntil', now] },
            },
            count: { $sum: 1 },
          },
        },
      ]);
      return found.map(({ _id, count }) => ({ ..._id, count }));
    },

    /** How many matters of some parts are alike in all that the queue can be filtered by. */
    async countParts(
      { courseId }: CourseScope,
      parts: readonly number[],
      now: Date,
    ): Promise<Map<number, KeptGroup[]>> {
      // Moments that are over are none any more: nothing is less than any moment.
      const ifLater = (field: string) => ({ $cond: [{ $gt: [field, now] }, field, null] });
      const found = await Matters.aggregate<{
        _id: Omit<KeptGroup, 'count'> & { part: number };
        count: number;
      }>([
        { $match: { courseId, part: { $in: [...parts] }, until: null } },
        {
          $group: {
            _id: {
              part: '$part',
              kind: '$kind',
              activityId: '$activityId',
              assigneeId: '$assigneeId',
              isDone: '$isDone',
              from: ifLater('$since'),
              snoozedUntil: ifLater('$snoozedUntil'),
            },
            count: { $sum: 1 },
          },
        },
      ]);
      const groups = new Map<number, KeptGroup[]>();
      for (const {
        _id: { part, ...group },
        count,
      } of found)
        groups.set(part, [...(groups.get(part) ?? []), { ...group, count }]);
      return groups;
    },
  };
}
