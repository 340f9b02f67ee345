import { countOwnWords } from '../../contracts/plain-text.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { groupBy } from '../../core/group-by.ts';
import { isStaff } from '../../core/roles.ts';
import { type TimelineChanges, timelineOf, UNCHANGED } from '../../core/timeline.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { Activity, ActivityService } from '../activity/index.ts';
import type { ContributionStore } from './contributions.store.ts';
import type { WrittenPost } from './written-posts.domain.ts';
import { scheduleOf, settingsOf } from './discussion-of.service.ts';
import {
  type Contribution,
  type MilestoneStanding,
  type OwnMilestone,
  ownMilestones,
  standingOf,
} from './milestones.domain.ts';
import { checklistView } from './milestones.views.ts';

export type MilestonesService = ReturnType<typeof createMilestonesService>;

/** How members stand towards what a discussion expects of them. */
export function createMilestonesService(
  activities: Pick<ActivityService, 'getFor'>,
  contributions: ContributionStore,
  clock: Clock,
) {
  const ownOf = (activity: Activity, changes: TimelineChanges): OwnMilestone[] =>
    ownMilestones(settingsOf(activity).milestones, timelineOf(scheduleOf(activity), changes));

  /** How several members stand, by member: everybody asked about is in it. */
  async function standingsOf(
    scope: CourseScope,
    activity: Activity,
    changes: ReadonlyMap<string, TimelineChanges>,
    memberIds: readonly string[],
  ): Promise<Map<string, MilestoneStanding[]>> {
    const written = await contributions.listWritten(scope, activity.id, memberIds);
    const byMember = groupBy(written, ({ authorId }) => authorId);
    const now = clock.now();
    return new Map(
      memberIds.map((memberId) => {
        const own = (byMember.get(memberId) ?? []).map(contributionOf);
        const milestones = ownOf(activity, changes.get(memberId) ?? UNCHANGED);
        return [memberId, milestones.map((milestone) => standingOf(milestone, memberId, own, now))];
      }),
    );
  }

  return {
    standingsOf,

    /** How one member stands, from what they have written. */
    standingsFrom(
      activity: Activity,
      changes: TimelineChanges,
      memberId: string,
      written: readonly WrittenPost[],
    ): MilestoneStanding[] {
      const own = written.map(contributionOf);
      const now = clock.now();
      return ownOf(activity, changes).map((milestone) => standingOf(milestone, memberId, own, now));
    },

    /** What is expected of the caller, and how far it is done. @throws AppError NOT_FOUND, ACTIVITY_NOT_OPEN */
    async checklist(caller: Caller, activityId: string) {
      const { scope, member } = caller;
      const { activity, changes, isOpen } = await activities.getFor(scope, activityId, member.id);
      const isOwn = !isStaff(member.role);
      if (isOwn && (activity.state === 'draft' || !isOpen)) throw new AppError('ACTIVITY_NOT_OPEN');
      if (!isOwn) {
        const expected = ownOf(activity, UNCHANGED);
        const now = clock.now();
        return checklistView(
          expected.map((milestone) => standingOf(milestone, member.id, [], now)),
          isOwn,
        );
      }
      const standings = await standingsOf(scope, activity, new Map([[member.id, changes]]), [member.id]);
      return checklistView(standings.get(member.id) ?? [], isOwn);
    },
  };
}

/** A post as milestones see it: words are counted, texts forgotten. */
function contributionOf({
  text,
  at,
  editedAt,
  deletedAt,
  earlier,
  isReply,
  answered,
  hide,
  unapproved,
}: WrittenPost): Contribution {
  const said = [...earlier, ...(text === null ? [] : [{ text, at: editedAt ?? at }])];
  return {
    answers: isReply ? { authorId: answered?.authorId ?? '' } : null,
    versions: said.map((version) => ({ at: version.at, words: countOwnWords(version.text) })),
    // What staff hide counts as what its author deletes, as long as it is hidden; what they have not approved has never
    // been there, and counts from when it was written once they do.
    deletedAt: unapproved ? at : (deletedAt ?? hide?.at ?? null),
  };
}
