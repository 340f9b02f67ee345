import { z } from 'zod';
import { type Endpoint, Id } from './endpoint.ts';
import * as limits from './limits.ts';

/** Comments that staff use again and again: everybody's own, and those that all staff of the course share. */

export const CommentBankView = z.object({
  /** In the order of their texts. `{name}`, `{points}` and `{maximum}` stand for what they say of the work at hand. */
  comments: z.array(
    z.object({
      id: Id,
      text: z.string(),
      isShared: z.boolean(),
      can: z.object({ remove: z.boolean() }),
    }),
  ),
});

export type CommentBankView = z.output<typeof CommentBankView>;

export const ListBankComments = {
  method: 'get',
  path: '/marking/comments',
  permission: 'marking.mark',
  summary: 'The caller’s own saved comments, and those that staff of the course share',
  response: CommentBankView,
} satisfies Endpoint;

export const AddBankComment = {
  method: 'put',
  path: '/marking/comments/:commentId',
  permission: 'marking.mark',
  summary: 'Saves a comment under an id that the client has made; the same call again changes nothing',
  params: z.object({ commentId: Id }),
  body: z.object({
    text: z.string().trim().min(1).max(limits.BANK_COMMENT_MAX),
    isShared: z.boolean(),
  }),
  response: CommentBankView,
} satisfies Endpoint;

export const RemoveBankComment = {
  method: 'delete',
  path: '/marking/comments/:commentId',
  permission: 'marking.mark',
  summary: 'Removes a saved comment: one’s own, or as an instructor a shared one',
  params: z.object({ commentId: Id }),
  response: CommentBankView,
} satisfies Endpoint;
