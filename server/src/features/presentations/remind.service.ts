import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { type DomainEvent, makeEvent } from '../../core/events.ts';
import { remindAt } from '../../core/remind-at.ts';
import { DONE, type Jobs } from '../../platform/jobs/ports.ts';
import type { TeamRooms } from '../group-work/index.ts';
import type { PresentationStore } from './presentations.store.ts';

const REMIND = 'presentations.remind';

export interface RemindPorts {
  readonly jobs: Pick<Jobs, 'define' | 'enqueue'>;
  readonly running: Pick<TeamRooms, 'findRunning'>;
  readonly findScope: (courseId: string) => Promise<CourseScope | null>;
  readonly clock: Clock;
  readonly eventsWritten: () => void;
}

/** Reminds groups before they present. @returns what follows events to do so */
export function createPresentationReminders(
  store: Pick<PresentationStore, 'findSlot' | 'say'>,
  { jobs, running, findScope, clock, eventsWritten }: RemindPorts,
) {
  async function remind(courseId: string, slotId: string, startsAt: Date): Promise<void> {
    const scope = await findScope(courseId);
    if (!scope) return;
    const slot = await store.findSlot(scope, slotId);
    // Gone, free, or at another time by now.
    if (slot?.groupId === undefined || slot.startsAt.getTime() !== startsAt.getTime()) return;
    const { activityId, groupId } = slot;
    const project = await running.findRunning(scope, activityId);
    const memberIds = project?.groups.find((group) => group.groupId === groupId)?.memberIds ?? [];
    if (memberIds.length === 0) return;
    const event = makeEvent({
      type: 'presentation.soon',
      at: clock.now(),
      actor: { kind: 'system', job: REMIND },
      requestId: null,
      courseId,
      subject: { kind: 'presentations', id: activityId },
      data: { activityId, slotId, groupIds: [groupId], memberIds, startsAt },
    });
    await store.say(scope, slotId, event);
    eventsWritten();
  }

  jobs.define(REMIND, async ({ courseId, slotId, start }) => {
    await remind(String(courseId), String(slotId), new Date(String(start)));
    return DONE;
  });

  return async (events: readonly DomainEvent[]): Promise<void> => {
    for (const { type, at, courseId, data } of events) {
      const { slotId, startsAt, groupIds } = data;
      if (type !== 'presentation.booked' && type !== 'presentation.moved') continue;
      if (!(startsAt instanceof Date)) continue;
      const when = remindAt(startsAt, at);
      if (when === null) continue;
      const start = startsAt.toISOString();
      await jobs.enqueue({
        type: REMIND,
        // Who books a slot that another group had is reminded anew.
        key: `${String(slotId)}/${String(groupIds)}/${start}`,
        payload: { courseId, slotId: String(slotId), start },
        dueAt: when,
      });
    }
  };
}
