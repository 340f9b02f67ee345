import type { NoticeContent } from '../../contracts/notices.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { type DomainEvent, doerOf } from '../../core/events.ts';
import { timelineOf } from '../../core/timeline.ts';
import type { ActivityService } from '../activity/index.ts';
import type { NoticeChange, NoticeSource } from '../notices/index.ts';
import { milestoneKey } from './group-work.domain.ts';
import { scheduleOf, settingsOf } from './settings-of.service.ts';

/** Projects of one course that a calendar shows: the newest. */
const NEWEST = 100;

interface Told {
  readonly kind: Extract<
    NoticeContent['kind'],
    'groupHandedIn' | 'groupConfirm' | 'groupWithdrawn' | 'groupObjected'
  >;
  readonly memberIds: readonly string[];
}

const idsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];

/** Whom an event concerns: everybody has a receipt of what is handed in, also who has done it. */
function toldOf({ type, actor, data }: DomainEvent): Told[] {
  const all = idsIn(data['memberIds']);
  const missing = idsIn(data['unconfirmed']);
  const others = all.filter((id) => id !== doerOf(actor));
  const receipt = { kind: 'groupHandedIn', memberIds: all } as const;
  if (type === 'deliverable.handedIn')
    return missing.length > 0 ? [{ kind: 'groupConfirm', memberIds: missing }] : [receipt];
  if (type === 'deliverable.confirmed') return missing.length > 0 ? [] : [receipt];
  if (type === 'deliverable.settled') return [receipt];
  if (type === 'deliverable.objected') return [{ kind: 'groupObjected', memberIds: others }];
  return type === 'deliverable.withdrawn' ? [{ kind: 'groupWithdrawn', memberIds: others }] : [];
}

/** What happens to a group's deliverable, for its members; and the dates of milestones, for calendars. */
export function createNoticeSource(activities: Pick<ActivityService, 'find' | 'listFor'>): NoticeSource {
  async function changesOf(scope: CourseScope, event: DomainEvent): Promise<NoticeChange[]> {
    const { activityId } = event.data;
    const told = toldOf(event).filter(({ memberIds }) => memberIds.length > 0);
    if (told.length === 0 || typeof activityId !== 'string') return [];
    const activity = await activities.find(scope, activityId);
    if (!activity) return [];
    return told.map(({ kind, memberIds }) => ({
      type: 'tell',
      announcement: {
        key: `${kind}/${event.id}`,
        activityId,
        title: activity.title,
        task: null,
        at: event.at,
        until: null,
      },
      recipients: memberIds.map((memberId) => ({ memberId, content: { kind } })),
    }));
  }

  return {
    name: 'groupWork',
    read: async (scope, events) =>
      (
        await Promise.all(
          events
            .filter(({ type }) => type.startsWith('deliverable.'))
            .map((event) => changesOf(scope, event)),
        )
      ).flat(),

    async listDeadlines(scope, memberId) {
      const newest = await activities.listFor(scope, memberId, NEWEST);
      return newest
        .filter(({ activity }) => activity.state === 'published')
        .flatMap(({ activity, changes }) => {
          const { id: activityId, title, revision, changedAt } = activity;
          const own = timelineOf(scheduleOf(activity), changes);
          return settingsOf(activity).milestones.flatMap(({ n: part }) => {
            const at = own.get(milestoneKey(part));
            return at
              ? [{ activityId, title, revision, changedAt, what: 'milestone' as const, at, part }]
              : [];
          });
        });
    },
  };
}
