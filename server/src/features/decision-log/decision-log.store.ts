import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { DecisionVersion } from './decision-log.domain.ts';

interface Place {
  readonly activityId: string;
  readonly groupId: string;
}

/** `_id`: activity/group/decision/version, so that one of two at once writes a version. */
type VersionDocument = DecisionVersion & Place & Eventful & { _id: string; courseId: string };

const required = { type: String, required: true };
const text = { type: String, default: '' };
const schema = new Schema<VersionDocument>(
  {
    _id: required,
    courseId: required,
    activityId: required,
    groupId: required,
    decisionId: required,
    version: { type: Number, required: true },
    decision: required,
    alternatives: text,
    why: text,
    decidedOn: required,
    isRevoked: { type: Boolean, required: true },
    presentIds: { type: [String] as never, required: true },
    by: required,
    at: { type: Date, required: true },
    events: { type: [Schema.Types.Mixed] as never, required: true },
    eventsSince: Date,
  },
  { versionKey: false, strict: 'throw' },
).index({ courseId: 1, activityId: 1, groupId: 1, at: 1 });

const toVersion = ({
  _id,
  courseId,
  activityId,
  groupId,
  events,
  eventsSince,
  ...version
}: VersionDocument): DecisionVersion => version;

export type DecisionStore = ReturnType<typeof createDecisionStore>;

/** Queries of `groupDecisions`: every version of every decision of a group. */
export function createDecisionStore(connection: Connection) {
  const Versions = defineCollection(connection, 'groupDecisions', schema, { events: true });
  return {
    /** When some groups have last decided something: by group. */
    async lastOf({ courseId }: CourseScope, activityId: string, groupIds: readonly string[]) {
      const found = await Versions.aggregate<{ _id: string; at: Date }>([
        { $match: { courseId, activityId, groupId: { $in: [...groupIds] } } },
        { $group: { _id: '$groupId', at: { $max: '$at' } } },
      ]);
      return found.map(({ _id, at }) => ({ groupId: _id, at }));
    },

    async listOf({ courseId }: CourseScope, { activityId, groupId }: Place): Promise<DecisionVersion[]> {
      const found = await Versions.find({ courseId, activityId, groupId }, { events: 0, eventsSince: 0 })
        .sort({ at: 1 })
        .lean<VersionDocument[]>();
      return found.map(toVersion);
    },

    /** @returns false when the version is there already */
    insert(
      { courseId }: CourseScope,
      { activityId, groupId }: Place,
      one: DecisionVersion,
      event: DomainEvent,
    ) {
      const _id = `${activityId}/${groupId}/${one.decisionId}/${one.version}`;
      const carried = { events: [event], eventsSince: event.at };
      return insertOnce(Versions, { _id, courseId, activityId, groupId, ...one, ...carried });
    },
  };
}
