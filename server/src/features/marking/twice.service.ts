import { maximumOf } from '../../contracts/rubric-rules.ts';
import type { MarkingSettingsView } from '../../contracts/marking-settings.ts';
import { type TwiceLimit, type TwiceShare, wantedTwice } from '../../contracts/marking-twice.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { makeEvent } from '../../core/events.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { LeasesService } from './leases.service.ts';
import type { MarkingSource } from './marking.domain.ts';
import type { MarkingStore } from './marking.store.ts';
import { settingsView } from './marking.views.ts';
import { chooseTwice, ONCE, type TwiceSettings } from './twice.domain.ts';
import type { MarkingSettingsStore } from './twice.store.ts';

export interface TwicePorts {
  readonly source: MarkingSource;
  readonly leases: Pick<LeasesService, 'gather'>;
  readonly clock: Clock;
  /** Tells the relay that events were written. */
  readonly eventsWritten: () => void;
}

export type TwiceService = ReturnType<typeof createTwiceService>;

/** Which works two people mark. */
export function createTwiceService(
  store: Pick<MarkingStore, 'countTwice' | 'listChoosable' | 'setTwice'>,
  settings: MarkingSettingsStore,
  { source, leases, clock, eventsWritten }: TwicePorts,
) {
  const find = async (scope: CourseScope, activityId: string): Promise<TwiceSettings> =>
    (await settings.find(scope, activityId)) ?? ONCE;

  /** Makes the works be what the settings say; done again, nothing changes. */
  async function choose(scope: CourseScope, activityId: string, share: TwiceShare): Promise<void> {
    const works = await store.listChoosable(scope, activityId);
    await store.setTwice(scope, activityId, chooseTwice(works, share, activityId));
  }

  /** @throws AppError NOT_FOUND */
  async function read(caller: Caller, activityId: string): Promise<MarkingSettingsView> {
    const [{ criteria }, current, works] = await Promise.all([
      source.rubric(caller.scope, activityId),
      find(caller.scope, activityId),
      store.countTwice(caller.scope, activityId),
    ]);
    const maximum = maximumOf(criteria);
    return settingsView(current, maximum, works, { change: caller.can('marking.divide') });
  }

  return {
    find,
    read,

    /** The same call again changes nothing. @throws AppError NOT_FOUND, STALE_REVISION */
    async save(
      caller: Caller,
      activityId: string,
      { share, limit, expectedRevision }: { share: TwiceShare; limit: TwiceLimit; expectedRevision: number },
    ): Promise<MarkingSettingsView> {
      const { scope, actor, requestId } = caller;
      const [current] = await Promise.all([find(scope, activityId), source.rubric(scope, activityId)]);
      const isSame = JSON.stringify([current.share, current.limit]) === JSON.stringify([share, limit]);
      if (!isSame) {
        if (current.revision !== expectedRevision) throw new AppError('STALE_REVISION');
        const next = { share, limit, revision: current.revision + 1 };
        const event = makeEvent({
          type: 'marking.settingsChanged',
          at: clock.now(),
          actor,
          courseId: scope.courseId,
          subject: { kind: 'activity', id: activityId },
          requestId,
          data: { activityId, ...next },
        });
        if (!(await settings.save(scope, activityId, next, event))) throw new AppError('STALE_REVISION');
        eventsWritten();
      }
      await leases.gather(scope, activityId);
      await choose(scope, activityId, share);
      return read(caller, activityId);
    },

    /** Has a work that was handed in now marked twice, if fewer are than the settings say. */
    async takeIn(scope: CourseScope, activityId: string, workId: string): Promise<void> {
      const { share } = await find(scope, activityId);
      if (share.kind === 'none') return;
      const { total, twice } = await store.countTwice(scope, activityId);
      if (twice < wantedTwice(share, total))
        await store.setTwice(scope, activityId, { add: [workId], remove: [] });
    },
  };
}
