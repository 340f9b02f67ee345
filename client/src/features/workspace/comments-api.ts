import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/page-comments.ts';
import { useLive } from '../../app/live/use-live.ts';
import type { ApiClient } from '../../app/api-client.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';
import type { PagePlace } from './api.ts';

export type PageComment = z.output<typeof contract.PageCommentView>;
export type Passage = PageComment['passage'];

/** One page of one group. */
export interface PageAddress extends PagePlace {
  readonly pageId: string;
}

interface CommentList {
  readonly items: PageComment[];
  readonly can: { readonly write: boolean };
}

const AT = '/group-work/:activityId/groups/:groupId/pages/:pageId/comments';
/** Where changes do not come by themselves. */
const LOOK_MS = 60_000;

const commentsKey = ({ pageId }: PageAddress) => ['page comments', pageId] as const;

export function usePageComments(address: PageAddress) {
  const api = useApi();
  const query = useQuery({
    queryKey: commentsKey(address),
    queryFn: ({ signal }) =>
      api.call<typeof contract.ListPageComments>('get', AT, { params: { ...address } }, signal),
    refetchInterval: LOOK_MS,
    staleTime: 0,
  });
  useLive(`pagecomments/${address.pageId}`, () => void query.refetch());
  return query;
}

function useCommentCommand<Input>(
  address: PageAddress,
  send: (api: ApiClient, input: Input) => Promise<PageComment>,
) {
  const api = useApi();
  const queries = useQueryClient();
  const queryKey = commentsKey(address);
  return useMutation({
    mutationFn: (input: Input) => send(api, input),
    onSuccess: (comment) => {
      queries.setQueryData<CommentList>(
        queryKey,
        (before) =>
          before && {
            ...before,
            items: [...before.items.filter(({ commentId }) => commentId !== comment.commentId), comment].sort(
              (one, other) => (one.at < other.at ? -1 : 1),
            ),
          },
      );
    },
    onError: () => queries.invalidateQueries({ queryKey }),
  });
}

export const useAddComment = (address: PageAddress) =>
  useCommentCommand(
    address,
    (api, { commentId, ...body }: { commentId: string; passage: Passage; text: string }) =>
      api.call<typeof contract.AddPageComment>('put', `${AT}/:commentId`, {
        params: { ...address, commentId },
        body,
      }),
  );

export const useReply = (address: PageAddress) =>
  useCommentCommand(
    address,
    (api, { commentId, replyId, text }: { commentId: string; replyId: string; text: string }) =>
      api.call<typeof contract.ReplyToPageComment>('put', `${AT}/:commentId/replies/:replyId`, {
        params: { ...address, commentId, replyId },
        body: { text },
      }),
  );

export const useChangeComment = (address: PageAddress) =>
  useCommentCommand(
    address,
    (api, { commentId, ...body }: { commentId: string; replyId: string | null; text: string | null }) =>
      api.call<typeof contract.ChangePageComment>('put', `${AT}/:commentId/text`, {
        params: { ...address, commentId },
        body,
      }),
  );

export const useResolve = (address: PageAddress) =>
  useCommentCommand(address, (api, { commentId, resolved }: { commentId: string; resolved: boolean }) =>
    api.call<typeof contract.ResolvePageComment>('put', `${AT}/:commentId/resolved`, {
      params: { ...address, commentId },
      body: { resolved },
    }),
  );
