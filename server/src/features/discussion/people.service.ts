import { ListMentionable, MENTIONABLE_MAX } from '../../contracts/discussion-people.ts';
import type { DiscussionSettings } from '../../contracts/discussion-settings.ts';
import { MENTIONS_MAX } from '../../contracts/limits.ts';
import type { RichText } from '../../contracts/plain-text.ts';
import { AppError } from '../../core/app-error.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Mentioned } from '../../core/names-lookup.ts';
import { isStaff } from '../../core/roles.ts';
import type { Caller } from '../../platform/http/ports.ts';
import { countsAsLearner, type CourseService, type Member } from '../course/index.ts';
import type { Access, AccessService } from './access.service.ts';
import type { GroupsPort } from './groups-port.service.ts';
import { decideMentions, hasMentions, type MentionFault, namePattern } from './mentions.domain.ts';
import type { ThreadStore } from './threads.store.ts';

export interface PeoplePorts {
  readonly access: Pick<AccessService, 'forReading'>;
  readonly threads: Pick<ThreadStore, 'find'>;
  readonly course: Pick<CourseService, 'findMembers' | 'listNamed'>;
  readonly groups: Pick<GroupsPort, 'listMembersOf' | 'listPeopled'>;
}

type Settings = Pick<DiscussionSettings, 'anonymity' | 'groupSetId'>;
/** Of threads; null: everybody's. */
type Spaces = readonly (string | null)[];

export type PeopleService = ReturnType<typeof createPeopleService>;

/** Who reads in a discussion, and so may be mentioned (spec/discussion.md, 2). */
export function createPeopleService({ access, threads, course, groups }: PeoplePorts) {
  /** The learners who enter one of some spaces; null: all of the course. */
  async function learnersIn(scope: CourseScope, { groupSetId }: Settings, spaces: Spaces) {
    if (groupSetId === null || spaces.includes(null)) return null;
    return new Set(
      await groups.listMembersOf(
        scope,
        spaces.filter((id) => id !== null),
      ),
    );
  }

  /** Those of some members who read in one of some spaces. */
  async function listReaders(scope: CourseScope, settings: Settings, spaces: Spaces, ids: readonly string[]) {
    if (ids.length === 0) return [];
    const [members, entering] = await Promise.all([
      course.findMembers(scope, ids),
      learnersIn(scope, settings, spaces),
    ]);
    return members.filter((member) => reads(member, entering));
  }

  /** In which spaces what one writes stands. */
  async function spacesOf(
    { scope, member }: Caller,
    { discussion, audience, who }: Access,
    { thread, group }: { readonly thread: string | undefined; readonly group: string | undefined },
  ): Promise<Spaces> {
    if (thread !== undefined) {
      const found = await threads.find(scope, discussion.id, thread, audience, member.id);
      if (!found) throw new AppError('NOT_FOUND', { kind: 'thread' });
      return [found.groupId];
    }
    if (group === undefined || group === 'all') {
      if (who.groupIds) return who.groupIds;
      const { groupSetId } = discussion.settings;
      // What staff start for all is a thread in each group: who is in none reads none of them.
      return groupSetId === null
        ? [null]
        : (await groups.listPeopled(scope, groupSetId)).map(({ groupId }) => groupId);
    }
    if (who.groupIds && !who.groupIds.includes(group)) throw new AppError('NOT_FOUND', { kind: 'group' });
    return [group];
  }

  return {
    /** Five round trips at most. @throws AppError NOT_FOUND, ACTIVITY_NOT_OPEN */
    async list(
      caller: Caller,
      activityId: string,
      {
        q,
        ...where
      }: { readonly q: string; readonly thread: string | undefined; readonly group: string | undefined },
    ) {
      const opened = await access.forReading(caller, activityId);
      const { settings } = opened.discussion;
      if (!hasMentions(settings)) return { items: [] };
      const { scope } = caller;
      const entering = await learnersIn(scope, settings, await spacesOf(caller, opened, where));
      const found = await course.listNamed(
        scope,
        namePattern(q),
        entering && [...entering],
        MENTIONABLE_MAX + 1,
      );
      const items = found
        // Nobody calls themselves.
        .filter(({ id }) => id !== caller.member.id)
        .slice(0, MENTIONABLE_MAX)
        .map(({ id, name }) => ({ memberId: id, name }));
      return ListMentionable.response.parse({ items });
    },

    listReaders,

    /** Why a post may not mention whom it mentions; null: it may. @param before who is mentioned in it already */
    async findMentionFault(
      scope: CourseScope,
      settings: Settings,
      spaces: Spaces,
      text: RichText,
      before: readonly string[] = [],
    ): Promise<MentionFault | null> {
      const decision = decideMentions(settings, text, before);
      if (decision.type === 'refuse') return decision.reason;
      const { memberIds } = decision;
      const readers = await listReaders(scope, settings, spaces, memberIds);
      return readers.length === memberIds.length ? null : 'POST_MENTIONS';
    },

    /** The names of people whom a draft mentions, for who writes it. */
    async nameMentioned(
      scope: CourseScope,
      settings: Settings,
      ids: readonly string[],
    ): Promise<Mentioned[]> {
      if (ids.length === 0 || !hasMentions(settings)) return [];
      const members = await course.findMembers(scope, ids.slice(0, MENTIONS_MAX));
      return members.map(({ id, name }) => ({ memberId: id, name }));
    },
  };
}

/** @param entering the learners who do; null: all */
const reads = (member: Member, entering: ReadonlySet<string> | null): boolean =>
  isStaff(member.role)
    ? member.status === 'active' && !member.readOnly
    : countsAsLearner(member) && (entering === null || entering.has(member.id));
