import { type Connection, type PipelineStage, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import type { ChangesLookup } from '../../core/timeline.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import { insertMissing } from '../../platform/database/insert-once.ts';
import type { Membership } from './groups.domain.ts';
import { namesLookup } from './names-lookup.store.ts';

/** `_id`: set/member/from, and the group where a member may be in several of the set. */
type MembershipDocument = Omit<Membership, 'id'> &
  Eventful & {
    _id: string;
    /** While it lasts; the unique index below counts only these. */
    open: boolean;
    slot: string;
  };

const required = { type: String, required: true };

const schema = new Schema<MembershipDocument>(
  {
    _id: required,
    courseId: required,
    setId: required,
    groupId: required,
    memberId: required,
    from: { type: Date, required: true },
    to: { type: Date, default: null } as never,
    open: { type: Boolean, required: true },
    slot: { type: String, default: '' },
    events: { type: [Schema.Types.Mixed] as never },
    eventsSince: Date,
  },
  { versionKey: false, strict: 'throw' },
)
  .index(
    { courseId: 1, setId: 1, memberId: 1, slot: 1 },
    { unique: true, partialFilterExpression: { open: true } },
  )
  .index({ courseId: 1, setId: 1, open: 1, _id: 1 })
  .index({ courseId: 1, groupId: 1, to: 1 })
  .index({ courseId: 1, memberId: 1, open: 1 });

const toMembership = ({ _id, events, eventsSince, open, slot, ...rest }: MembershipDocument): Membership => ({
  id: _id,
  ...rest,
});

/** More than any course has; a read of them all is one round trip. */
const AT_ONCE = 20_000;

/** Memberships written at once. */
const CHUNK = 500;

export type MembershipStore = ReturnType<typeof createMembershipStore>;

/** Queries of `memberships`. */
export function createMembershipStore(connection: Connection) {
  const Memberships = defineCollection(connection, 'memberships', schema, { events: true });
  const find = async (filter: object): Promise<Membership[]> =>
    (await Memberships.find(filter, { events: 0 }).batchSize(AT_ONCE).lean<MembershipDocument[]>()).map(
      toMembership,
    );

  return {
    /** Opens memberships, each with its event; one that another writer has opened meanwhile is left to it. */
    async open(
      memberships: readonly {
        readonly membership: Membership;
        readonly slot: string;
        readonly event: DomainEvent;
      }[],
    ): Promise<void> {
      for (let start = 0; start < memberships.length; start += CHUNK) {
        await insertMissing(
          Memberships,
          memberships.slice(start, start + CHUNK).map(({ membership: { id, ...fields }, slot, event }) => ({
            _id: id,
            ...fields,
            open: true,
            slot,
            events: [event],
            eventsSince: event.at,
          })),
        );
      }
    },

    /** Ends memberships at a moment; one that has ended already keeps its own. */
    async close(
      memberships: readonly { readonly membership: Membership; readonly event: DomainEvent }[],
      to: Date,
    ): Promise<void> {
      for (let start = 0; start < memberships.length; start += CHUNK) {
        await Memberships.bulkWrite(
          memberships.slice(start, start + CHUNK).map(({ membership, event }) => {
            const { $push, $set } = pushEvents(event);
            return {
              updateOne: {
                filter: { _id: membership.id, courseId: membership.courseId, open: true },
                update: { $set: { to, open: false, ...$set }, $push },
              },
            };
          }) as never,
          { ordered: false },
        );
      }
    },

    listOpenOfGroups: (scope: CourseScope, groupIds: readonly string[]): Promise<Membership[]> =>
      find({ courseId: scope.courseId, groupId: { $in: groupIds }, to: null }),

    /** Who is in some groups right now, with names and what changes their dates in an activity: one round trip. */
    async listPeopleOf(
      { courseId }: CourseScope,
      groupIds: readonly string[],
      activityId: string,
      changes: ChangesLookup,
    ) {
      const found = await Memberships.aggregate<Pick<Membership, 'groupId' | 'memberId'>>([
        { $match: { courseId, groupId: { $in: groupIds }, to: null } },
        { $project: { groupId: 1, memberId: 1, ownKey: { $concat: [`${activityId}/`, '$memberId'] } } },
        ...namesLookup.stages('memberId'),
        ...changes.stages('ownKey', 'memberId'),
      ] as PipelineStage[]).option({ batchSize: AT_ONCE });
      return found.map((one) => {
        const { row, changes: own } = changes.take(one);
        const { groupId, memberId } = row;
        return { groupId, memberId, name: namesLookup.memberIn(row)?.name ?? null, changes: own };
      });
    },

    /** Everybody who is in a group of a set right now. */
    listPlaced: ({ courseId }: CourseScope, setId: string): Promise<string[]> =>
      Memberships.distinct('memberId', { courseId, setId, open: true }),

    listOpenOfMembers: (scope: CourseScope, memberIds: readonly string[]): Promise<Membership[]> =>
      find({ courseId: scope.courseId, memberId: { $in: memberIds }, open: true }),

    /** Open memberships of some members in a set. */
    listOpenOfMembersIn: (
      scope: CourseScope,
      setId: string,
      memberIds: readonly string[],
    ): Promise<Membership[]> =>
      find({ courseId: scope.courseId, setId, memberId: { $in: memberIds }, open: true }),

    listOpen: (scope: CourseScope): Promise<Membership[]> => find({ courseId: scope.courseId, open: true }),

    /** Open memberships of a set. */
    listOpenOfSet: (scope: CourseScope, setId: string): Promise<Membership[]> =>
      find({ courseId: scope.courseId, setId, open: true }),

    listOpenOfSets: (scope: CourseScope, setIds: readonly string[]): Promise<Membership[]> =>
      find({ courseId: scope.courseId, setId: { $in: setIds }, open: true }),

    /** Every membership of some groups, whenever it was. */
    listOfGroups: (scope: CourseScope, groupIds: readonly string[]): Promise<Membership[]> =>
      find({ courseId: scope.courseId, groupId: { $in: groupIds } }),

    /** Every membership of one member in some sets, whenever it was. */
    listOfMemberIn: (
      scope: CourseScope,
      setIds: readonly string[],
      memberId: string,
    ): Promise<Membership[]> => find({ courseId: scope.courseId, setId: { $in: setIds }, memberId }),

    /** Memberships of a set that there were at a moment. */
    listAt: (scope: CourseScope, setId: string, at: Date): Promise<Membership[]> =>
      find({
        courseId: scope.courseId,
        setId,
        from: { $lte: at },
        $or: [{ to: null }, { to: { $gt: at } }],
      }),

    /** People in some groups right now, by group. */
    async countOpenOfGroups(scope: CourseScope, groupIds: readonly string[]): Promise<Map<string, number>> {
      const found = await Memberships.aggregate<{ _id: string; members: number }>([
        { $match: { courseId: scope.courseId, groupId: { $in: groupIds }, to: null } },
        { $group: { _id: '$groupId', members: { $sum: 1 } } },
      ]);
      return new Map(found.map(({ _id, members }) => [_id, members]));
    },

    /** People in groups right now, by set. @param setId of this set alone */
    async countOpen(scope: CourseScope, setId?: string): Promise<Map<string, number>> {
      const found = await Memberships.aggregate<{ _id: string; members: number }>([
        { $match: { courseId: scope.courseId, ...(setId !== undefined && { setId }), open: true } },
        { $group: { _id: { set: '$setId', member: '$memberId' } } },
        { $group: { _id: '$_id.set', members: { $sum: 1 } } },
      ]);
      return new Map(found.map(({ _id, members }) => [_id, members]));
    },
  };
}
