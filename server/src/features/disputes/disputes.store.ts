import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { Dispute } from './disputes.domain.ts';

type DisputeDocument = Omit<Dispute, 'id'> &
  Eventful & {
    _id: string;
    /** One text per target, for the unique index. */
    targetKey: string;
    /** Whether it is open or taken. */
    isWaiting: boolean;
  };

const required = { type: String, required: true };
const date = { type: Date, required: true };
const waiting = { partialFilterExpression: { isWaiting: true } };
const schema = new Schema<DisputeDocument>(
  {
    _id: required,
    courseId: required,
    activityId: required,
    memberId: required,
    target: { type: Schema.Types.Mixed, required: true } as never,
    targetKey: required,
    reason: required,
    state: required as never,
    isWaiting: { type: Boolean, required: true },
    openedAt: date,
    answerBy: date,
    takenBy: { type: String, default: null },
    answer: { type: Schema.Types.Mixed, default: null } as never,
    revision: { type: Number, required: true },
    events: { type: [Schema.Types.Mixed] as never, required: true },
    eventsSince: Date,
  },
  { versionKey: false, minimize: false, strict: 'throw' },
)
  // One dispute at a time about one thing: of two sent at once, this lets one in.
  .index({ courseId: 1, activityId: 1, memberId: 1, targetKey: 1 }, { unique: true, ...waiting })
  .index({ courseId: 1, activityId: 1, openedAt: -1, _id: 1 })
  .index({ courseId: 1, _id: 1 }, waiting);

const toDispute = ({
  _id,
  targetKey,
  isWaiting,
  events,
  eventsSince,
  ...rest
}: DisputeDocument): Dispute => ({ id: _id, ...rest });

/** Where a list goes on: after this moment and id. */
interface Place {
  readonly at: Date;
  readonly id: string;
}

export type DisputeStore = ReturnType<typeof createDisputeStore>;

/** Queries of `disputes`, one document each. */
export function createDisputeStore(connection: Connection) {
  const Disputes = defineCollection(connection, 'disputes', schema, { events: true });
  const list = async (filter: object, sort: Record<string, 1 | -1>, limit: number): Promise<Dispute[]> =>
    (await Disputes.find(filter).sort(sort).limit(limit).lean<DisputeDocument[]>()).map(toDispute);

  return {
    /** @returns false when there is one with this id, or one that waits about the same thing. */
    insert({ id, ...dispute }: Dispute, targetKey: string, event: DomainEvent): Promise<boolean> {
      return insertOnce(Disputes, {
        _id: id,
        ...dispute,
        targetKey,
        isWaiting: true,
        events: [event],
        eventsSince: event.at,
      });
    },

    async find({ courseId }: CourseScope, activityId: string, id: string): Promise<Dispute | null> {
      const found = await Disputes.findOne({ _id: id, courseId, activityId }).lean<DisputeDocument>();
      return found && toDispute(found);
    },

    /** Stores a step if nobody was faster. @returns whether it did */
    async update(next: Dispute, isWaiting: boolean, event: DomainEvent): Promise<boolean> {
      const { id, courseId, state, takenBy, answer, revision } = next;
      const { $push, $set } = pushEvents(event);
      const result = await Disputes.updateOne(
        { _id: id, courseId, revision: revision - 1 },
        {
          $push,
          $set: { ...$set, state, takenBy, answer, revision, isWaiting },
        },
      );
      return result.matchedCount === 1;
    },

    /** Those of one learner; the limits on what can be disputed bound them. */
    listOfMember: ({ courseId }: CourseScope, activityId: string, memberId: string): Promise<Dispute[]> =>
      list({ courseId, activityId, memberId }, { openedAt: -1, _id: 1 }, 500),

    /** Newest first. */
    listOfActivity: (
      { courseId }: CourseScope,
      activityId: string,
      after: Place | null,
      limit: number,
    ): Promise<Dispute[]> => {
      const older = after && {
        $or: [{ openedAt: { $lt: after.at } }, { openedAt: after.at, _id: { $gt: after.id } }],
      };
      return list({ courseId, activityId, ...older }, { openedAt: -1, _id: 1 }, limit);
    },

    /** How many there are in an activity, and how many of them wait for an answer. */
    async count({ courseId }: CourseScope, activityId: string): Promise<{ total: number; waiting: number }> {
      const [found] = await Disputes.aggregate<{ total: number; waiting: number }>([
        { $match: { courseId, activityId } },
        {
          $group: {
            _id: null,
            total: { $sum: 1 },
            waiting: { $sum: { $cond: [{ $eq: ['$isWaiting', true] }, 1, 0] } },
          },
        },
      ]);
      return { total: found?.total ?? 0, waiting: found?.waiting ?? 0 };
    },

    /** Those of some that wait for staff. */
    findWaiting: ({ courseId }: CourseScope, ids: readonly string[]): Promise<Dispute[]> =>
      list({ _id: { $in: ids }, courseId, isWaiting: true }, { _id: 1 }, ids.length),

    /** What waits for staff in the whole course by id: the page after `after`. */
    listWaiting: ({ courseId }: CourseScope, after: string, limit: number): Promise<Dispute[]> =>
      list({ courseId, isWaiting: true, _id: { $gt: after } }, { _id: 1 }, limit),
  };
}
