import { TITLE_MAX } from '../../contracts/limits.ts';
import { richTextOf } from '../../contracts/plain-text.ts';
import type { Clock } from '../../core/clock.ts';
import { newId } from '../../core/ids.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { AccessService } from './access.service.ts';
import { type Discussion, mayWrite } from './discussion.domain.ts';
import { NEW_THREAD, replyTarget } from './drafts.domain.ts';
import type { Side } from './modes.domain.ts';
import type { PostDraftsService } from './post-drafts.service.ts';
import type { createReadThreadsService } from './read-threads.service.ts';
import type { WritePostsService } from './write-posts.service.ts';

interface Services {
  readonly access: Pick<AccessService, 'forWriting'>;
  readonly reading: Pick<ReturnType<typeof createReadThreadsService>, 'list'>;
  readonly writing: Pick<WritePostsService, 'start' | 'reply'>;
  readonly drafts: Pick<PostDraftsService, 'find'>;
  readonly clock: Clock;
}

/** Threads of others to which each invented learner replies. */
const REPLIES_EACH = 2;
const NEWEST = { sort: 'newest', groupId: undefined, after: undefined, limit: 50 } as const;

/** Of a debate: invented learners take both sides. */
const sideOf = ({ settings }: Discussion, { member }: Caller): Side | null => {
  if (settings.mode !== 'debate') return null;
  return member.id.charCodeAt(0) % 2 === 0 ? 'pro' : 'contra';
};

/** Does what a learner of a rehearsal could do by hand in a discussion, by the same services. */
export function createRehearsalSource({ access, reading, writing, drafts, clock }: Services) {
  async function start(caller: Caller, activityId: string, text: string): Promise<number> {
    const { discussion, who } = await access.forWriting(caller, activityId);
    if (who.hasPosted || !mayWrite(discussion, who, clock.now())) return 0;
    const { revision } = await drafts.find(caller, activityId, NEW_THREAD);
    const content = {
      title: text.slice(0, TITLE_MAX),
      text: richTextOf(text),
      files: [],
      side: sideOf(discussion, caller),
      tags: [],
    };
    await writing.start(caller, activityId, newId(), content, { draftRevision: revision });
    return 1;
  }

  /** To the newest threads of others that the learner has written nothing in. */
  async function reply(caller: Caller, activityId: string, text: string): Promise<number> {
    const { discussion, who } = await access.forWriting(caller, activityId);
    if (!mayWrite(discussion, who, clock.now())) return 0;
    const own = await reading.list(caller, activityId, { ...NEWEST, filter: new Set(['mine']) });
    const all = await reading.list(caller, activityId, { ...NEWEST, filter: new Set() });
    const known = new Set(own.items.map(({ id }) => id));
    const others = all.items.filter(({ id }) => !known.has(id)).slice(0, REPLIES_EACH);
    for (const { id: threadId } of others) {
      const { revision } = await drafts.find(caller, activityId, replyTarget(threadId, 1));
      await writing.reply(caller, activityId, threadId, {
        id: newId(),
        replyTo: 1,
        text: richTextOf(text),
        files: [],
        side: sideOf(discussion, caller),
        draftRevision: revision,
      });
    }
    return others.length;
  }

  return {
    fill: (caller: Caller, activityId: string, step: 'handIn' | 'review', text: string): Promise<number> =>
      (step === 'handIn' ? start : reply)(caller, activityId, text),

    /** A rehearsal has no groups: all discuss together. */
    settingsOf: (settings: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => ({
      ...settings,
      groupSetId: null,
    }),
  };
}
