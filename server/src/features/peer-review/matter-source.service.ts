import type { CourseScope } from '../../core/course-scope.ts';
import { authorsIn, type DomainEvent } from '../../core/events.ts';
import type { ActivityService } from '../activity/index.ts';
import type { Concern, MatterSource, OwnProgress, ProgressSource, SourceMatter } from '../insights/index.ts';
import { membersOf } from './follow-events.service.ts';
import { ownMatters, staffMatters } from './matters.domain.ts';
import type { AuthorGroups } from './author-groups.service.ts';
import type { PeerReview } from './peer-review.domain.ts';
import type { DisagreementsService } from './disagreements.service.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import type { ProgressService } from './progress.service.ts';
import { leastOf } from './pull-queue.domain.ts';
import { createFindRated } from './reviews-rated.service.ts';
import { peerReviewOf } from './settings.service.ts';
import { withChanges, withChangesOf } from './timeline.domain.ts';

/** Activities of one course that a home shows: the newest. */
const ACTIVITIES_MAX = 100;

const NOBODY: ReadonlySet<string> = new Set();

/** After these all that waits in an activity may be different. */
const ABOUT_ALL: ReadonlySet<DomainEvent['type']> = new Set([
  'activity.created',
  'activity.changed',
  'activity.published',
  'activity.closed',
  'activity.reopened',
  'activity.datesLed',
  'activity.openingChanged',
  'allocation.requested',
  'allocation.done',
  'allocation.rolling',
  'grades.released',
  'grades.withdrawn',
  'grades.runDone',
]);

/** After these others may be in a group that hands in. */
const ABOUT_GROUPS: ReadonlySet<DomainEvent['type']> = new Set([
  'membership.opened',
  'membership.closed',
  'groups.imported',
  'group.chosen',
  'groupSet.deleted',
]);

/** After these what waits for staff may be different. */
const ABOUT_STAFF: ReadonlySet<DomainEvent['type']> = new Set([
  'reviewDisagreement.settled',
  'work.marked',
  'work.markUndone',
]);

