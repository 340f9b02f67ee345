import { PRESENTATION_NOTICES } from '../../contracts/presentation-limits.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { type DomainEvent, doerOf } from '../../core/events.ts';
import type { TeamRooms } from '../group-work/index.ts';
import type { NoticeChange, NoticeSource } from '../notices/index.ts';

type Kind = (typeof PRESENTATION_NOTICES)[number];

function kindOf({ type, data }: DomainEvent): Kind | null {
  if (type === 'presentation.booked') return data['startsAt'] ? 'presentationSet' : 'presentationFreed';
  if (type === 'presentation.moved') return 'presentationMoved';
  return type === 'presentation.soon' ? 'presentationSoon' : null;
}

/** A slot that went from group to group may be found to begin soon more than once: each is told of it once. */
const keyOf = (kind: Kind, { id, data }: DomainEvent): string =>
  kind === 'presentationSoon' && data['startsAt'] instanceof Date
    ? `${kind}/${String(data['slotId'])}/${String(data['groupIds'])}/${data['startsAt'].toISOString()}`
    : `${kind}/${id}`;

/** When their group presents, for its members: not for whoever of them has just booked it themselves. */
export const createPresentationNotices = ({ findRunning }: Pick<TeamRooms, 'findRunning'>): NoticeSource => ({
  name: 'presentation',

  async read(scope: CourseScope, events) {
    const concerned = new Set(events.flatMap((event) => (kindOf(event) ? [event.subject.id] : [])));
    const titles = new Map(
      await Promise.all(
        [...concerned].map(
          async (id) => [id, (await findRunning(scope, id))?.project.title ?? null] as const,
        ),
      ),
    );
    return events.flatMap((event): NoticeChange[] => {
      const kind = kindOf(event);
      const { at, data, actor } = event;
      const activityId = event.subject.id;
      const title = kind && titles.get(activityId);
      const all = data['memberIds'];
      if (!kind || title === null || title === undefined || !Array.isArray(all)) return [];
      const memberIds = (all as readonly string[]).filter((one) => one !== doerOf(actor));
      const startsAt = data['startsAt'];
      // The newest time holds, and that one comes near takes nothing back.
      const outdated = kind === 'presentationSoon' ? [] : PRESENTATION_NOTICES.filter((one) => one !== kind);
      return [
        ...outdated.map((gone) => ({
          type: 'withdraw' as const,
          activityId,
          kind: gone,
          memberIds: all as readonly string[],
          at,
        })),
        {
          type: 'tell',
          announcement: {
            key: keyOf(kind, event),
            activityId,
            title,
            task: null,
            at,
            until: startsAt instanceof Date ? startsAt : null,
          },
          recipients: memberIds.map((memberId) => ({ memberId, content: { kind } })),
        },
      ];
    });
  },
});
