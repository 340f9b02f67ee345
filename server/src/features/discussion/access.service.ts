import { AppError } from '../../core/app-error.ts';
import { isStaff } from '../../core/roles.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService } from '../activity/index.ts';
import { type Audience, audienceOf, type Discussion, type Participant } from './discussion.domain.ts';
import { discussionOf } from './discussion-of.service.ts';
import type { GroupsPort } from './groups-port.service.ts';
import type { PostStore } from './posts.store.ts';

/** A discussion as one person meets it. */
export interface Access {
  readonly discussion: Discussion;
  readonly who: Participant;
  /** Whose posts they see: it goes into every query that reads posts or threads for them. */
  readonly audience: Audience;
}

/** Who looks at a discussion, also when they have not asked for it themselves. */
type Onlooker = Pick<Caller, 'scope'> & { readonly member: Pick<Caller['member'], 'id' | 'role'> };

export type AccessService = ReturnType<typeof createAccessService>;

/** Opens discussions to people. */
export function createAccessService(
  activities: Pick<ActivityService, 'getFor'>,
  posts: Pick<PostStore, 'hasPosted'>,
  groups: Pick<GroupsPort, 'currentIn'>,
) {
  /** @throws AppError NOT_FOUND, ACTIVITY_NOT_OPEN for a draft, and before it opens to them */
  async function getDiscussion({ scope, member }: Onlooker, activityId: string): Promise<Discussion> {
    const { activity, changes, isOpen } = await activities.getFor(scope, activityId, member.id);
    if (!isStaff(member.role) && (activity.state === 'draft' || !isOpen))
      throw new AppError('ACTIVITY_NOT_OPEN');
    return discussionOf(activity, changes);
  }

  /** Whose spaces a learner enters now, by the dates of their memberships; null: every space there is. */
  async function groupsOf({ scope, member }: Onlooker, { settings }: Discussion): Promise<string[] | null> {
    if (settings.groupSetId === null || isStaff(member.role)) return null;
    return groups.currentIn(scope, settings.groupSetId, member.id);
  }

  async function accessOf(
    caller: Onlooker,
    discussion: Discussion,
    posted: Promise<boolean>,
  ): Promise<Access> {
    const [hasPosted, groupIds] = await Promise.all([posted, groupsOf(caller, discussion)]);
    const who = { memberId: caller.member.id, isStaff: isStaff(caller.member.role), hasPosted, groupIds };
    return { discussion, who, audience: audienceOf(discussion, who) };
  }

  return {
    /** For reading: whether somebody has posted is asked where it matters. @throws as `getDiscussion` */
    async forReading(caller: Onlooker, activityId: string): Promise<Access> {
      const { scope, member } = caller;
      const discussion = await getDiscussion(caller, activityId);
      const asks = discussion.settings.mode === 'postFirst' && !isStaff(member.role);
      const posted = asks ? posts.hasPosted(scope, activityId, member.id) : Promise.resolve(false);
      return accessOf(caller, discussion, posted);
    },

    /** For writing: all at once. @throws as `getDiscussion` */
    async forWriting(caller: Onlooker, activityId: string): Promise<Access> {
      const { scope, member } = caller;
      const [discussion, hasPosted] = await Promise.all([
        getDiscussion(caller, activityId),
        posts.hasPosted(scope, activityId, member.id),
      ]);
      return accessOf(caller, discussion, Promise.resolve(hasPosted));
    },
  };
}
