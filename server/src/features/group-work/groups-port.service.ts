import { type CourseScope, isRehearsal } from '../../core/course-scope.ts';
import { type ChangesLookup, type TimelineChanges, UNCHANGED } from '../../core/timeline.ts';
import type { ActivityService } from '../activity/index.ts';
import type { CourseService } from '../course/index.ts';
import { groupsWith, pageOfGroups } from './group-pages.domain.ts';
import type { LeftStay } from './left-groups.domain.ts';

/** A group with who is in it right now. */
export interface PresentGroup {
  readonly groupId: string;
  readonly name: string | null;
  readonly memberIds: readonly string[];
}

/** That somebody was in a group from a moment on; `to` null: and is. */
export interface Stay {
  readonly memberId: string;
  readonly from: Date;
  readonly to: Date | null;
}

interface GroupPage {
  readonly items: readonly Pick<PresentGroup, 'groupId' | 'name'>[];
  readonly next: string | null;
  /** Null but for the first page. */
  readonly total: number | null;
}

/** Somebody in a group, with what changes their dates. */
export interface PersonInGroup {
  readonly groupId: string;
  readonly memberId: string;
  readonly name: string | null;
  readonly changes: TimelineChanges;
}

/** What projects ask of the groups of a course. */
export interface GroupsPort {
  ownGroups(
    scope: CourseScope,
    memberId: string,
    setIds: readonly string[],
  ): Promise<readonly PresentGroup[]>;
  /** What some groups are called: one round trip. */
  namesOf(scope: CourseScope, groupIds: readonly string[]): Promise<ReadonlyMap<string, string | null>>;
  /** The groups of a set that a member is in right now: one round trip. */
  currentIn(scope: CourseScope, setId: string, memberId: string): Promise<readonly string[]>;
  /** Who was in a group from when until when, and who is. */
  listStays(scope: CourseScope, groupId: string): Promise<readonly Stay[]>;
  /** When a member was in which groups of a set: two round trips one after the other. */
  leftIn(scope: CourseScope, setId: string, memberId: string): Promise<readonly LeftStay[]>;
  /** The groups of a set that are there, with who is in them now, by name. */
  listPeopled(scope: CourseScope, setId: string): Promise<readonly PresentGroup[]>;
  /** One of them; null: it is not there. */
  findPeopled(scope: CourseScope, setId: string, groupId: string): Promise<PresentGroup | null>;
  /** Some of them by name, and with the first page how many there are. @param ofMembers null: all */
  pageOf(
    scope: CourseScope,
    setId: string,
    after: string | undefined,
    limit: number,
    ofMembers: readonly string[] | null,
  ): Promise<GroupPage>;
  /** Who is in some groups now, with what changes their dates in an activity: one round trip. */
  peopleOf(
    scope: CourseScope,
    groupIds: readonly string[],
    activityId: string,
    changes: ChangesLookup,
  ): Promise<readonly PersonInGroup[]>;
  /** Everybody who is in a group of a set now: one round trip. */
  listPlaced(scope: CourseScope, setId: string): Promise<readonly string[]>;
}

/** Invented learners of a rehearsal are in no groups of the course: they work in threes. */
const REHEARSED_SIZE = 3;

/** Groups of a project, in a rehearsal too. */
export function createProjectGroups(
  groups: GroupsPort,
  course: Pick<CourseService, 'listLearnerNames'>,
  activities: Pick<ActivityService, 'findChanges'>,
): GroupsPort {
  async function rehearsed(scope: CourseScope): Promise<PresentGroup[]> {
    const ids = (await course.listLearnerNames(scope)).map(({ id }) => id);
    return ids.flatMap((groupId, at) =>
      at % REHEARSED_SIZE === 0
        ? [{ groupId, name: null, memberIds: ids.slice(at, at + REHEARSED_SIZE) }]
        : [],
    );
  }

  return {
    // Groups of a rehearsal have no names.
    namesOf: groups.namesOf,
    currentIn: async (scope, setId, memberId) =>
      isRehearsal(scope)
        ? (await rehearsed(scope)).flatMap(({ groupId, memberIds }) =>
            memberIds.includes(memberId) ? [groupId] : [],
          )
        : groups.currentIn(scope, setId, memberId),
    ownGroups: async (scope, memberId, setIds) =>
      isRehearsal(scope)
        ? (await rehearsed(scope)).filter(({ memberIds }) => memberIds.includes(memberId))
        : groups.ownGroups(scope, memberId, setIds),
    async listStays(scope, groupId) {
      if (!isRehearsal(scope)) return groups.listStays(scope, groupId);
      const group = (await rehearsed(scope)).find((one) => one.groupId === groupId);
      return (group?.memberIds ?? []).map((memberId) => ({ memberId, from: new Date(0), to: null }));
    },
    leftIn: async (scope, setId, memberId) =>
      isRehearsal(scope) ? [] : groups.leftIn(scope, setId, memberId),
    listPeopled: async (scope, setId) =>
      isRehearsal(scope) ? rehearsed(scope) : groups.listPeopled(scope, setId),
    findPeopled: async (scope, setId, groupId) =>
      isRehearsal(scope)
        ? ((await rehearsed(scope)).find((one) => one.groupId === groupId) ?? null)
        : groups.findPeopled(scope, setId, groupId),
    async pageOf(scope, setId, after, limit, ofMembers) {
      if (!isRehearsal(scope)) return groups.pageOf(scope, setId, after, limit, ofMembers);
      const all = groupsWith(await rehearsed(scope), ofMembers);
      return { ...pageOfGroups(all, after, limit), total: after === undefined ? all.length : null };
    },
    async peopleOf(scope, groupIds, activityId, changes) {
      if (!isRehearsal(scope)) return groups.peopleOf(scope, groupIds, activityId, changes);
      const [all, learners] = await Promise.all([rehearsed(scope), course.listLearnerNames(scope)]);
      const wanted = all.filter(({ groupId }) => groupIds.includes(groupId));
      const ids = wanted.flatMap(({ memberIds }) => memberIds);
      const found = await activities.findChanges(scope, activityId, ids);
      const names = new Map(learners.map(({ id, name }) => [id, name]));
      return wanted.flatMap(({ groupId, memberIds }) =>
        memberIds.map((memberId) => ({
          groupId,
          memberId,
          name: names.get(memberId) ?? null,
          changes: found.get(memberId) ?? UNCHANGED,
        })),
      );
    },
    listPlaced: async (scope, setId) =>
      isRehearsal(scope)
        ? (await rehearsed(scope)).flatMap(({ memberIds }) => memberIds)
        : groups.listPlaced(scope, setId),
  };
}