/** What waits in peer reviews: read from the activity and the staff table, which come up to date before. */
export function createMatterSource(
  { progress, selves, revisions, ...stores }: PeerReviewStores,
  activities: ActivityService,
  rebuildProgress: ProgressService['rebuild'],
  disagreements: Pick<DisagreementsService, 'countWaiting'>,
  authors: Pick<AuthorGroups, 'listPeopled' | 'setOf' | 'listReviewing'>,
): MatterSource & ProgressSource {
  const findRated = createFindRated(stores);

  /** Of those who have not handed in, how many are in no group; 0 where each hands in alone. */
  async function countOutside(scope: CourseScope, review: PeerReview, lacking: number): Promise<number> {
    if (authors.setOf(scope, review) === null || lacking === 0) return 0;
    const inside = (await authors.listPeopled(scope, review)).flatMap(({ memberIds }) => memberIds);
    return lacking - (await progress.countLacking(scope, review.id, 'handIn', inside));
  }

  /** How many are in no group of those that review; 0 where each reviews alone. */
  async function countUnplaced(scope: CourseScope, review: PeerReview): Promise<number> {
    const inside = await authors.listReviewing(scope, review);
    return inside === null ? 0 : progress.countOthers(scope, review.id, inside);
  }

  async function readOne(
    scope: CourseScope,
    activityId: string,
    waitsFor: readonly string[],
  ): Promise<SourceMatter[]> {
    const activity = await activities.find(scope, activityId);
    if (activity?.type !== 'peerReview') return [];
    const review = peerReviewOf(activity);
    if (waitsFor.length === 1 && waitsFor[0] === 'staff') {
      const [handIn, reviewing, disagree, counts] = await Promise.all([
        progress.countLacking(scope, activityId, 'handIn'),
        progress.countLacking(scope, activityId, 'review'),
        disagreements.countWaiting(scope, activityId, review.settings.disagreementLimit),
        progress.findCounts(scope, activityId),
      ]);
      // Nobody reviews the own work: in a small course there are fewer reviews to be had.
      const least = Math.min(leastOf(review), counts.submissions - 1);
      const works = await progress.countShort(scope, activityId, least);
      const [outside, unplaced] = await Promise.all([
        countOutside(scope, review, handIn),
        countUnplaced(scope, review),
      ]);
      const lacking = { handIn, outside, unplaced, review: reviewing, disagree, works };
      return staffMatters(review, lacking).map(inTopic);
    }
    const { selfAssessment, revision, backEvaluation } = review.settings;
    const [rows, changes, assessed, revised, rated] = await Promise.all([
      progress.findRows(scope, activityId, waitsFor),
      activities.findChanges(scope, activityId, waitsFor),
      selfAssessment ? selves.listDone(scope, activityId, waitsFor) : NOBODY,
      revision ? revisions.listDone(scope, activityId, waitsFor) : NOBODY,
      backEvaluation ? findRated(scope, activityId, waitsFor) : NOBODY,
    ]);
    return rows
      .flatMap((row) => {
        const { memberId } = row;
        const taken = {
          assessedSelf: assessed.has(memberId),
          revised: revised.has(memberId),
          rated: rated.has(memberId),
        };
        const releasedAt = activity.releasedAt ?? changes.get(memberId)?.releasedAt ?? null;
        const own = withChangesOf(review, changes, memberId);
        return ownMatters(own, { createdAt: activity.createdAt, releasedAt }, row, taken);
      })
      .map(inTopic);
  }

  return {
    name: 'peerReview',
    kind: 'work',
    forLearners: true,
    prepare: rebuildProgress,

    async listTopics(scope, after, limit) {
      const { items, next } = await activities.list(scope, after, limit);
      return { topics: items.map(({ id }) => id), next };
    },

    concernOf(event): Concern | null {
      const { type, subject } = event;
      // A mark of staff settles what reviews disagree about.
      if (ABOUT_STAFF.has(type)) return { topics: topicsOf(activityIdOf(event)), memberIds: [] };
      // Who is in a group, in whatever activity.
      if (ABOUT_GROUPS.has(type)) return { topics: null, memberIds: [] };
      if (ABOUT_ALL.has(type)) return { topics: [activityIdOf(event) ?? subject.id], memberIds: null };
      if (type === 'selfAssessment.submitted' || type === 'submission.revised')
        return { topics: topicsOf(activityIdOf(event)), memberIds: [String(event.data['memberId'])] };
      if (type === 'review.rated')
        return { topics: topicsOf(activityIdOf(event)), memberIds: authorsIn(event.data) };
      // One's own dates, in one activity or in all.
      if (type === 'extension.changed' || type === 'opening.met' || type === 'accommodation.changed')
        return { topics: topicsOf(activityIdOf(event)), memberIds: [subject.id] };
      const { activityId, memberIds } = membersOf(event);
      return memberIds.length === 0 ? null : { topics: topicsOf(activityId), memberIds };
    },

    async read(scope, topics, waitsFor) {
      const found = await Promise.all(topics.map((activityId) => readOne(scope, activityId, waitsFor)));
      return found.flat();
    },

    async progressOf(scope: CourseScope, memberId: string): Promise<OwnProgress[]> {
      const [newest, rows] = await Promise.all([
        activities.listFor(scope, memberId, ACTIVITIES_MAX),
        progress.listOf(scope, memberId, ACTIVITIES_MAX),
      ]);
      return newest.flatMap(({ activity, changes }) => {
        const { id, title, state } = activity;
        const row = rows.get(id);
        if (!row || state === 'draft') return [];
        const { submittedAt, given } = row;
        // Results may have been released to this member alone.
        const { phase } = withChanges(peerReviewOf(activity), changes);
        return [{ activityId: id, title, phase, submittedAt, given }];
      });
    },
  };
}

const activityIdOf = ({ data }: DomainEvent): string | null =>
  typeof data['activityId'] === 'string' ? data['activityId'] : null;

const topicsOf = (activityId: string | null): string[] | null => (activityId === null ? null : [activityId]);

const inTopic = (matter: ReturnType<typeof staffMatters>[number]): SourceMatter => ({
  ...matter,
  id: `${matter.activityId}/${matter.code}`,
  topic: matter.activityId,
});
