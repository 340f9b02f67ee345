import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { courseEvent, type DomainEvent, type EventType, makeEvent } from '../../core/events.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService } from '../activity/index.ts';
import type { MatterSource } from '../insights/index.ts';
import type { AccessService } from './access.service.ts';
import { decideReport, type PostReport } from './post-reports.domain.ts';
import { type PostReportStore, reportIdOf } from './post-reports.store.ts';
import { reportsView } from './post-reports.views.ts';
import type { PostStore } from './posts.store.ts';
import type { ThreadStore } from './threads.store.ts';

/** More rounds than people report one post at the same moment. */
const ROUNDS = 20;
const LISTED_MAX = 100;
/** What happens to reports by itself, once staff have hidden the post. */
const BY_HIDING = { kind: 'system', job: 'moderation' } as const;

export interface PostPlace {
  readonly activityId: string;
  readonly threadId: string;
  readonly n: number;
}

export type PostReportsService = ReturnType<typeof createPostReportsService>;

/** What learners report of posts, and what staff make of it (spec/discussion.md, 7). */
export function createPostReportsService(
  access: AccessService,
  threads: Pick<ThreadStore, 'find'>,
  posts: Pick<PostStore, 'find'>,
  store: PostReportStore,
  clock: Clock,
  eventsWritten: () => void,
) {
  // Without the thread's id, by which those who have it open would be told that something happened to it.
  const about = (place: Pick<PostReport, 'threadId' | 'n' | 'activityId'>) =>
    ({
      subject: { kind: 'postReport', id: reportIdOf(place) },
      data: { activityId: place.activityId },
    }) as const;
  const eventOf = (caller: Caller, type: EventType, place: PostPlace, at: Date): DomainEvent => {
    const { subject, data } = about(place);
    return courseEvent(type, subject, caller, at, data);
  };

  return {
    /** @throws AppError FORBIDDEN for one's own post, POST_HIDDEN, NOT_FOUND also for what the caller does not see, ACTIVITY_NOT_OPEN */
    async report(caller: Caller, place: PostPlace, text: string) {
      const { scope, member } = caller;
      const { activityId, threadId, n } = place;
      const { audience } = await access.forReading(caller, activityId);
      for (let round = 0; round < ROUNDS; round += 1) {
        const [thread, before] = await Promise.all([
          threads.find(scope, activityId, threadId, audience, member.id, n),
          store.find(scope, threadId, n),
        ]);
        const post = thread?.gone === false ? thread.post : null;
        const at = clock.now();
        const decision = decideReport(post, before, member.id, text, at);
        if (decision.type === 'refuse') throw new AppError(decision.reason);
        if (decision.type === 'unchanged') return {};
        if (!(await store.save(scope, decision.report, eventOf(caller, 'post.reported', place, at))))
          continue;
        eventsWritten();
        return {};
      }
      throw new AppError('STALE_REVISION');
    },

    /** @throws AppError NOT_FOUND, STALE_REVISION */
    async dismiss(caller: Caller, place: PostPlace, dismissed: boolean) {
      const { scope } = caller;
      const before = await store.find(scope, place.threadId, place.n);
      if (before?.activityId !== place.activityId) throw new AppError('NOT_FOUND', { kind: 'report' });
      const state = dismissed ? 'dismissed' : 'open';
      if (before.state === state) return {};
      const event = eventOf(caller, 'postReport.answered', place, clock.now());
      const report = { ...before, state, revision: before.revision + 1 } as const;
      if (!(await store.save(scope, report, event))) throw new AppError('STALE_REVISION');
      eventsWritten();
      return {};
    },

    /** @throws AppError NOT_FOUND */
    async list(caller: Caller, activityId: string) {
      const [found] = await Promise.all([
        store.list(caller.scope, activityId, LISTED_MAX),
        access.forReading(caller, activityId),
      ]);
      return reportsView(found);
    },

    /** A post that was hidden waits no more, and one that is shown again does; it does not matter how often. */
    async follow(scope: CourseScope, event: DomainEvent): Promise<void> {
      const { threadId, n, kind } = event.data;
      if (kind !== 'hide' || typeof threadId !== 'string' || typeof n !== 'number') return;
      const [post, before] = await Promise.all([
        posts.find(scope, threadId, n),
        store.find(scope, threadId, n),
      ]);
      const [from, to] = post?.hide ? (['open', 'settled'] as const) : (['settled', 'open'] as const);
      if (before?.state !== from) return;
      const { subject, data } = about(before);
      const { at, courseId, requestId } = event;
      const answered = makeEvent({
        type: 'postReport.answered',
        at,
        actor: BY_HIDING,
        courseId,
        subject,
        requestId,
        data,
      });
      await store.save(scope, { ...before, state: to, revision: before.revision + 1 }, answered);
      eventsWritten();
    },
  };
}

/** Reported posts as matters for staff: one topic each. */
export const createReportMatters = (
  store: Pick<PostReportStore, 'findOpen' | 'listOpen'>,
  activities: Pick<ActivityService, 'findMany'>,
): MatterSource => ({
  name: 'postReport',
  kind: 'people',
  forLearners: false,

  concernOf: ({ subject }) =>
    subject.kind === 'postReport' ? { topics: [subject.id], memberIds: [] } : null,

  async read(scope, topics) {
    const found = await store.findOpen(scope, topics);
    const named = await activities.findMany(scope, [...new Set(found.map(({ activityId }) => activityId))]);
    const titles = new Map(named.map(({ id, title }) => [id, title]));
    return found.map((report) => ({
      id: reportIdOf(report),
      topic: reportIdOf(report),
      activityId: report.activityId,
      waitsFor: 'staff',
      code: 'POST_REPORTED',
      // Neither who reported it nor, where names are hidden, who wrote it.
      params: { name: titles.get(report.activityId) ?? '' },
      since: report.since,
      until: null,
      nextAction: null,
    }));
  },

  async listTopics(scope, after, limit) {
    const topics = await store.listOpen(scope, after ?? '', limit);
    return { topics, next: topics.length === limit ? (topics.at(-1) ?? null) : null };
  },
});
