import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import type { ActivityService } from '../activity/index.ts';
import type { NoticeChange, NoticeSource } from '../notices/index.ts';

/** Tells a learner that a dispute was answered: that it was, and nothing of what was said. It asks for no task. */
export const createDisputeNotices = (activities: Pick<ActivityService, 'find'>): NoticeSource => ({
  name: 'disputes',

  async read(scope: CourseScope, events: readonly DomainEvent[]): Promise<NoticeChange[]> {
    const changes: NoticeChange[] = [];
    for (const { type, subject, data, at } of events) {
      const { activityId, memberId } = data;
      if (type !== 'dispute.answered' || typeof activityId !== 'string' || typeof memberId !== 'string')
        continue;
      const activity = await activities.find(scope, activityId);
      if (!activity) continue;
      const key = `disputeAnswered/${subject.id}`;
      changes.push({
        type: 'tell',
        announcement: { key, activityId, title: activity.title, task: null, at, until: null },
        recipients: [{ memberId, content: { kind: 'disputeAnswered' } }],
      });
    }
    return changes;
  },
});
