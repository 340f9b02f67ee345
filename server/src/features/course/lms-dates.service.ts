import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { makeEvent } from '../../core/events.ts';
import {
  type Activity,
  type ActivityService,
  type By,
  type LmsExtensionStore,
  submissionsCloseAt,
  withSubmissionsUntil,
} from '../activity/index.ts';
import type { ResourceLink } from './course.domain.ts';
import type { CourseStore } from './course.store.ts';
import type { MemberLinkStore } from './member-links.store.ts';
import { closingDifference, ledDates, ownUntil } from './placement.domain.ts';

export interface LmsDatesPorts {
  readonly store: CourseStore;
  readonly memberLinks: MemberLinkStore;
  readonly activities: ActivityService;
  readonly extensions: LmsExtensionStore;
  readonly clock: Clock;
  /** Tells the relay that events were written. */
  readonly eventsWritten: () => void;
}

export type LmsDatesService = ReturnType<typeof createLmsDatesService>;

const BY: By = { actor: { kind: 'system', job: 'course.lmsDates' }, requestId: null };

/** Somebody may save the activity at the same moment; more often than this in a row nobody does. */
const TRIES = 5;

/** Activities whose dates the LMS leads, for everybody and for single learners (spec/activity.md, 2). */
export function createLmsDatesService(ports: LmsDatesPorts) {
  const { store, memberLinks, activities, extensions, clock, eventsWritten } = ports;

  /** @returns the activity as it is now, null where the LMS does not lead it. */
  async function moveEnd(
    scope: CourseScope,
    activityId: string,
    links: readonly ResourceLink[],
  ): Promise<Activity | null> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const activity = await activities.find(scope, activityId);
      if (activity?.datesLedBy !== 'lms') return null;
      const difference = closingDifference(submissionsCloseAt(activity), ledDates(links));
      if (!difference) return activity;
      const { title, points, settings, revision } = activity;
      const wanted = withSubmissionsUntil({ title, points, settings }, difference.theirs);
      try {
        return await activities.save(scope, activityId, wanted, revision, BY);
      } catch (error) {
        if (!(error instanceof AppError && error.code === 'STALE_REVISION')) throw error;
      }
    }
    return null;
  }

  async function saveOwn(scope: CourseScope, activity: Activity, memberId: string, own: Date | null) {
    const before = await extensions.findLms(scope, activity.id, memberId);
    const until = activity.datesLedBy === 'lms' ? ownUntil(own, submissionsCloseAt(activity)) : {};
    if (JSON.stringify(until) === JSON.stringify(before?.until ?? {})) return;
    const event = makeEvent({
      type: 'extension.changed',
      at: clock.now(),
      actor: BY.actor,
      requestId: null,
      courseId: scope.courseId,
      subject: { kind: 'member', id: memberId },
      data: { activityId: activity.id, memberId, before: before?.until ?? {}, after: until },
    });
    await extensions.saveLms(scope, activity.id, memberId, until, event);
  }

  /** Brings an activity to the LMS's dates where the LMS leads; repeating it changes nothing. */
  async function follow(scope: CourseScope, activityId: string): Promise<void> {
    const links = await store.findLinksTo(scope, activityId);
    const activity = await moveEnd(scope, activityId, links);
    if (!activity) return;
    const linkIds = links.map(({ id }) => id);
    const own = await memberLinks.listDates(scope, linkIds);
    for (const { memberId, dates } of own) await saveOwn(scope, activity, memberId, dates.submissionUntil);
    eventsWritten();
  }

  return {
    follow,

    /** Brings one learner to the LMS's date for that learner, as a launch said it. */
    async followOwn(scope: CourseScope, activityId: string, memberId: string, own: Date | null) {
      const activity = await activities.find(scope, activityId);
      if (!activity) return;
      await saveOwn(scope, activity, memberId, own);
      eventsWritten();
    },

    /** Says who leads an activity's dates; repeating it changes nothing. @throws AppError NOT_FOUND */
    async setLeader(scope: CourseScope, activityId: string, ledBy: Activity['datesLedBy'], by: By) {
      const activity = await activities.get(scope, activityId);
      if (activity.datesLedBy !== ledBy) {
        const event = {
          type: 'activity.datesLed',
          data: { before: activity.datesLedBy, after: ledBy },
        } as const;
        await activities.updateState(scope, activityId, {}, { datesLedBy: ledBy }, event, by);
      }
      if (ledBy === 'lms') return follow(scope, activityId);
      const changed = { ...activity, datesLedBy: ledBy };
      for (const memberId of await extensions.listLms(scope, activityId)) {
        await saveOwn(scope, changed, memberId, null);
      }
      eventsWritten();
    },
  };
}
