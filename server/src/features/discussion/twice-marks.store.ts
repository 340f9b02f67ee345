import type { Model } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { MarkedMember } from './marks.domain.ts';
import { blank, idOf, type MarkDocument, notDecided, toParticipant } from './marks-model.store.ts';

/** More than a lead can settle. */
const SETTLED_MAX = 2_000;

/** Queries of `discussionMarks` about members whom two people mark. */
export const twiceQueries = (Marks: Model<MarkDocument>) => ({
  /** Has members marked twice, or once; whom somebody has begun to mark meanwhile stays as they are. */
  async setTwice(
    { courseId }: CourseScope,
    activityId: string,
    { add, remove }: { readonly add: readonly string[]; readonly remove: readonly string[] },
  ): Promise<void> {
    const wanted = [
      ...add.map((memberId) => ({ memberId, twice: true })),
      ...remove.map((memberId) => ({ memberId, twice: false })),
    ];
    if (wanted.length === 0) return;
    await Marks.bulkWrite(
      wanted.flatMap(({ memberId, twice }) => {
        const one = { _id: idOf(activityId, memberId), courseId };
        const fresh = { ...blank(activityId, memberId), share: null, lease: null, twice };
        return [
          { updateOne: { filter: one, update: { $setOnInsert: fresh }, upsert: true } },
          // Whoever has the member open finds out before they finish.
          {
            updateOne: {
              filter: { ...one, ...notDecided, twice: { $ne: twice } },
              update: { $set: { twice }, $inc: { revision: 1 } },
            },
          },
        ];
      }),
    );
  },

  /** Those of some members of whom it is not decided whether two people mark them. */
  async listUndecided(
    { courseId }: CourseScope,
    activityId: string,
    memberIds: readonly string[],
  ): Promise<string[]> {
    const decided = await Marks.find(
      { _id: { $in: memberIds.map((id) => idOf(activityId, id)) }, courseId, twice: { $in: [true, false] } },
      { memberId: 1 },
    ).lean<Pick<MarkDocument, 'memberId'>[]>();
    const known = new Set(decided.map(({ memberId }) => memberId));
    return memberIds.filter((id) => !known.has(id));
  },

  /** What the lead has to settle in some discussions, longest waiting first. */
  async listToSettle(
    { courseId }: CourseScope,
    activityIds: readonly string[],
  ): Promise<{ readonly activityId: string; readonly member: MarkedMember; readonly since: Date }[]> {
    const found = await Marks.find(
      { courseId, activityId: { $in: [...activityIds] }, toSettle: true },
      { events: 0 },
    )
      .sort({ settleSince: 1, _id: 1 })
      .limit(SETTLED_MAX)
      .lean<MarkDocument[]>();
    return found.flatMap((one) =>
      one.settleSince
        ? [{ activityId: one.activityId, member: toParticipant(one), since: one.settleSince }]
        : [],
    );
  },

  /** The discussions of the course in which the lead has something to settle. */
  async listActivitiesToSettle({ courseId }: CourseScope): Promise<string[]> {
    const found = await Marks.find({ courseId, toSettle: true }, { activityId: 1 })
      .limit(SETTLED_MAX)
      .lean<Pick<MarkDocument, 'activityId'>[]>();
    return [...new Set(found.map(({ activityId }) => activityId))];
  },
});
