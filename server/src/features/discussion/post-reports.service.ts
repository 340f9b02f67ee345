import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { courseEvent, type DomainEvent, type EventType, makeEvent } from '../../core/events.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService } from '../activity/index.ts';
import type { CourseService } from '../course/index.ts';
import type { MatterSource } from '../insights/index.ts';
import type { AccessService } from './access.service.ts';
import { blockedWordIn, saidBy } from './blocked-words.domain.ts';
import type { Post } from './discussion.domain.ts';
import { settingsOf } from './discussion-of.service.ts';
import { decideFlag, decideReport, listKey, type PostReport, readListKey } from './post-reports.domain.ts';
import { type PostReportStore, reportIdOf } from './post-reports.store.ts';
import { reportsView } from './post-reports.views.ts';
import { isAboutPost } from './moderation.domain.ts';
import { placeIn } from './post-documents.store.ts';
import type { PostStore } from './posts.store.ts';
import type { ThreadStore } from './threads.store.ts';

/** More rounds than people report one post at the same moment. */
const ROUNDS = 20;
/** Who tells of a word. */
const BY_WORDS = { kind: 'system', job: 'blocked words' } as const;
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
  activities: Pick<ActivityService, 'find'>,
  course: Pick<CourseService, 'findMembers'>,
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
        const thread = await threads.find(scope, activityId, threadId, audience, member.id, n);
        const post = thread?.gone === false ? thread.post : null;
        const before = post && (await store.find(scope, post));
        const at = clock.now();
        // Wherever it stands: what is said against it stays with it.
        const target = post && { ...post, ...placeIn(post.id) };
        const decision = decideReport(target, before, member.id, text, at);
        if (decision.type === 'refuse') throw new AppError(decision.reason);
        if (decision.type === 'unchanged') return {};
        const event = eventOf(caller, 'post.reported', decision.report, at);
        if (!(await store.save(scope, decision.report, event))) continue;
        eventsWritten();
        return {};
      }
      throw new AppError('STALE_REVISION');
    },

    /** @throws AppError NOT_FOUND, STALE_REVISION */
    async dismiss(caller: Caller, place: PostPlace, dismissed: boolean) {
      const { scope, member } = caller;
      const post = await posts.find(scope, place.threadId, place.n);
      const before = post && (await store.find(scope, post));
      if (before?.activityId !== place.activityId) throw new AppError('NOT_FOUND', { kind: 'report' });
      const state = dismissed ? 'dismissed' : 'open';
      if (before.state === state) return {};
      const at = clock.now();
      const event = eventOf(caller, 'postReport.answered', before, at);
      const by = dismissed ? { by: member.id, at } : null;
      const report = { ...before, state, dismissed: by, revision: before.revision + 1 } as const;
      if (!(await store.save(scope, report, event))) throw new AppError('STALE_REVISION');
      eventsWritten();
      return {};
    },

    /** @throws AppError BAD_REQUEST, NOT_FOUND */
    async list(caller: Caller, activityId: string, after: string | undefined, limit: number) {
      const key = after === undefined ? null : readListKey(after);
      const [found] = await Promise.all([
        store.list(caller.scope, activityId, key, limit + 1),
        access.forReading(caller, activityId),
      ]);
      const page = found.slice(0, limit);
      const staff = await course.findMembers(caller.scope, [
        ...new Set(page.flatMap(({ dismissed }) => dismissed?.by ?? [])),
      ]);
      const last = found.length > limit ? page.at(-1) : undefined;
      return reportsView(
        page,
        new Map(staff.map(({ id, name }) => [id, name])),
        last ? listKey({ isOpen: last.state === 'open', since: last.since, id: reportIdOf(last) }) : null,
      );
    },

    /** Tells staff of a learner's post with a word that they are to look at; it does not matter how often. */
    async flag(
      scope: CourseScope,
      post: Post,
      { actor, at, courseId, requestId }: DomainEvent,
    ): Promise<void> {
      if (actor.kind !== 'member' || actor.role !== 'learner' || !post.text) return;
      const activity = await activities.find(scope, post.activityId);
      const { blockedWords } = activity ? settingsOf(activity) : { blockedWords: [] };
      const word = blockedWordIn(blockedWords, saidBy(post));
      if (word === null) return;
      for (let round = 0; round < ROUNDS; round += 1) {
        // Wherever it stands: what is said against it stays with it.
        const target = { ...post, ...placeIn(post.id) };
        const decision = decideFlag(target, await store.find(scope, post), word, at);
        if (decision.type === 'unchanged') return;
        const flagged = { at, courseId, requestId, actor: BY_WORDS, ...about(decision.report) };
        if (!(await store.save(scope, decision.report, makeEvent({ type: 'post.reported', ...flagged }))))
          continue;
        eventsWritten();
        return;
      }
    },

    /** A post that was hidden waits no more, and one that is shown again does; it does not matter how often. */
    async follow(scope: CourseScope, event: DomainEvent): Promise<void> {
      const { threadId, n, kind } = event.data;
      if (!isAboutPost(kind) || typeof threadId !== 'string' || typeof n !== 'number') return;
      const post = await posts.find(scope, threadId, n);
      const before = post && (await store.find(scope, post));
      const [from, to] =
        post?.hide && !post.hide.waits ? (['open', 'settled'] as const) : (['settled', 'open'] as const);
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
