import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import type { ActivityService } from '../activity/index.ts';
import type { Concern, MatterSource, OwnProgress, ProgressSource, SourceMatter } from '../insights/index.ts';
import { membersOf } from './follow-events.service.ts';
import { ownMatters, staffMatters } from './matters.domain.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import type { ProgressService } from './progress.service.ts';
import { peerReviewOf } from './settings.service.ts';
import { withChangesOf } from './timeline.domain.ts';

/** Activities of one course that a home shows: the newest. */
const ACTIVITIES_MAX = 100;

/** After these all that waits in an activity may be different. */
const ABOUT_ALL: ReadonlySet<DomainEvent['type']> = new Set([
  'activity.created',
  'activity.changed',
  'activity.published',
  'activity.closed',
  'activity.reopened',
  'allocation.requested',
  'allocation.done',
  'grades.released',
  'grades.withdrawn',
  'grades.runDone',
]);

/** What waits in peer reviews: read from the activity and the staff table, which come up to date before. */
export function createMatterSource(
  { progress }: PeerReviewStores,
  activities: ActivityService,
  rebuildProgress: ProgressService['rebuild'],
): MatterSource & ProgressSource {
  async function readOne(
    scope: CourseScope,
    activityId: string,
    waitsFor: readonly string[],
  ): Promise<SourceMatter[]> {
    const activity = await activities.find(scope, activityId);
    if (activity?.type !== 'peerReview') return [];
    const review = peerReviewOf(activity);
    if (waitsFor.length === 1 && waitsFor[0] === 'staff') {
      const [handIn, reviewing] = await Promise.all([
        progress.countLacking(scope, activityId, 'handIn'),
        progress.countLacking(scope, activityId, 'review'),
      ]);
      return staffMatters(review, { handIn, review: reviewing }).map(inTopic);
    }
    const [rows, changes] = await Promise.all([
      progress.findRows(scope, activityId, waitsFor),
      activities.findChanges(scope, activityId, waitsFor),
    ]);
    return rows
      .flatMap((row) => ownMatters(withChangesOf(review, changes, row.memberId), activity, row))
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
      if (ABOUT_ALL.has(type)) return { topics: [activityIdOf(event) ?? subject.id], memberIds: null };
      // One's own dates, in one activity or in all.
      if (type === 'extension.changed' || type === 'accommodation.changed')
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
        activities.listNewest(scope, ACTIVITIES_MAX),
        progress.listOf(scope, memberId, ACTIVITIES_MAX),
      ]);
      return newest.flatMap(({ id, title, phase, state }) => {
        const row = rows.get(id);
        if (!row || state === 'draft') return [];
        const { submittedAt, given } = row;
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
