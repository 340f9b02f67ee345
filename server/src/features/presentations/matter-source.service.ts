import type { Clock } from '../../core/clock.ts';
import { concernOfRooms, type TeamRooms } from '../group-work/index.ts';
import type { MatterSource } from '../insights/index.ts';
import { unplanned } from './presentations.domain.ts';
import type { PresentationStore } from './presentations.store.ts';
import { waitsOf } from './waiting.domain.ts';

/** That one's group has no time to present yet, and the time that it has. */
export const createPresentationMatters = (
  store: Pick<PresentationStore, 'listBookings' | 'listSlotsOf'>,
  { findRunning, listIds }: Pick<TeamRooms, 'findRunning' | 'listIds'>,
  clock: Clock,
): MatterSource => ({
  name: 'presentation',
  kind: 'work',
  forLearners: true,

  concernOf(event) {
    const { type, subject, data } = event;
    if (subject.kind !== 'presentations') return concernOfRooms(event);
    const topics = [subject.id];
    if (type === 'presentation.booked')
      return { topics, memberIds: (data['memberIds'] as readonly string[] | undefined) ?? null };
    // Until when one can book is the same for all.
    const isPlanned = type === 'presentations.planned' || type === 'presentation.moved';
    return isPlanned ? { topics, memberIds: null } : null;
  },

  async read(scope, topics, waitsFor) {
    const [bookings, all] = await Promise.all([
      store.listBookings(scope, topics),
      store.listSlotsOf(scope, topics),
    ]);
    const concerned = [...new Set(all.map(({ activityId }) => activityId))];
    const projects = await Promise.all(concerned.map((id) => findRunning(scope, id)));
    return projects.flatMap((running, index) => {
      const activityId = concerned[index] ?? '';
      if (!running) return [];
      const { project, groups, openTo } = running;
      const booking = bookings.get(activityId) ?? unplanned(activityId).booking;
      const slots = all.filter((slot) => slot.activityId === activityId);
      const waits = waitsOf({ booking, slots, groups }, clock.now());
      return waits.flatMap(({ id, groupId, memberIds, ...when }) =>
        memberIds
          .filter((memberId) => waitsFor.includes(memberId) && openTo?.includes(memberId) !== false)
          .map((memberId) => ({
            ...when,
            id: `${activityId}/${id}`,
            topic: activityId,
            activityId,
            waitsFor: memberId,
            params: { name: project.title, count: 1, groupId },
            since: new Date(0),
          })),
      );
    });
  },

  listTopics: listIds,
});
