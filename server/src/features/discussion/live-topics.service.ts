import type { DomainEvent } from '../../core/events.ts';
import type { Live } from '../../platform/live/ports.ts';
import type { AccessService } from './access.service.ts';
import type { ThreadStore } from './threads.store.ts';

/** What changes in posts, as those who listen to it name it; the client has the same names. */
function topicsOf({ data }: DomainEvent): readonly string[] {
  const { activityId, threadId } = data;
  if (typeof activityId !== 'string' || typeof threadId !== 'string') return [];
  return [`discussion/${activityId}`, `thread/${activityId}/${threadId}`];
}

/**
 * Who may listen to discussions and threads: those who may read what everybody writes there. Who waits for their own first
 * post is not even told that there is something.
 */
export function defineLiveTopics(
  live: Live,
  access: Pick<AccessService, 'forReading'>,
  threads: Pick<ThreadStore, 'find'>,
): void {
  live.follow(topicsOf);
  live.define('discussion', {
    async admit(caller, [activityId = '']) {
      if (!caller.can('discussion.read')) return null;
      const { audience } = await access.forReading(caller, activityId);
      // In one that is led per group nobody is told of what happens in others' spaces.
      return !audience.isAlone && audience.groupIds === null ? [activityId] : null;
    },
  });
  live.define('thread', {
    async admit(caller, [activityId = '', threadId = '']) {
      if (!caller.can('discussion.read')) return null;
      const { audience } = await access.forReading(caller, activityId);
      if (audience.isAlone) return null;
      const thread = await threads.find(caller.scope, activityId, threadId, audience, caller.member.id);
      return thread && !thread.gone ? [activityId] : null;
    },
  });
}
