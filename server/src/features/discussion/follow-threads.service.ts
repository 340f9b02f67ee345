import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { AccessService } from './access.service.ts';
import type { ThreadStore } from './threads.store.ts';

export type FollowThreadsService = ReturnType<typeof createFollowThreadsService>;

/** Following threads (spec/discussion.md, 4): one's own and those one writes in by themselves, others as one wants. */
export const createFollowThreadsService = (
  access: Pick<AccessService, 'forReading'>,
  threads: Pick<ThreadStore, 'find' | 'setFollowing'>,
  clock: Clock,
) => ({
  /** @throws AppError NOT_FOUND, also for one that the caller does not see, ACTIVITY_NOT_OPEN */
  async follow(caller: Caller, activityId: string, threadId: string, on: boolean) {
    const { scope, member } = caller;
    const { audience } = await access.forReading(caller, activityId);
    const thread = await threads.find(scope, activityId, threadId, audience, member.id);
    if (!thread || thread.gone) throw new AppError('NOT_FOUND', { kind: 'thread' });
    await threads.setFollowing(scope, { activityId, threadId, memberId: member.id }, on, clock.now());
    return { on };
  },
});
