import * as contract from '../../contracts/comment-bank.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { CommentBankService } from './comment-bank.service.ts';

export const commentBankRoutes = (bank: CommentBankService): Route[] => [
  handle(contract.ListBankComments, ({ caller }) => bank.list(caller)),
  handle(contract.AddBankComment, ({ caller, params, body }) =>
    bank.add(caller, params.commentId, body.text, body.isShared),
  ),
  handle(contract.RemoveBankComment, ({ caller, params }) => bank.remove(caller, params.commentId)),
];
