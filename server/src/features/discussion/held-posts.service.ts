import { HELD_LISTED_MAX } from '../../contracts/moderation-limits.ts';
import type { ErrorCode } from '../../contracts/errors.ts';
import { AppError } from '../../core/app-error.ts';
import type { DomainEvent } from '../../core/events.ts';
import { actInBatchIdOf } from '../../core/ids.ts';
import { momentFor } from '../../core/name-promise.ts';
import { STAFF } from '../../core/receivers.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService } from '../activity/index.ts';
import type { CourseService } from '../course/index.ts';
import type { MatterSource } from '../insights/index.ts';
import type { AccessService } from './access.service.ts';
import type { HeldPostStore } from './held-posts.store.ts';
import { heldPostsView } from './held-posts.views.ts';
import { isAboutPost } from './moderation.domain.ts';
import type { ModerationService } from './moderation.service.ts';

/** Why a post is not approved though others are: somebody was faster, or it says something else by now. */
const LEFT: ReadonlySet<ErrorCode> = new Set(['NOT_FOUND', 'POST_DELETED', 'STALE_REVISION']);

interface Ports {
  readonly access: Pick<AccessService, 'forReading'>;
  readonly course: Pick<CourseService, 'findMembers'>;
  readonly heldStore: Pick<HeldPostStore, 'list'>;
  readonly moderation: Pick<ModerationService, 'act'>;
}

export type HeldPostsService = ReturnType<typeof createHeldPostsService>;

/** Posts that wait until staff approve them (spec/discussion.md, 7). */
export const createHeldPostsService = ({ access, course, heldStore, moderation }: Ports) => ({
  /** @throws AppError NOT_FOUND */
  async list(caller: Caller, activityId: string) {
    const { scope } = caller;
    const { discussion, who } = await access.forReading(caller, activityId);
    const { approval } = discussion.settings;
    const [found, people] = await Promise.all([
      heldStore.list(scope, activityId, HELD_LISTED_MAX + 1),
      approval.memberIds.length === 0 ? [] : course.findMembers(scope, approval.memberIds),
    ]);
    const goesOn = found.length > HELD_LISTED_MAX;
    return heldPostsView(found.slice(0, HELD_LISTED_MAX), who, { goesOn, approval, people });
  },

  /**
   * Each post by an act of its own, so that each can be taken back; cut off in between, the same request once more
   * approves what is left.
   *
   * @throws AppError NOT_FOUND, and as acts do, other than of a post that is not to be approved any more
   */
  async approveAll(
    caller: Caller,
    activityId: string,
    batchId: string,
    posts: readonly { readonly threadId: string; readonly n: number; readonly revision: number }[],
  ) {
    await access.forReading(caller, activityId);
    let approved = 0;
    for (const post of posts) {
      const id = actInBatchIdOf(batchId, `${post.threadId}/${post.n}`);
      const command = { kind: 'approve', ...post, until: null, reason: '' } as const;
      try {
        await moderation.act(caller, activityId, id, command);
        approved += 1;
      } catch (error) {
        if (!(error instanceof AppError) || !LEFT.has(error.code)) throw error;
      }
    }
    return { approved, left: posts.length - approved };
  },
});

/** After these other posts may wait. */
const isAboutWaiting = ({ type, data }: DomainEvent): boolean =>
  type.startsWith('post.')
    ? data['waits'] === true
    : (type === 'moderation.done' || type === 'moderation.undone') && isAboutPost(data['kind']);

/** Posts that wait until staff approve them, as one matter for each discussion. */
export const createHeldMatters = (
  store: Pick<HeldPostStore, 'count'>,
  activities: Pick<ActivityService, 'findMany' | 'list'>,
): MatterSource => ({
  name: 'heldPosts',
  kind: 'people',
  forLearners: false,

  concernOf(event) {
    const { activityId } = event.data;
    if (!isAboutWaiting(event) || typeof activityId !== 'string') return null;
    return { topics: [activityId], memberIds: [] };
  },

  async read(scope, topics) {
    const waiting = await store.count(scope, topics);
    if (waiting.length === 0) return [];
    const named = await activities.findMany(
      scope,
      waiting.map(({ activityId }) => activityId),
    );
    const titles = new Map(named.map(({ id, title }) => [id, title]));
    return waiting.map(({ activityId, count, since }) => ({
      id: activityId,
      topic: activityId,
      activityId,
      waitsFor: STAFF,
      code: 'POSTS_HELD',
      params: { name: titles.get(activityId) ?? '', count },
      // The hour alone: nobody is known by the minute.
      since: momentFor(since, false),
      until: null,
    }));
  },

  async listTopics(scope, after, limit) {
    const { items, next } = await activities.list(scope, after, limit);
    return { topics: items.map(({ id }) => id), next };
  },
});
