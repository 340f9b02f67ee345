import type { Connection, QueryFilter } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, pushEvents } from '../../platform/database/collection.ts';
import { isDuplicateKey } from '../../platform/database/errors.ts';
import { insertMissing } from '../../platform/database/insert-once.ts';
import { type MemberDocument, memberSchema, toKnown, toMember } from './member-model.store.ts';
import type { KnownMember, LaunchSaid, Member } from './member.domain.ts';
import type { MemberFields } from './sync-roster.domain.ts';

/** Learners who count: by name, without those who left, may only look, or are the LMS's test student. */
const LEARNERS = { role: 'learner', status: 'active', testUser: false, readOnly: false } as const;

/** A place in a list by name. */
interface NameKey {
  readonly sortName: string;
  readonly id: string;
}

const later = (after: NameKey | null) =>
  after && {
    $or: [{ sortName: { $gt: after.sortName } }, { sortName: after.sortName, _id: { $gt: after.id } }],
  };

/** Nothing of this has changed since it was read; a newer launch changes the time. */
const asRead = ({ id, courseId, role, readOnly, testUser, status, lastLaunchAt }: KnownMember) => ({
  _id: id,
  courseId,
  role,
  readOnly,
  testUser,
  status,
  lastLaunchAt,
});

/** A change that the roster makes of a member as it was read. */
export interface MemberChange {
  readonly before: KnownMember;
  readonly fields: MemberFields;
  readonly event: DomainEvent | null;
}

/** What became of a launch that was to be noted. */
export type SavedMember =
  | { readonly type: 'joined' }
  | { readonly type: 'unchanged' }
  | { readonly type: 'differs'; readonly before: KnownMember };

