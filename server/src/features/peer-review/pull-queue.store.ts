import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { QueuedWork } from './pull-queue.domain.ts';

type WorkDocument = Omit<QueuedWork, 'id'> & { _id: string };

/** Somebody who could review and has nothing to review. `_id`: activity/member. */
interface WaitingDocument extends Eventful {
  _id: string;
  courseId: string;
  activityId: string;
  memberId: string;
  since: Date;
  waiting: boolean;
}

const required = { type: String, required: true };
const count = { type: Number, required: true };
const date = { type: Date, required: true };
const options = { versionKey: false, minimize: false, strict: 'throw' } as const;

const workSchema = new Schema<WorkDocument>(
  {
    _id: required,
    courseId: required,
    activityId: required,
    authorId: required,
    group: Schema.Types.Mixed as never,
    version: count,
    pool: { type: String, default: '' },
    submittedAt: date,
    taken: count,
    takers: { type: [String], required: true } as never,
    apart: { type: [String], default: [] } as never,
    serial: count,
    revision: count,
  },
  options,
)
  .index({ courseId: 1, activityId: 1, authorId: 1 }, { unique: true })
  .index(
    { courseId: 1, activityId: 1, 'group.memberIds': 1 },
    { partialFilterExpression: { 'group.memberIds': { $exists: true } } },
  )
  .index({ courseId: 1, activityId: 1, taken: 1, submittedAt: 1, _id: 1 });

const waitingSchema = new Schema<WaitingDocument>(
  {
    _id: required,
    courseId: required,
    activityId: required,
    memberId: required,
    since: date,
    waiting: { type: Boolean, required: true },
    events: { type: [Schema.Types.Mixed] as never, required: true },
    eventsSince: Date,
  },
  options,
).index({ courseId: 1, activityId: 1, waiting: 1, since: 1 });

const toWork = ({ _id, ...rest }: WorkDocument): QueuedWork => ({ id: _id, ...rest });

/** Which works somebody may take. */
export interface Takeable {
  readonly reviewerId: string;
  /** Authors of works that this reviewer may not take: one's own, those reviewed already. */
  readonly notOf: readonly string[];
  /** Null: whatever the pool. */
  readonly pools: readonly string[] | null;
  /** Works of this pool are none; null: whatever the pool. */
  readonly notPool: string | null;
}

export type PullQueueStore = ReturnType<typeof createPullQueueStore>;

/** Queries of `pullQueue`, the works that reviewers take one at a time, and `pullWaiting`, who waits for one. */
export function createPullQueueStore(connection: Connection) {
  const Works = defineCollection(connection, 'pullQueue', workSchema);
  const Waiting = defineCollection(connection, 'pullWaiting', waitingSchema, { events: true });
  const waitingId = (activityId: string, memberId: string): string => `${activityId}/${memberId}`;

  return {
    /** @returns false when the work is there already. */
    add({ id, ...work }: QueuedWork): Promise<boolean> {
      return insertOnce(Works, { _id: id, ...work });
    },

    /** A member's work, also one that is shared with a group. */
    async findByAuthor(scope: CourseScope, activityId: string, authorId: string): Promise<QueuedWork | null> {
      const { courseId } = scope;
      const found = await Works.findOne({
        $or: [
          { courseId, activityId, authorId },
          { courseId, activityId, 'group.memberIds': authorId },
        ],
      }).lean<WorkDocument>();
      return found && toWork(found);
    },

    /** Works with the fewest reviews first, then the oldest. */
    async listTakeable(
      scope: CourseScope,
      activityId: string,
      { reviewerId, notOf, pools, notPool }: Takeable,
      limit: number,
    ): Promise<QueuedWork[]> {
      const found = await Works.find({
        courseId: scope.courseId,
        activityId,
        ...(pools && { pool: { $in: [...pools] } }),
        ...(notPool !== null && { pool: { $ne: notPool } }),
        authorId: { $nin: [...notOf, reviewerId] },
        'group.memberIds': { $ne: reviewerId },
        takers: { $ne: reviewerId },
        apart: { $ne: reviewerId },
      })
        .sort({ taken: 1, submittedAt: 1, _id: 1 })
        .limit(limit)
        .lean<WorkDocument[]>();
      return found.map(toWork);
    },

    /** Counts a reviewer to a work if it is still as it was read. @returns false when it is not. */
    async take(scope: CourseScope, work: QueuedWork, reviewerId: string): Promise<boolean> {
      const result = await Works.updateOne(
        { _id: work.id, courseId: scope.courseId, revision: work.revision },
        { $inc: { taken: 1, serial: 1, revision: 1 }, $push: { takers: reviewerId } },
      );
      return result.modifiedCount === 1;
    },

    /** Notes who reviews a work, and who must not, if it is still as it was read. @returns false when somebody was faster. */
    async settle(
      scope: CourseScope,
      work: QueuedWork,
      takers: readonly string[],
      apart: readonly string[],
    ): Promise<boolean> {
      const result = await Works.updateOne(
        { _id: work.id, courseId: scope.courseId, revision: work.revision },
        { $set: { takers, taken: takers.length, apart }, $inc: { revision: 1 } },
      );
      return result.matchedCount === 1;
    },

    async remove(scope: CourseScope, workIds: readonly string[]): Promise<void> {
      if (workIds.length > 0)
        await Works.deleteMany({ _id: { $in: [...workIds] }, courseId: scope.courseId });
    },

    async listAll(scope: CourseScope, activityId: string): Promise<QueuedWork[]> {
      const found = await Works.find({ courseId: scope.courseId, activityId }).lean<WorkDocument[]>();
      return found.map(toWork);
    },

    /** Works with fewer reviews than wanted. */
    countShort(scope: CourseScope, activityId: string, least: number): Promise<number> {
      return Works.countDocuments({ courseId: scope.courseId, activityId, taken: { $lt: least } });
    },

    /** Somebody waits for a work; who waits already keeps the place. */
    async wait(scope: CourseScope, activityId: string, memberId: string, since: Date): Promise<void> {
      const _id = waitingId(activityId, memberId);
      const { courseId } = scope;
      const isNew = await insertOnce(Waiting, {
        _id,
        courseId,
        activityId,
        memberId,
        since,
        waiting: true,
        events: [],
      });
      if (!isNew)
        await Waiting.updateOne({ _id, courseId, waiting: false }, { $set: { waiting: true, since } });
    },

    /** Who has waited longest. */
    async listWaiting(scope: CourseScope, activityId: string, limit: number): Promise<string[]> {
      const found = await Waiting.find(
        { courseId: scope.courseId, activityId, waiting: true },
        { memberId: 1 },
      )
        .sort({ since: 1 })
        .limit(limit)
        .lean<{ memberId: string }[]>();
      return found.map(({ memberId }) => memberId);
    },

    /** Ends the waiting. @param event tells of it; null: there is nothing to tell. */
    async endWait(
      scope: CourseScope,
      activityId: string,
      memberId: string,
      event: DomainEvent | null,
    ): Promise<void> {
      const told = event && pushEvents(event);
      await Waiting.updateOne(
        { _id: waitingId(activityId, memberId), courseId: scope.courseId, waiting: true },
        { $set: { waiting: false, ...told?.$set }, ...(told && { $push: told.$push }) },
      );
    },
  };
}
