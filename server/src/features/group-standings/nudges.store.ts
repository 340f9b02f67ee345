import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { Nudge } from './nudges.domain.ts';

/** `_id`: activity/group/k. */
type NudgeDocument = Nudge & Eventful & { _id: string; courseId: string };

const required = { type: String, required: true };
const schema = new Schema<NudgeDocument>(
  {
    _id: required,
    courseId: required,
    nudgeId: required,
    activityId: required,
    groupId: required,
    k: { type: Number, required: true },
    memberIds: { type: [String] as never, required: true },
    text: required,
    by: required,
    at: { type: Date, required: true },
    events: { type: [Schema.Types.Mixed] as never, required: true },
    eventsSince: Date,
  },
  { versionKey: false, strict: 'throw' },
).index({ courseId: 1, activityId: 1, groupId: 1, k: -1 });

export type NudgeStore = ReturnType<typeof createNudgeStore>;

/** Queries of `groupNudges`. */
export function createNudgeStore(connection: Connection) {
  const Nudges = defineCollection(connection, 'groupNudges', schema, { events: true });
  return {
    findLast: ({ courseId }: CourseScope, activityId: string, groupId: string): Promise<Nudge | null> =>
      Nudges.findOne({ courseId, activityId, groupId }, { events: 0, eventsSince: 0 })
        .sort({ k: -1 })
        .lean<NudgeDocument>(),

    /** @returns false when another was faster */
    add({ courseId }: CourseScope, nudge: Nudge, event: DomainEvent): Promise<boolean> {
      const _id = `${nudge.activityId}/${nudge.groupId}/${nudge.k}`;
      return insertOnce(Nudges, { _id, courseId, ...nudge, events: [event], eventsSince: event.at });
    },
  };
}
