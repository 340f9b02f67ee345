import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import type { ActivityService } from '../activity/index.ts';
import type { NoticeChange } from '../notices/index.ts';
import type { PeerReview } from './peer-review.domain.ts';
import { withChangesOf } from './timeline.domain.ts';

/** Tells those who have waited for a work to review that there is one. */
export const createWorkThereNotices =
  (
    find: (scope: CourseScope, activityId: string) => Promise<PeerReview | null>,
    activities: Pick<ActivityService, 'findChanges'>,
  ) =>
  async (scope: CourseScope, events: readonly DomainEvent[]): Promise<NoticeChange[]> => {
    const changes: NoticeChange[] = [];
    for (const { id, data, at } of events) {
      const [activityId, memberId] = [String(data['activityId']), String(data['memberId'])];
      const review = await find(scope, activityId);
      if (!review) continue;
      const own = await activities.findChanges(scope, activityId, [memberId]);
      const { title, reviewsCloseAt } = withChangesOf(review, own, memberId).settings;
      const until = new Date(reviewsCloseAt);
      changes.push({
        type: 'tell',
        announcement: { key: `work-there/${id}`, activityId, title, task: 'review', at, until },
        recipients: [{ memberId, content: { kind: 'workToReview', works: 1 } }],
      });
    }
    return changes;
  };
