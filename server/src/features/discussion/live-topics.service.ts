import type { DomainEvent } from '../../core/events.ts';
import type { Live } from '../../platform/live/ports.ts';
import type { AccessService } from './access.service.ts';
import type { ThreadStore } from './threads.store.ts';

/** What changes in posts, as those who listen to it name it; the client has the same names. */
function topicsOf({ data }: DomainEvent): readonly string[] {
  const { activityId, threadId, to, unapproved, kind } = data;
  if (typeof activityId !== 'string' || typeof threadId !== 'string') return [];
  // Of what nobody has approved, others do not even hear that it is there.
  if (unapproved === true && kind !== 'approve') return [];
  // Posts that are moved come to another thread.
  const ids = typeof to === 'string' ? [threadId, to] : [threadId];
  return [`discussion/${activityId}`, ...ids.map((id) => `thread/${activityId}/${id}`)];
}

/** What staff have before them under “Moderation”: also of what nobody else hears. */
function moderationTopicsOf({ type, data }: DomainEvent): readonly string[] {
  const isOfHeld = data['waits'] === true || data['unapproved'] === true;
  const concerns = isOfHeld || type.startsWith('moderation.') || type.startsWith('postReport.');
  return (concerns || type === 'post.reported') && typeof data['activityId'] === 'string'
    ? [`moderation/${data['activityId']}`]
    : [];
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
  live.follow(moderationTopicsOf);
  live.define('discussion', {
    async admit(caller, [activityId = '']) {
      if (!caller.can('discussion.read')) return null;
      const { audience } = await access.forReading(caller, activityId);
      // In one that is led per group nobody is told of what happens in others' spaces.
      return !audience.isAlone && audience.groupIds === null ? [activityId] : null;
    },
  });
  live.define('moderation', {
    async admit(caller, [activityId = '']) {
      if (!caller.can('discussion.moderate')) return null;
      await access.forReading(caller, activityId);
      return [activityId];
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
