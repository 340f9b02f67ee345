import * as contract from '../../contracts/page-comments.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { PageCommentsService } from './page-comments.service.ts';

export const pageCommentRoutes = (service: PageCommentsService): Route[] => [
  handle(contract.ListPageComments, ({ caller, params }) => service.list(caller, params)),
  handle(contract.AddPageComment, ({ caller, params, body }) => service.add(caller, params, body)),
  handle(contract.ReplyToPageComment, ({ caller, params, body }) =>
    service.reply(caller, params, params.replyId, body.text),
  ),
  handle(contract.ChangePageComment, ({ caller, params, body }) => service.change(caller, params, body)),
  handle(contract.ResolvePageComment, ({ caller, params, body }) =>
    service.setResolved(caller, params, body.resolved),
  ),
];
