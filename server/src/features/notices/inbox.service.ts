import { AppError } from '../../core/app-error.ts';
import { momentKey, readMomentKey } from '../../core/moment-key.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { NoticeStore } from './notices.store.ts';
import { noticeView } from './notices.views.ts';

/** More are not counted: nobody needs to know. */
const UNREAD_MAX = 100;

export type InboxService = ReturnType<typeof createInboxService>;

/** A member's own notices; each call is one round trip. */
export const createInboxService = (notices: NoticeStore) => ({
  /** Newest first. @param after the `next` of the page before. @throws AppError BAD_REQUEST when it is none of ours */
  async list({ scope, member }: Caller, after: string | undefined, limit: number) {
    const rows = await notices.list(scope, member.id, after ? readMomentKey(after) : null, limit + 1);
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return {
      items: items.map(noticeView),
      next: rows.length > limit && last ? momentKey(last) : null,
    };
  },

  async countUnread({ scope, member }: Caller) {
    return { unread: await notices.countUnread(scope, member.id, UNREAD_MAX) };
  },

  /** @throws AppError NOT_FOUND, also for another's notice */
  async mark({ scope, member }: Caller, noticeId: string, unread: boolean) {
    const notice = await notices.setUnread(scope, member.id, noticeId, unread);
    if (!notice) throw new AppError('NOT_FOUND', { kind: 'notice' });
    return noticeView(notice);
  },

  async markAllRead({ scope, member }: Caller, batchId: string, upTo: Date) {
    return { marked: await notices.markAllRead(scope, member.id, upTo, batchId) };
  },

  async undoMarkAllRead({ scope, member }: Caller, batchId: string) {
    return { marked: await notices.undoMarkAllRead(scope, member.id, batchId) };
  },
});
