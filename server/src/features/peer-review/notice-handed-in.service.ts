import type { CourseScope } from '../../core/course-scope.ts';
import { authorsIn, type DomainEvent, doerOf } from '../../core/events.ts';
import type { NoticeChange } from '../notices/index.ts';
import { text } from './notice-events.service.ts';
import type { PeerReview } from './peer-review.domain.ts';

/** A receipt for everybody who shares a group's work, apart from the one who has handed it in and sees it there. */
export function createHandedInNotices(
  find: (scope: CourseScope, activityId: string) => Promise<PeerReview | null>,
) {
  return async (scope: CourseScope, events: readonly DomainEvent[]): Promise<NoticeChange[]> => {
    const changes: NoticeChange[] = [];
    for (const { data, at, actor, subject } of events.filter(
      (event) => event.data['groupId'] !== undefined,
    )) {
      const activityId = text(data, 'activityId');
      const others = authorsIn(data).filter((id) => id !== doerOf(actor));
      const review = others.length > 0 ? await find(scope, activityId) : null;
      if (!review) continue;
      const key = `handed-in/${subject.id}/${String(data['version'])}`;
      const { title } = review.settings;
      changes.push({
        type: 'tell',
        announcement: { key, activityId, title, task: null, at, until: null },
        recipients: others.map((memberId) => ({ memberId, content: { kind: 'groupHandedIn' } })),
      });
    }
    return changes;
  };
}