/** Queries of `members`. */
export function createMemberStore(connection: Connection) {
  const Members = defineCollection(connection, 'members', memberSchema, { events: true });

  /** What a launch writes whatever was there: names are kept where it has none. */
  const launched = ({ name, sortName, email }: Member, said: LaunchSaid, now: Date) => ({
    ...(name !== null && { name, sortName }),
    ...(email !== null && { email }),
    ...(said.groups && { groupsKnown: true }),
    lastLaunchAt: now,
  });

  const byName = async (
    filter: QueryFilter<MemberDocument>,
    limit: number,
    fields: Readonly<Record<string, 0 | 1>> = { events: 0 },
  ): Promise<Member[]> => {
    const found = await Members.find(filter, fields)
      .sort({ sortName: 1, _id: 1 })
      .limit(limit)
      .batchSize(limit)
      .lean<MemberDocument[]>();
    return found.map(toMember);
  };

  const byIds = ({ courseId }: CourseScope, ids: readonly string[]): Promise<MemberDocument[]> =>
    Members.find({ _id: { $in: ids }, courseId }, { events: 0 })
      // In one answer: by itself the database gives a hundred at first and asks to be asked again.
      .batchSize(ids.length + 1)
      .lean<MemberDocument[]>();

  return {
    /**
     * Notes a launch of a member in one round trip, if they are new (then `joined` is written with it) or stand as
     * before. @returns the member as it is when the launch changes more than that: nothing has been written then.
     */
    async saveMember(
      member: Member,
      now: Date,
      joined: DomainEvent,
      said: LaunchSaid = { groups: null, sections: null, observes: [] },
    ): Promise<SavedMember> {
      const { id, courseId, subject, role, readOnly, testUser, status, sortName } = member;
      const $set = launched(member, said, now);
      try {
        const before = await Members.findOneAndUpdate(
          {
            _id: id,
            courseId,
            role,
            readOnly,
            testUser,
            status,
            observes: [...said.observes],
            // A launch that does not say leaves what an earlier one said.
            ...(said.groups && { groups: [...said.groups] }),
            ...(said.sections && { sections: [...said.sections] }),
          },
          {
            $set,
            $setOnInsert: {
              subject,
              ...(!('sortName' in $set) && { sortName }),
              firstSeenAt: now,
              events: [joined],
              eventsSince: now,
            },
          },
          { upsert: true, returnDocument: 'before' },
        ).lean<MemberDocument>();
        return { type: before ? 'unchanged' : 'joined' };
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        const found = await Members.findOne({ _id: id, courseId }).lean<MemberDocument>();
        if (!found) throw error;
        return { type: 'differs', before: toKnown(found) };
      }
    },

    /** Writes what a launch changes over the member as it was read, with its event. @returns false: read again. */
    async changeByLaunch(
      before: KnownMember,
      member: Member,
      said: LaunchSaid,
      now: Date,
      event: DomainEvent,
    ): Promise<boolean> {
      const { $push, $set } = pushEvents(event);
      const { role, readOnly, testUser, status } = member;
      const result = await Members.updateOne(asRead(before), {
        $set: {
          ...launched(member, said, now),
          role,
          readOnly,
          testUser,
          status,
          observes: [...said.observes],
          ...(said.groups && { groups: [...said.groups] }),
          ...(said.sections && { sections: [...said.sections] }),
          ...$set,
        },
        $push,
      });
      return result.matchedCount === 1;
    },

    /** Adds members that are not there yet, each with its event; somebody who launched meanwhile stays as they are. */
    async insertMembers(
      members: readonly KnownMember[],
      now: Date,
      joined: (member: KnownMember) => DomainEvent,
    ): Promise<void> {
      await insertMissing(
        Members,
        members.map(({ id, said, ...fields }) => ({
          _id: id,
          ...fields,
          groups: null,
          sections: null,
          observes: [...said.observes],
          groupsKnown: false,
          firstSeenAt: now,
          events: [joined({ id, said, ...fields })],
          eventsSince: now,
        })),
      );
    },

    /** Writes changes over members as they were read, in one round trip; one that has changed since keeps its change. */
    async changeMembers(changes: readonly MemberChange[]): Promise<void> {
      if (changes.length === 0) return;
      await Members.bulkWrite(
        changes.map(({ before, fields, event }) => {
          const { $push, $set } = event ? pushEvents(event) : { $push: undefined, $set: {} };
          return {
            updateOne: {
              filter: asRead(before),
              update: { $set: { ...fields, ...$set }, ...($push && { $push }) },
            },
          };
        }) as never,
        { ordered: false },
      );
    },

    findMembers: async (scope: CourseScope, ids: readonly string[]): Promise<Member[]> =>
      (await byIds(scope, ids)).map(toMember),

    findKnownMembers: async (scope: CourseScope, ids: readonly string[]): Promise<KnownMember[]> =>
      (await byIds(scope, ids)).map(toKnown),

    /** Active members of any role by id: the page after `after`. */
    async listActive(scope: CourseScope, after: string | null, limit: number): Promise<KnownMember[]> {
      const filter = {
        courseId: scope.courseId,
        status: 'active' as const,
        ...(after && { _id: { $gt: after } }),
      };
      const found = await Members.find(filter, { events: 0 })
        .sort({ _id: 1 })
        .limit(limit)
        .batchSize(limit)
        .lean<MemberDocument[]>();
      return found.map(toKnown);
    },

    /** Everybody who ever was in the course, for matching the rows of a file. */
    async listAll(scope: CourseScope): Promise<Member[]> {
      const found = await Members.find({ courseId: scope.courseId }, { events: 0 }).lean<MemberDocument[]>();
      return found.map(toMember);
    },

    /** How many are in the course, and how many of them are learners; without the test student. */
    async countPeople(scope: CourseScope): Promise<{ people: number; learners: number }> {
      const filter = { courseId: scope.courseId, status: 'active' as const, testUser: false };
      const [people, learners] = await Promise.all([
        Members.countDocuments(filter),
        Members.countDocuments({ courseId: scope.courseId, ...LEARNERS }),
      ]);
      return { people, learners };
    },

    /** Active learners by name; the test student is none of them. @param among these alone; null: all */
    async listLearners(
      scope: CourseScope,
      after: NameKey | null,
      limit: number,
      among: readonly string[] | null = null,
    ): Promise<Member[]> {
      const only = among && { _id: { $in: among } };
      return byName({ courseId: scope.courseId, ...LEARNERS, ...only, ...later(after) }, limit);
    },

    /** What active learners are called, by name. @param but all others */
    listLearnerNames: ({ courseId }: CourseScope, limit: number, but: readonly string[] = []) =>
      byName({ courseId, ...LEARNERS, _id: { $nin: but } }, limit, { name: 1 }),

    /** Active instructors and assistants by name, at most `limit`. */
    listStaff: ({ courseId }: CourseScope, limit: number): Promise<Member[]> =>
      byName(
        { courseId, role: { $in: ['instructor', 'assistant'] }, status: 'active', readOnly: false },
        limit,
      ),

    /**
     * Active people who learn or teach, by name.
     *
     * @param name what a name is to look like
     * @param learners whom of those who learn; null: all
     */
    async listNamed(
      { courseId }: CourseScope,
      name: string,
      learners: readonly string[] | null,
      limit: number,
    ): Promise<Member[]> {
      const role = { $in: ['learner', 'instructor', 'assistant'] } as const;

      return byName(
        {
          courseId,
          role,
          ...(learners && { $or: [{ role: { $ne: 'learner' as const } }, { _id: { $in: learners } }] }),
          status: 'active',
          readOnly: false,
          testUser: false,
          name: { $regex: name, $options: 'i' },
        },
        limit,
      );
    },

    /** Learners of whose groups nothing is known, by name. */
    async listUngrouped(scope: CourseScope, after: NameKey | null, limit: number): Promise<Member[]> {
      return byName({ courseId: scope.courseId, groupsKnown: false, ...LEARNERS, ...later(after) }, limit);
    },

    countUngrouped: (scope: CourseScope): Promise<number> =>
      Members.countDocuments({ courseId: scope.courseId, groupsKnown: false, ...LEARNERS }),

    async markGrouped(scope: CourseScope, ids: readonly string[]): Promise<void> {
      if (ids.length === 0) return;
      await Members.updateMany(
        { _id: { $in: ids }, courseId: scope.courseId, groupsKnown: false },
        { $set: { groupsKnown: true } },
      );
    },
  };
}
