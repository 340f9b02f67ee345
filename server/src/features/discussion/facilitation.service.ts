import { QUIET_LISTED_MAX } from '../../contracts/limits.ts';
import type { Clock } from '../../core/clock.ts';
import { courseEvent } from '../../core/events.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { Activity, ActivityService } from '../activity/index.ts';
import type { CourseService } from '../course/index.ts';
import type { NoticeChange, NoticeSource } from '../notices/index.ts';
import { countOf } from './bitmaps.domain.ts';
import { settingsOf } from './discussion-of.service.ts';
import { decideNudge, type Silence, unansweredFrom, waitsSince } from './facilitation.domain.ts';
import type { FacilitationStore } from './facilitation.store.ts';
import { facilitationView } from './facilitation.views.ts';
import type { LookAtDiscussions } from './look-at-discussions.service.ts';
import { announcementOf } from './notice-source.service.ts';

interface Ports {
  readonly activities: Pick<ActivityService, 'get'>;
  readonly course: Pick<CourseService, 'findMembers'>;
  readonly lookAt: LookAtDiscussions;
  readonly store: FacilitationStore;
  readonly clock: Clock;
  readonly eventsWritten: () => void;
}

const quietNow = (silences: readonly Silence[] | null, now: Date): Silence[] | null =>
  silences && silences.filter(({ from }) => from <= now);

export type FacilitationService = ReturnType<typeof createFacilitationService>;

/** What staff should look at in a discussion, and what they do about it (spec/discussion.md, 8). */
export function createFacilitationService(ports: Ports) {
  const { activities, course, lookAt, store, clock, eventsWritten } = ports;
  return {
    /** @throws AppError NOT_FOUND */
    async read({ scope }: Caller, activityId: string) {
      const activity = await activities.get(scope, activityId);
      const settings = settingsOf(activity);
      const now = clock.now();
      const [{ waiting, silences, oneSided }, nudgedAt] = await Promise.all([
        lookAt(scope, activity, now),
        store.listNudged(scope, activityId),
      ]);
      const { unansweredHours } = settings.facilitation;
      const quiet = quietNow(silences, now);
      const people = await course.findMembers(
        scope,
        oneSided.flatMap(({ most }) => (most.kind === 'person' ? [most.memberId] : [])),
      );
      return facilitationView(settings, {
        unanswered: waiting
          .filter((thread) => unansweredFrom(thread, unansweredHours) <= now)
          .map((thread) => ({ thread, posts: countOf(thread.live), since: waitsSince(thread) })),
        quiet: quiet && quiet.slice(0, QUIET_LISTED_MAX),
        quietCount: quiet?.length ?? 0,
        oneSided: oneSided.map((one) => ({ ...one, posts: countOf(one.thread.live) })),
        nudgedAt,
        names: new Map(people.map(({ id, name }) => [id, name])),
      });
    },

    /** @throws AppError NOT_FOUND */
    async nudge(caller: Caller, activityId: string, nudgeId: string, wanted: readonly string[]) {
      const { scope, member } = caller;
      const activity = await activities.get(scope, activityId);
      const at = clock.now();
      const [{ silences }, nudgedAt] = await Promise.all([
        lookAt(scope, activity, at),
        store.listNudged(scope, activityId),
      ]);
      const memberIds = decideNudge(wanted, quietNow(silences, at) ?? [], nudgedAt, at);
      if (memberIds.length === 0) return { nudged: 0 };
      const about = { kind: 'discussion', id: activityId };
      const data = { activityId, nudge: nudgeId, memberIds };
      const event = courseEvent('discussion.nudged', about, caller, at, data);
      await store.addNudge(scope, nudgeId, { activityId, memberIds, by: member.id, at }, event);
      eventsWritten();
      return { nudged: memberIds.length };
    },
  };
}

/** Tells those who were nudged, beside what posts tell: once, and nothing but that they are missed. */
export const createNudgeNotices = (
  activities: Pick<ActivityService, 'find'>,
  beside: NoticeSource,
): NoticeSource => ({
  ...beside,
  async read(scope, events) {
    const nudges = events.filter(({ type }) => type === 'discussion.nudged');
    const told = await Promise.all(
      nudges.map(async ({ data, at }): Promise<NoticeChange | null> => {
        const activity = await activities.find(scope, String(data['activityId']));
        return activity && nudgeNotice(activity, String(data['nudge']), data['memberIds'] as string[], at);
      }),
    );
    return [...(await beside.read(scope, events)), ...told.filter((change) => change !== null)];
  },
});

const nudgeNotice = (
  activity: Activity,
  nudgeId: string,
  memberIds: readonly string[],
  at: Date,
): NoticeChange => ({
  type: 'tell',
  announcement: announcementOf(activity, `nudge/${nudgeId}`, at),
  recipients: memberIds.map((memberId) => ({ memberId, content: { kind: 'nudged' } })),
});
