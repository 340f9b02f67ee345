import type { Clock } from '../../core/clock.ts';
import type { Trace, TraceSource } from '../group-work/index.ts';
import type { MeetingStore } from './meetings.store.ts';

/** When groups have met, and who is noted as having been there. */
export const createMeetingTraces =
  (store: Pick<MeetingStore, 'listTraces'>, clock: Clock): TraceSource =>
  async (scope, activityId, groupIds) => {
    const meetings = await store.listTraces(scope, activityId, groupIds, clock.now());
    return meetings.flatMap(({ groupId, startsAt, attendance, notes }): Trace[] => {
      const trace = { groupId, n: null, amount: 1 };
      const present = Object.entries(attendance).flatMap(([id, was]) => (was === 'present' ? [id] : []));
      return [
        ...(notes.at ? [{ ...trace, kind: 'other' as const, at: notes.at, memberIds: [] }] : []),
        // A meeting that nobody is noted at may have been planned and forgotten.
        ...(present.length > 0
          ? [{ ...trace, kind: 'meetings' as const, at: startsAt, memberIds: present }]
          : []),
      ];
    });
  };
