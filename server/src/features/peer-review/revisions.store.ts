import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { WorkRevision } from './revision.domain.ts';

/** `_id`: activity/member/n. */
type RevisionDocument = WorkRevision & Eventful & { _id: string; courseId: string };

const required = { type: String, required: true };
const count = { type: Number, required: true };
const list = { type: [Schema.Types.Mixed] as never, required: true };

const schema = new Schema<RevisionDocument>(
  {
    _id: required,
    courseId: required,
    activityId: required,
    memberId: required,
    n: count,
    ofVersion: count,
    text: { type: Schema.Types.Mixed, required: true } as never,
    files: list,
    links: { type: [String] as never, default: undefined },
    note: required,
    answers: list,
    at: { type: Date, required: true },
    events: list,
    eventsSince: Date,
  },
  { versionKey: false, minimize: false, strict: 'throw' },
).index({ courseId: 1, activityId: 1, memberId: 1, n: 1 });

const toRevision = ({ _id, courseId, events, eventsSince, ...rest }: RevisionDocument): WorkRevision => rest;

export type RevisionStore = ReturnType<typeof createRevisionStore>;

/** Queries of `workRevisions`: one document per version. */
export function createRevisionStore(connection: Connection) {
  const Revisions = defineCollection(connection, 'workRevisions', schema, { events: true });
  return {
    /** @returns false when this version was written already. */
    insert({ courseId }: CourseScope, revision: WorkRevision, event: DomainEvent): Promise<boolean> {
      const _id = `${revision.activityId}/${revision.memberId}/${revision.n}`;
      return insertOnce(Revisions, { _id, courseId, ...revision, events: [event], eventsSince: event.at });
    },

    /** Those of some members who have one. */
    async listDone(
      { courseId }: CourseScope,
      activityId: string,
      memberIds: readonly string[],
    ): Promise<Set<string>> {
      const found = await Revisions.find(
        { courseId, activityId, memberId: { $in: [...memberIds] }, n: 1 },
        { memberId: 1 },
      ).lean<RevisionDocument[]>();
      return new Set(found.map(({ memberId }) => memberId));
    },

    async findLast(
      { courseId }: CourseScope,
      activityId: string,
      memberId: string,
    ): Promise<WorkRevision | null> {
      const found = await Revisions.findOne({ courseId, activityId, memberId }, { events: 0, eventsSince: 0 })
        .sort({ n: -1 })
        .lean<RevisionDocument>();
      return found && toRevision(found);
    },
  };
}
