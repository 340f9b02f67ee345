import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import { defineCollection } from '../../platform/database/collection.ts';
import type { LmsDates } from './course.domain.ts';

interface MemberLinkDocument {
  /** link/member */
  _id: string;
  courseId: string;
  linkId: string;
  memberId: string;
  /** The LMS's dates for this member. */
  dates: LmsDates;
  at: Date;
}

const required = { type: String, required: true };

const schema = new Schema<MemberLinkDocument>(
  {
    _id: required,
    courseId: required,
    linkId: required,
    memberId: required,
    dates: { type: Schema.Types.Mixed, required: true } as never,
    at: { type: Date, required: true },
  },
  { versionKey: false, strict: 'throw' },
).index({ courseId: 1, linkId: 1 });

/** Read at once; a course has fewer learners. */
const MEMBERS_MAX = 100_000;

export type MemberLinkStore = ReturnType<typeof createMemberLinkStore>;

/** Queries of `memberLinks`: what an LMS says of one member at one resource link. */
export function createMemberLinkStore(connection: Connection) {
  const MemberLinks = defineCollection(connection, 'memberLinks', schema);
  return {
    /** Keeps the dates that the LMS has for a member at a link; those of all nulls are kept too: they were taken away. */
    async saveDates(
      scope: CourseScope,
      linkId: string,
      memberId: string,
      dates: LmsDates,
      at: Date,
    ): Promise<void> {
      await MemberLinks.updateOne(
        { _id: `${linkId}/${memberId}`, courseId: scope.courseId },
        { $set: { dates, at }, $setOnInsert: { linkId, memberId } },
        { upsert: true },
      );
    },

    /** What the LMS says of each member at the links of an activity. */
    async listDates(
      { courseId }: CourseScope,
      linkIds: readonly string[],
    ): Promise<Pick<MemberLinkDocument, 'memberId' | 'dates'>[]> {
      return MemberLinks.find({ courseId, linkId: { $in: linkIds } })
        .limit(MEMBERS_MAX)
        .lean<MemberLinkDocument[]>();
    },
  };
}
