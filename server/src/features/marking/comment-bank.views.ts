import { CommentBankView } from '../../contracts/comment-bank.ts';
import type { BankComment } from './comment-bank.domain.ts';

/** For staff: what they can put into a comment; who has saved it has no place in it. */
export const commentBankView = (
  comments: readonly { readonly comment: BankComment; readonly remove: boolean }[],
): CommentBankView =>
  CommentBankView.parse({
    comments: comments.map(({ comment: { id, text, isShared }, remove }) => ({
      id,
      text,
      isShared,
      can: { remove },
    })),
  });
