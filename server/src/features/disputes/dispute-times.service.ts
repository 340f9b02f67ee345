import type { DisputeSettingsView } from '../../contracts/disputes.ts';
import { AppError } from '../../core/app-error.ts';
import type { DisputeTimes } from '../../core/dispute-times.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService } from '../activity/index.ts';
import { DEFAULT_TIMES } from './disputes.domain.ts';
import type { DisputeStore } from './disputes.store.ts';
import { settingsView } from './disputes.views.ts';

export type DisputeTimesService = ReturnType<typeof createDisputeTimesService>;

/** For how long one can dispute in an activity, and how soon staff should answer: a part of the activity. */
export function createDisputeTimesService(
  disputes: Pick<DisputeStore, 'count'>,
  activities: Pick<ActivityService, 'get' | 'updateState'>,
  eventsWritten: () => void,
) {
  /** Two round trips. @throws AppError NOT_FOUND */
  async function read(caller: Caller, activityId: string): Promise<DisputeSettingsView> {
    const { scope } = caller;
    const [{ releasedAt, phase, disputes: times }, { waiting }] = await Promise.all([
      activities.get(scope, activityId),
      disputes.count(scope, activityId),
    ]);
    const released = phase === 'released' ? releasedAt : null;
    return settingsView(times ?? DEFAULT_TIMES, released, waiting, { change: caller.can('activity.edit') });
  }

  return {
    read,

    /** The same call again changes nothing. @throws AppError NOT_FOUND, STALE_REVISION */
    async save(
      caller: Caller,
      activityId: string,
      {
        openDays,
        answerDays,
        expectedRevision,
      }: Omit<DisputeTimes, 'revision'> & { readonly expectedRevision: number },
    ): Promise<DisputeSettingsView> {
      const { disputes: stored } = await activities.get(caller.scope, activityId);
      const current = stored ?? DEFAULT_TIMES;
      if (current.openDays !== openDays || current.answerDays !== answerDays) {
        if (current.revision !== expectedRevision) throw new AppError('STALE_REVISION');
        const next = { openDays, answerDays, revision: current.revision + 1 };
        const changed = await activities.updateState(
          caller.scope,
          activityId,
          stored ? { 'disputes.revision': stored.revision } : { disputes: null },
          { disputes: next },
          { type: 'dispute.timesChanged', data: { activityId, ...next } },
          caller,
        );
        if (!changed) throw new AppError('STALE_REVISION');
        eventsWritten();
      }
      return read(caller, activityId);
    },
  };
}
