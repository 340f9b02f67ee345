import type { MarkingSettingsView } from '../../contracts/marking-settings.ts';
import { type TwiceLimit, type TwiceShare, wantedTwice } from '../../contracts/marking-twice.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { makeEvent } from '../../core/events.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { Measure } from './bulk.domain.ts';
import type { Arrived } from './divided-works.service.ts';
import type { MarkingStore } from './marking.store.ts';
import { settingsView } from './marking.views.ts';
import type { TwiceWorks } from './twice-works.service.ts';
import { chooseTwice, ONCE, type TwiceSettings } from './twice.domain.ts';
import type { MarkingSettingsStore } from './twice.store.ts';

export interface TwicePorts {
  /** Whose the works of an activity are. @throws AppError NOT_FOUND, FORBIDDEN */
  readonly finder: {
    ofActivity(
      scope: CourseScope,
      activityId: string,
    ): Promise<{ readonly works: TwiceWorks; readonly measure: Pick<Measure, 'maximum'> }>;
  };
  readonly clock: Clock;
  /** Tells the relay that events were written. */
  readonly eventsWritten: () => void;
}

export type TwiceService = ReturnType<typeof createTwiceService>;

/** Which works two people mark. */
export function createTwiceService(
  store: Pick<MarkingStore, 'countTwice' | 'setTwice'>,
  settings: MarkingSettingsStore,
  { finder, clock, eventsWritten }: TwicePorts,
) {
  const find = async (scope: CourseScope, activityId: string): Promise<TwiceSettings> =>
    (await settings.find(scope, activityId)) ?? ONCE;

  /** @throws AppError NOT_FOUND, FORBIDDEN */
  async function read(caller: Caller, activityId: string): Promise<MarkingSettingsView> {
    const [{ works, measure }, current] = await Promise.all([
      finder.ofActivity(caller.scope, activityId),
      find(caller.scope, activityId),
    ]);
    const counts = await works.countTwice(caller.scope, activityId);
    return settingsView(current, measure.maximum, counts, { change: caller.can('marking.divide') });
  }

  return {
    find,
    read,

    /** The same call again changes nothing. @throws AppError NOT_FOUND, FORBIDDEN, STALE_REVISION */
    async save(
      caller: Caller,
      activityId: string,
      { share, limit, expectedRevision }: { share: TwiceShare; limit: TwiceLimit; expectedRevision: number },
    ): Promise<MarkingSettingsView> {
      const { scope, actor, requestId } = caller;
      const [current, { works }] = await Promise.all([
        find(scope, activityId),
        finder.ofActivity(scope, activityId),
      ]);
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
      // Makes the works be what the settings say; done again, nothing changes.
      const all = await works.listChoosable(scope, activityId);
      await works.setTwice(scope, activityId, chooseTwice(all, share, activityId));
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

    /** The same for works that a type keeps itself: of those that nothing is decided on, some may be marked twice. */
    async takeArrived(
      scope: CourseScope,
      works: TwiceWorks,
      { activityId, workIds }: Arrived,
    ): Promise<void> {
      const { share } = await find(scope, activityId);
      if (share.kind === 'none') return;
      const undecided = await works.listUndecided(scope, activityId, workIds);
      if (undecided.length === 0) return;
      const all = await works.listChoosable(scope, activityId);
      const { add } = chooseTwice(all, share, activityId);
      const isChosen = new Set(add);
      await works.setTwice(scope, activityId, { add, remove: undecided.filter((id) => !isChosen.has(id)) });
    },
  };
}
