import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { groupBy } from '../../core/group-by.ts';
import type { ActivityService } from '../activity/index.ts';
import type { NoticeChange } from '../notices/index.ts';
import { withLatestOf } from './author-groups.domain.ts';
import { text } from './notice-events.service.ts';
import { authorsOf, type PeerReview, type Submission } from './peer-review.domain.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { revisionWindow } from './revision.domain.ts';
import { withChangesOf } from './timeline.domain.ts';

/** Tells those who have handed in that they can revise their work; each once for the date at which it opens to them. */
export function createRevisionNotices(
  find: (scope: CourseScope, activityId: string) => Promise<PeerReview | null>,
  { submissions }: Pick<PeerReviewStores, 'submissions'>,
  activities: Pick<ActivityService, 'findChanges'>,
) {
  /** The authors to whom it is open at a moment, each with the own dates. */
  async function authorsNow(scope: CourseScope, review: PeerReview, at: Date) {
    const works = await submissions.listUntil(scope, review.id, at);
    const changes = await activities.findChanges(scope, review.id, works.flatMap(authorsOf));
    const datesOf = (work: Submission, memberId: string): PeerReview => {
      const own = withChangesOf(review, changes, memberId);
      return work.group ? withLatestOf(review, changes, own, authorsOf(work)) : own;
    };
    return works
      .flatMap((work) => authorsOf(work).map((memberId) => ({ memberId, own: datesOf(work, memberId) })))
      .filter(({ own }) => revisionWindow(own, true, at) === 'open')
      .map(({ memberId, own: { settings } }) => ({
        memberId,
        opensAt: settings.reviewsCloseAt,
        closesAt: settings.revision?.closesAt ?? settings.reviewsCloseAt,
      }));
  }

  return async (scope: CourseScope, events: readonly DomainEvent[]): Promise<NoticeChange[]> => {
    const changes: NoticeChange[] = [];
    for (const { data, at } of events) {
      const activityId = text(data, 'activityId');
      const review = await find(scope, activityId);
      if (!review) continue;
      const alike = groupBy(await authorsNow(scope, review, at), (one) => `${one.opensAt}/${one.closesAt}`);
      for (const members of alike.values()) {
        const [first] = members;
        if (!first) continue;
        const key = `revision/${activityId}/${first.opensAt}`;
        const until = new Date(first.closesAt);
        const { title } = review.settings;
        changes.push({
          type: 'tell',
          announcement: { key, activityId, title, task: null, at, until },
          recipients: members.map(({ memberId }) => ({ memberId, content: { kind: 'revisionOpen' } })),
        });
      }
    }
    return changes;
  };
}
