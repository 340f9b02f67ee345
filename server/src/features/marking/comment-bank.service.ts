import type { CommentBankView } from '../../contracts/comment-bank.ts';
import { BANK_COMMENTS_MAX } from '../../contracts/limits.ts';
import { AppError } from '../../core/app-error.ts';
import type { Caller } from '../../platform/http/ports.ts';
import { type BankComment, mayRemove } from './comment-bank.domain.ts';
import type { CommentBankStore } from './comment-bank.store.ts';
import { commentBankView } from './comment-bank.views.ts';

export type CommentBankService = ReturnType<typeof createCommentBankService>;

/** Comments that staff use again and again: their own, and those that the course shares. */
export function createCommentBankService(store: CommentBankStore) {
  const seenBy = ({ scope, member }: Caller): Promise<BankComment[]> =>
    store.list(scope, member.id, 2 * BANK_COMMENTS_MAX);
  // Who divides the work leads it.
  const removable = (caller: Caller, comment: BankComment): boolean =>
    mayRemove(comment, caller.member.id, caller.can('marking.divide'));

  async function list(caller: Caller): Promise<CommentBankView> {
    const comments = await seenBy(caller);
    return commentBankView(comments.map((comment) => ({ comment, remove: removable(caller, comment) })));
  }

  return {
    list,

    /** The same call again changes nothing. @throws AppError BAD_REQUEST when the bank is full */
    async add(caller: Caller, id: string, text: string, isShared: boolean): Promise<CommentBankView> {
      const bank = (await seenBy(caller)).filter((comment) => comment.isShared === isShared);
      const isThere = bank.some((comment) => comment.id === id);
      if (!isThere && bank.length >= BANK_COMMENTS_MAX)
        throw new AppError('BAD_REQUEST', { max: BANK_COMMENTS_MAX });
      if (!isThere) await store.add(caller.scope, { id, by: caller.member.id, isShared, text });
      return list(caller);
    },

    /** What is not there any more is removed. @throws AppError FORBIDDEN for a colleague's shared one */
    async remove(caller: Caller, id: string): Promise<CommentBankView> {
      const comment = (await seenBy(caller)).find((one) => one.id === id);
      if (comment && !removable(caller, comment)) throw new AppError('FORBIDDEN');
      if (comment) await store.remove(caller.scope, id);
      return list(caller);
    },
  };
}
