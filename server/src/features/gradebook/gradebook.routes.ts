import { RetryScore } from '../../contracts/gradebook.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { GradebookService } from './gradebook.service.ts';

export const gradebookRoutes = (service: GradebookService): Route[] => [
  handle(RetryScore, ({ caller, params }) =>
    service.retry(caller.scope, params.columnId, params.memberId, {
      actor: caller.actor,
      requestId: caller.requestId,
    }),
  ),
];
